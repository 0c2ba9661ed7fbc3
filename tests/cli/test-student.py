# SPDX-License-Identifier: GPL-3.0-or-later
"""A student's life from the command line: enrolment, agreement, hours, documents, findings."""

import unittest

from cecictl import Office

HEADER = "Nom;Prénom;Adresse e-mail;Matricule;Faculté;Organisme;Forme juridique;Mission;Heures prévues;Date de début;Date de fin"
ROWS = (
    "Martin;Élodie;elodie.martin@ulb.be;000512345;Faculté des Sciences;Les Petits Riens;ASBL;Accueil;160;2026-02-10;2026-10-31",
    "D’Hondt;Noé;noe.dhondt@ulb.be;512346;Faculté de Médecine;Banane SA;Société commerciale;Vente;160;2026-02-10;2026-10-31",
    "Van den Bossche;Inès;ines@ulb.be;512347;Faculté des Sciences;Les Petits Riens;ASBL;Accueil;40;2026-02-10;2026-10-31",
)

# the smallest PDF that a reader opens
PDF = (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
       b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\nxref\n0 4\n0000000000 65535 f \n"
       b"0000000009 00000 n \n0000000054 00000 n \n0000000105 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n170\n%%EOF\n")


class Students(Office):
    def setUp(self):
        super().setUp()
        self.make_cohort()
        applications = self.write("form.csv", "\n".join((HEADER,) + ROWS) + "\n")
        self.run_json("import", "applications", applications, "--cohort", "February 2026")
        self.enrolled = self.run_json("student", "enrol", "--admissible-of", "February 2026")

    def finding(self, rule, student="512345"):
        return next(f for f in self.run_json("check", "--student", student) if f["rule"] == rule)

    def test_only_the_admissible_are_enrolled(self):
        states = {a["matricule"]: a["state"] for a in self.run_json("application", "list", "--cohort", "February 2026")}
        self.assertEqual(states["512345"], "selected")
        self.assertEqual(states["512346"], "inadmissible")
        self.assertEqual(states["512347"], "inadmissible")
        self.assertEqual(len(self.enrolled), 1)
        self.assertEqual(self.run_json("cohort", "list")[0]["students"], 1)

    def test_an_inadmissible_one_needs_a_reason(self):
        noe = next(a for a in self.run_json("application", "list") if a["matricule"] == "512346")["id"]
        self.assert_refused("student", "enrol", noe, says="give the reason")
        self.assertEqual(len(self.run_json("student", "enrol", noe, "--override", "It became a non-profit")), 1)
        application = next(a for a in self.run_json("application", "list") if a["matricule"] == "512346")
        self.assertEqual([application["state"], application["state-reason"]], ["selected", "It became a non-profit"])

    def test_found_by_number_and_by_words(self):
        self.assertEqual(self.run_json("student", "show", "000512345")["display-name"], "Élodie Martin")
        self.assertEqual(len(self.run_json("student", "find", "MARTIN", "elodie")), 1)
        self.assert_refused("student", "show", "nobody", says="nobody")

    def test_hours_wait_for_the_signatures(self):
        hours = self.run_json("hours", "add", "--student", "512345", "3h30 12/03 stand d’accueil")
        self.assertEqual((hours[0]["minutes"], hours[0]["worked-on"]), (210, "2026-03-12"))
        self.assertEqual(hours[0]["description"], "stand d’accueil")
        self.assertEqual(hours[0]["count"], "waiting")
        self.assertEqual(self.finding("R21")["state"], "blocked")

        signed = self.run_json("placement", "sign", "--student", "512345", "--party", "all", "--date", "2026-02-10")
        self.assertEqual(signed[0]["signatures"], 3)
        self.assertEqual(self.run_json("hours", "list", "--student", "512345")[0]["count"], "yes")
        self.assertEqual(self.finding("R21")["state"], "ok")
        self.assertEqual(self.finding("R7")["facts"]["counted-minutes"], "210")

    def test_hours_before_enrolment_do_not_count(self):
        hours = self.run_json("hours", "add", "--student", "512345", "2h 2026-01-12")
        self.assertEqual(hours[0]["count"], "no")
        self.assertIn("enrolment", hours[0]["reason"])
        self.assertEqual(self.finding("R25")["state"], "warning")

    def test_hours_that_make_no_sense(self):
        self.assert_refused("hours", "add", "--student", "512345", "yesterday afternoon", says="duration")
        self.assert_refused("hours", "add", "--student", "512345", "3h 2027-01-01", says="1 January 2027 is still to come")
        self.assert_refused("hours", "add", "--student", "512345", "25h 12/03", says="24")

    def test_outputs_are_distinct_and_dated(self):
        path = self.write("minutes.pdf", PDF)
        twin = self.write("twin.pdf", PDF)
        other = self.write("other.pdf", PDF + b"%\n")
        for file, dated in ((path, "2026-03-01"), (twin, "2026-03-02"), (other, "2026-04-02")):
            self.run_json("document", "add", "--student", "512345", "--dated", dated, file)
        finding = self.finding("R22")
        self.assertEqual(finding["facts"]["counted"], "2")
        self.assertEqual(finding["facts"]["uncounted"], "1")
        self.assertEqual(finding["state"], "blocked")

    def test_versions_and_export(self):
        path = self.write("plan.pdf", PDF)
        first = self.run_json("document", "add", "--student", "512345", "--dated", "2026-03-01", path)
        self.assertEqual((first[0]["versions"], first[0]["health"], first[0]["pages"]), (1, "fine", 1))
        again = self.run_json("document", "add", "--student", "512345", path)
        self.assertEqual(again[0]["versions"], 1)
        self.write("plan.pdf", PDF + b"%\n")
        second = self.run_json("document", "add", "--student", "512345", path)
        self.assertEqual((len(second), second[0]["versions"], second[0]["dated-on"]), (1, 2, "2026-03-01"))
        out = self.path("out.pdf")
        self.run_json("document", "export", second[0]["id"], "--out", out)
        with open(out, "rb") as file:
            self.assertEqual(file.read(), PDF + b"%\n")

    def test_bad_files_are_kept_and_named(self):
        for name, content, health in (("none.pdf", b"", "empty"), ("text.pdf", b"hello", "not-pdf")):
            path = self.write(name, content)
            documents = self.run_json("document", "add", "--student", "512345", "--dated", "2026-03-01", path)
            added = next(d for d in documents if d["file-name"] == name)
            self.assertEqual(added["health"], health)

    def test_deadline_and_extension(self):
        finding = self.finding("R11")
        self.assertEqual((finding["state"], finding["due"]), ("pending", "2028-02-02"))
        extended = self.run_json("student", "extend", "512345", "--until", "2028-06-30", "--granted-by", "Marie",
                                 "--category", "illness")
        self.assertEqual(extended["deadline"], "2028-06-30")

    def test_a_dossier_becomes_admissible(self):
        self.assertFalse(self.run_json("student", "show", "512345")["admissible"])
        self.run_json("placement", "sign", "--student", "512345", "--party", "all", "--date", "2026-02-10")
        for day in range(1, 16):
            self.run_json("hours", "add", "--student", "512345", f"10h 2026-03-{day:02}")
        self.run_json("module", "complete", "--student", "512345", "--date", "2026-04-01", "all")
        for number, kind in enumerate(["production"] * 5 + ["reflective-analysis", "follow-up-grid"]):
            path = self.write(f"{number}.pdf", PDF + b"%" * number + b"\n")
            dated = "2026-11-02" if kind == "follow-up-grid" else "2026-05-04"
            self.run_json("document", "add", "--student", "512345", "--kind", kind, "--dated", dated, path)
        shown = self.run_json("student", "show", "512345")
        self.assertEqual({f["rule"]: f["state"] for f in shown["findings"]}, dict.fromkeys(
            ("R7", "R11", "R13", "R21", "R22", "R25", "R26", "R30", "R34", "R35"), "ok") | {"R14": "warning"})
        self.assertTrue(shown["admissible"])

    def test_notes(self):
        self.run_json("note", "add", "--student", "512345", "--due", "2026-12-01", "Call back")
        self.assertEqual(self.run_json("note", "list", "--student", "512345")[0]["text"], "Call back")

    def test_a_withdrawal_frees_the_place(self):
        shown = self.run_json("student", "withdraw", "512345", "--date", "2026-05-01", "--reason", "Moved")
        self.assertEqual((shown["state"], shown["left-on"]), ("withdrawn", "2026-05-01"))
        self.assertEqual(self.run_json("check", "--cohort", "February 2026"), [])

    def test_attention_names_people(self):
        self.run_json("hours", "add", "--student", "512345", "3h30 12/03")
        found = self.run_json("attention")
        self.assertTrue(any(f["rule"] == "R21" and f["name"] == "Élodie Martin" for f in found))

    def test_undo_gives_back(self):
        self.run_json("hours", "add", "--student", "512345", "3h30 12/03")
        self.run_program("undo")
        self.assertEqual(self.run_json("hours", "list", "--student", "512345"), [])


if __name__ == "__main__":
    unittest.main()
