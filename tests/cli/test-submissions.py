# SPDX-License-Identifier: GPL-3.0-or-later
"""Submissions of the virtual campus from the command line: every layout, who they are from, versions, and hostile archives."""

import hashlib
import io
import json
import pathlib
import os
import unittest
import zipfile

from cecictl import Office

COHORT = "February 2026"
FORM = "Nom,Prénom,E-mail,Matricule,Organisme,Forme juridique,Mission,Heures prévues,Date de début,Date de fin\n"
PEOPLE = [("Martin", "Élodie", "e.martin@ulb.be", "512345"), ("O’Brien", "Zoé", "z.obrien@ulb.be", "512346"),
          ("Van den Broeck", "Noé", "n.vdb@ulb.be", "512347"), ("Diallo", "Aïssatou", "a.diallo@ulb.be", "512348")]
NAME = "CECI-portfolio-4711.zip"


def pdf(text, made="D:20260420101500+02'00'"):
    """A PDF of one page, whole and sound."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode("latin-1")
    bodies = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
              b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
              b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream), b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
              b"<< /CreationDate (" + made.encode() + b") >>"]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, table)


def archive(files, **options):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, **options) as out:
        for path, content in files:
            entry = zipfile.ZipInfo(path, (2026, 5, 4, 12, 0, 0)) if isinstance(path, str) else path
            entry.create_system = 3
            entry.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(entry, content)
    return made.getvalue()


def folder(name, number, path):
    return f"{name}_{number}_assignsubmission_file_/{path}"


class Submissions(Office):
    def setUp(self):
        super().setUp()
        self.make_cohort(COHORT)
        rows = "".join(f"{family},{first},{email},{number},Cercle,ASBL,Aider,160,2026-02-10,2026-09-30\n" for family, first, email, number in PEOPLE)
        self.run_json("import", "applications", self.write("form.csv", FORM + rows), "--cohort", COHORT)
        self.run_json("student", "enrol", "--admissible-of", COHORT)

    def take(self, files, *options, name=NAME):
        content = files if isinstance(files, bytes) else archive(files)
        return self.run_json("import", "submissions", self.write(name, content), "--cohort", COHORT, *options)

    def documents(self, student="512345"):
        return self.run_json("document", "list", "--student", student)

    def assert_nothing_kept(self):
        for person in PEOPLE:
            self.assertEqual(self.documents(person[3]), [])

    def test_R33_R36_folders_flat_and_nested(self):
        """R33, R36: what each file would become, then where it came from, its hash and its dates are kept."""
        files = [(folder("Élodie Martin", 48213, "PV réunion 2026-03-12.pdf"), pdf("minutes")),
                 (folder("Élodie Martin", 48213, "productions/Rétroplanning.pdf"), pdf("schedule")),
                 ("Élodie Martin_48213_assignsubmission_file_Analyse réflexive.pdf", pdf("analysis")),
                 ("Zoé OBrien_48214_assignsubmission_file_/Bilan.pdf", pdf("accounts")),
                 ("__MACOSX/._Bilan.pdf", b"junk")]
        before = self.take(files, "--dry-run")
        self.assertEqual(set(before), {"added", "changed", "unchanged", "refused", "unsure"})
        self.assert_nothing_kept()
        after = self.take(files)
        self.assertEqual([(row["name"], row["kind"], row.get("production-type")) for row in after["added"]],
                         [("Élodie Martin", "production", "minutes"), ("Élodie Martin", "production", "backward-schedule"),
                          ("Élodie Martin", "reflective-analysis", None), ("Zoé O’Brien", "production", "balance-sheet")])
        self.assertEqual([row["dated-on"] for row in after["added"]], ["2026-03-12", "2026-04-20", "2026-04-20", "2026-04-20"])
        self.assertEqual((after["refused"], after["unsure"]), ([], []))
        kept = {row["title"]: row for row in self.documents()}["Rétroplanning"]
        self.assertEqual(kept["sha256"], hashlib.sha256(pdf("schedule")).hexdigest())
        self.assertEqual(kept["source"], f"{NAME}: {files[1][0]}")
        self.assertEqual((kept["health"], kept["pages"], kept["deposited-at"]), ("fine", 1, "2026-05-04T10:00:00.000Z"))
        self.assertEqual(self.take(files)["unchanged"], 4)

    def test_R33_wrong_pdf_becomes_version_2(self):
        """R33, wrong-pdf: the same file name again is version 2, and version 1 is kept by its hash."""
        path = folder("Élodie Martin", 48213, "Plan de communication.pdf")
        self.take([(path, pdf("wrong"))])
        again = self.take([(path, pdf("right"))])
        self.assertEqual([(row["version"], row["title"]) for row in again["changed"]], [(2, "Plan de communication")])
        kept = self.documents()
        self.assertEqual([(row["versions"], row["sha256"]) for row in kept], [(2, hashlib.sha256(pdf("right")).hexdigest())])
        versions = self.run_json("document", "versions", kept[0]["id"])
        self.assertEqual([row["sha256"] for row in versions], [hashlib.sha256(pdf(text)).hexdigest() for text in ("right", "wrong")])
        self.assertEqual(self.take([(path, pdf("wrong"))])["unchanged"], 1)
        out = pathlib.Path(self.path("first.pdf"))
        self.run_json("document", "export", kept[0]["id"], "--number", "1", "--out", str(out))
        self.assertEqual(out.read_bytes(), pdf("wrong"))
        self.assert_refused("document", "export", kept[0]["id"], "--number", "3", "--out", self.path("no.pdf"))
        renewed = self.run_json("document", "renew", versions[1]["id"])
        self.assertEqual((renewed["versions"], renewed["sha256"]), (3, versions[1]["sha256"]))
        self.assert_refused("document", "renew", versions[1]["id"])
        self.run_json("undo")
        self.assertEqual([row["number"] for row in self.run_json("document", "versions", kept[0]["id"])], [2, 1])

    def test_R36_who_it_is_asked_and_remembered(self):
        """R36: a number is known first, then a name that one student has; what stays unsure is asked, and the answer is remembered."""
        files = [("Elodie Martins_7_assignsubmission_file_/a.pdf", pdf("a")), ("Participant_8_assignsubmission_file_/b.pdf", pdf("b")),
                 ("Équipe Gala_9_assignsubmission_file_/c.pdf", pdf("c"))]
        asked = self.take(files, "--dry-run")
        self.assertEqual(asked["added"], [])
        self.assertEqual([(row["number"], [one["name"] for one in row["candidates"]]) for row in asked["unsure"]],
                         [("7", ["Élodie Martin"]), ("8", []), ("9", [])])
        path = self.write(NAME, archive(files))
        self.assert_refused("import", "submissions", path, "--cohort", COHORT, "--same", "7=nobody@ulb.be", code=2, says="nobody@ulb.be")
        self.assert_refused("import", "submissions", path, "--cohort", COHORT, "--leave-out", "70", code=2, says="70")
        said = self.take(files, "--same", "7=512345", "--same", "8=z.obrien@ulb.be", "--same", "Équipe Gala=512347,512348")
        self.assertEqual([(row["name"], row["file"][-5:]) for row in said["added"]],
                         [("Élodie Martin", "a.pdf"), ("Zoé O’Brien", "b.pdf"), ("Noé Van den Broeck", "c.pdf"), ("Aïssatou Diallo", "c.pdf")])
        later = self.take([("Elodie Martins_7_assignsubmission_file_/d.pdf", pdf("d")), ("Participant_8_assignsubmission_file_/e.pdf", pdf("e"))])
        self.assertEqual([row["name"] for row in later["added"]], ["Élodie Martin", "Zoé O’Brien"])
        contradicted = self.take([("Aïssatou Diallo_7_assignsubmission_file_/f.pdf", pdf("f"))], "--dry-run")
        self.assertEqual([[one["name"] for one in row["candidates"]] for row in contradicted["unsure"]], [["Élodie Martin", "Aïssatou Diallo"]])
        left = self.take([("Equipe Autre_10_assignsubmission_file_/g.pdf", pdf("g"))], "--leave-out", "10")
        self.assertEqual((left["added"], left["unsure"], len(left["refused"])), ([], [], 1))

    def test_R36_names_in_cp437_and_large_archives(self):
        """R36: names in DOS's letters, and an archive with the tables of ZIP64."""
        path = folder("Elodie Martin", 48213, "Reunion.pdf")
        raw = archive([(path, pdf("dos"))]).replace(b"Elodie", b"\x90lodie").replace(b"Reunion", b"R\x82union")
        self.assertEqual([(row["name"], row["title"]) for row in self.take(raw, "--dry-run")["added"]], [("Élodie Martin", "Réunion")])
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as out, out.open(path, "w", force_zip64=True) as file:
            file.write(pdf("zip64"))
        self.assertEqual(len(self.take(made.getvalue(), "--dry-run")["added"]), 1)

    def test_R33_other_types_and_online_text(self):
        """R33: what is no PDF is kept with a word of caution; text typed online is kept as it came; the same bytes twice are told."""
        text = b"<p onload='alert(1)'>Ce que j'ai appris</p>"
        found = self.take([(folder("Élodie Martin", 1, "notes.docx"), b"PK\x03\x04 not really"),
                           ("Élodie Martin_1_assignsubmission_onlinetext/texteenligne.html", text),
                           (folder("Élodie Martin", 1, "a.pdf"), pdf("same")), (folder("Élodie Martin", 1, "copie/b.pdf"), pdf("same")),
                           (folder("Élodie Martin", 1, "vide.pdf"), b"")])
        self.assertEqual([(row["title"], row["kind"], row["health"]) for row in found["added"]],
                         [("notes", "production", "not-pdf"), ("Text typed on the virtual campus", "reflective-analysis", "not-pdf"), ("a", "production", "fine")])
        self.assertEqual([row["file"][-8:] for row in found["refused"]], ["ie/b.pdf", "vide.pdf"])
        self.assertIn("a.pdf", found["refused"][0]["reason"])
        online = self.documents()[-1] if self.documents()[-1]["media-type"] == "text/html" else [row for row in self.documents() if row["media-type"] == "text/html"][0]
        self.run_json("document", "export", online["id"], "--out", self.path("out.html"))
        with open(self.path("out.html"), "rb") as file:
            self.assertEqual(file.read(), text)

    def test_hostile_pdf_is_named_and_kept(self):
        """hostile-pdf, R33: locked, damaged and lying documents are found by the real renderer, kept, and don't count."""
        whole = pdf("cut here " * 50)
        bomb = b"%PDF-1.4\n" + b"1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\n" * 200 + b"trailer << /Root 1 0 R >>\n%%EOF"
        found = self.take([(folder("Élodie Martin", 1, "coupé.pdf"), whole[:120]), (folder("Élodie Martin", 1, "menteur.pdf"), b"MZ\x90\x00 a program"),
                           (folder("Élodie Martin", 1, "boucle.pdf"), bomb)])
        self.assertEqual(len(found["added"]), 3)
        for row in found["added"]:
            self.assertIn(row["health"], ("damaged", "not-pdf", "empty"), row)
            self.assertTrue(row["health-detail"], row)
        findings = self.run_json("check", "--student", "512345")
        productions = [row for row in findings if row["rule"] == "R22"][0]
        self.assertIn("0/5", productions["reason"])

    def test_archives_that_are_refused(self):
        """hostile-pdf: an archive cut, or no archive, or one that unpacks to far too much, gives a sentence and changes nothing."""
        good = archive([(folder("Élodie Martin", 1, "a.pdf"), pdf("a")), (folder("Élodie Martin", 1, "b.pdf"), os.urandom(50000))])
        for content, says in ((good[:-30], "damaged"), (good[:20000], "damaged"), (b"%PDF-1.4", "not a ZIP"), (b"", "not a ZIP"),
                              (archive([(folder("Élodie Martin", 1, f"{i}.pdf"), bytes(30 << 20)) for i in range(4)]), "unpacks")):
            path = self.write("bad.zip", content)
            self.assert_refused("import", "submissions", path, "--cohort", COHORT, code=3, says=says)
        self.assert_refused("import", "submissions", self.path("absent.zip"), "--cohort", COHORT, says="absent.zip")
        self.assert_nothing_kept()

    def test_files_that_are_refused(self):
        """hostile-pdf: names that lead out, links, passwords and broken bytes are refused one by one; the others go on."""
        link = zipfile.ZipInfo(folder("Élodie Martin", 1, "lien.pdf"))
        link.create_system, link.external_attr = 3, 0o120777 << 16
        good = (folder("Élodie Martin", 1, "bon.pdf"), pdf("good"))
        found = self.take([("../../etc/passwd", b"x"), ("/absolu.pdf", b"x"), ("..\\..\\dos.pdf", b"x"), (link, b"/etc/passwd"), good])
        self.assertEqual([row["title"] for row in found["added"]], ["bon"])
        self.assertEqual(len(found["refused"]), 4)
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as out:  # stored: the bytes can be found and broken
            out.writestr(folder("Élodie Martin", 1, "cassé.pdf"), b"0123456789" * 100)
            out.writestr(folder("Élodie Martin", 1, "sain.pdf"), pdf("sound"))
        broken = self.take(made.getvalue().replace(b"0123456789" * 100, b"0123456788" * 100))
        self.assertEqual(([row["title"] for row in broken["added"]], len(broken["refused"])), (["sain"], 1))
        locked = bytearray(archive([good]))
        locked[6] |= 1
        locked[locked.rindex(b"PK\x01\x02") + 8] |= 1
        self.assertIn("password", self.take(bytes(locked), "--dry-run")["refused"][0]["reason"])

    def five(self, month=5, year=2026, n=5):
        stamp = (year, month, 4, 12, 0, 0)
        names = [f"PV réunion {number} 2026-04-{number + 10}.pdf" for number in range(n)] + ["Analyse réflexive.pdf", "Grille de suivi 2026-09-30.pdf"]
        return [(zipfile.ZipInfo(folder("Élodie Martin", 48213, name), stamp), pdf(name[:12] + str(number))) for number, name in enumerate(names)]

    def finding(self, rule, on="2026-11-23"):
        return [row for row in self.run_json("check", "--student", "512345", on=on) if row["rule"] == rule][0]

    def test_R22_production_missing(self):
        """R22, production-missing: «4/5» until a fifth file that is another by its content; a copy does not count."""
        self.take(self.five(n=4))
        self.assertIn("4/5", self.finding("R22")["reason"])
        self.assertNotEqual(self.finding("R22")["state"], "ok")
        copy = self.take([(folder("Élodie Martin", 48213, "Cinquième 2026-04-20.pdf"), pdf("PV réunion 00"))])
        self.assertEqual((copy["added"], copy["unchanged"]), ([], 1))
        self.take([(folder("Élodie Martin", 48213, "Cinquième 2026-04-20.pdf"), pdf("another"))])
        self.assertEqual(self.finding("R22")["state"], "ok")
        early = self.take([(folder("Élodie Martin", 48213, "Affiche 2025-04-20.pdf"), pdf("before"))])
        self.assertEqual(early["added"][0]["dated-on"], "2025-04-20")
        self.assertEqual(self.finding("R34")["state"], "ok")

    def test_late_document(self):
        """late-document, R33, R36: what came after the deadline is taken with its date, and the deadline's finding says so."""
        self.run_json("cohort", "create", "Early", "--opens", "2023-12-01", "--closes", "2024-01-15", "--starts", "2024-02-02")
        row = "Dubois,Inès,i.dubois@ulb.be,512999,Maison,ASBL,Aider,160,2024-02-10,2024-09-30\n"
        self.run_json("import", "applications", self.write("form.csv", FORM + row), "--cohort", "Early")
        self.run_json("student", "enrol", "--admissible-of", "Early")
        files = [(path.filename.replace("Élodie Martin", "Inès Dubois").replace("2026", "2024"), content) for path, content in self.five()]
        self.run_json("import", "submissions", self.write(NAME, archive(files)), "--cohort", "Early", on="2026-05-10")
        documents = self.documents("512999")
        self.assertEqual({row["deposited-at"] for row in documents}, {"2026-05-04T10:00:00.000Z"})
        self.assertEqual(len(documents), 7)
        deadline = [row for row in self.run_json("check", "--student", "512999", on="2026-05-10") if row["rule"] == "R11"][0]
        self.assertEqual((deadline["state"], deadline["due"]), ("blocked", "2026-02-02"))
        self.assertIn("4 May 2026, after the deadline of 2 February 2026", deadline["reason"])

    def test_R33_a_document_is_filed_where_it_belongs(self):
        """R33: moved, removed with a reason, put back, taken out of another's versions; each is one step that Undo takes back."""
        path = folder("Élodie Martin", 48213, "Affiche.pdf")
        self.take([(path, pdf("one"))])
        self.take([(path, pdf("two"))])
        document = self.documents()[0]
        self.run_json("document", "move", document["id"], "--student", "512346")
        self.assertEqual((self.documents(), len(self.documents("512346"))), ([], 1))
        self.run_json("undo")
        newest = self.run_json("document", "versions", document["id"])[0]
        self.run_json("document", "split", newest["id"], "--title", "Autre affiche")
        self.assertEqual({(row["title"], row["versions"]) for row in self.documents()}, {("Affiche", 1), ("Autre affiche", 1)})
        self.assert_refused("document", "remove", document["id"], code=2)
        self.run_json("document", "remove", document["id"], "--reason", "misfiled")
        self.assertEqual([row["removed-reason"] for row in self.documents() if row["id"] == document["id"]], ["misfiled"])
        self.assertIn("removed", self.run_json("import", "submissions", self.write(NAME, archive([(path, pdf("one"))])), "--cohort", COHORT) and
                      self.run_program("import", "submissions", self.path(NAME), "--cohort", COHORT).stdout)
        self.run_json("document", "restore", document["id"])
        replaced = self.run_json("document", "replace", document["id"], self.write("new.pdf", pdf("three")))
        self.assertEqual([row["versions"] for row in replaced if row["id"] == document["id"]], [2])

    def test_R33_a_dossier_is_exported(self):
        """R33, R36: as a folder or a ZIP, with what each file is and where it came from; never over what is there."""
        self.take(self.five())
        self.run_json("document", "export", "--student", "512345", "--out", self.path("dossier.zip"))
        with zipfile.ZipFile(self.path("dossier.zip")) as out:
            names = out.namelist()
            listed = json.loads(out.read("dossier.json"))
        self.assertEqual(len(names), 8)
        self.assertIn("01 2026-04-10 PV réunion 0 2026-04-10.pdf", names)
        self.assertEqual({row["file"] for row in listed} | {"dossier.json"}, set(names))
        self.run_json("document", "export", "--student", "512345", "--out", self.path("dossier"))
        self.assertEqual(len(os.listdir(self.path("dossier"))), 8)
        self.assert_refused("document", "export", "--student", "512345", "--out", self.path("dossier"), says="folder of this name")

    def test_undo_takes_all_of_it_back(self):
        """R33: an import is one step; after Undo the portfolios are as before, and Redo finds the bytes."""
        self.take([(folder("Élodie Martin", 1, "a.pdf"), pdf("a")), (folder("Zoé OBrien", 2, "b.pdf"), pdf("b"))])
        self.run_json("undo")
        self.assert_nothing_kept()
        self.take([(folder("Zoé OBrien", 2, "c.pdf"), pdf("c"))])
        self.assertEqual(len(self.documents("512346")), 1)
        self.assertEqual(self.documents(), [])


if __name__ == "__main__":
    unittest.main()
