#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole thread from outside: a form's export, enrolment, hours, documents, a page, a juror's package, the return,
the decision, the certificate."""

import contextlib
import json
import shutil
import sqlite3
import unittest

from cecictl import Office

FORM = """\ufeff"ID de la réponse";"Date de soumission";"Nom";"Prénom";"Adresse de courriel";"Matricule";"Faculté";\
"Organisme";"Type d'organisme";"Forme juridique";"Mission";"Fonction";"Heures prévues";"Date de début";"Date de fin";\
"Membre du comité";"Maître de stage";"Motivation"\r
"1";"2026-01-05 10:00:00";"D'Hondt";"Élodie";"elodie@etu.example";"000512345";"Droit";"Les Amis du Parc";"ASBL";\
"ASBL";"Animer l'école de devoirs";"Animatrice";"160";"02/02/2026";"30/06/2026";"Non";"Jean Peeters";"=1+1"\r
"2";"2026-01-06 11:00:00";"Martin";"Noé";"noe@etu.example";"";"Sciences";"Cercle X";"Cercle";"";"Communiquer";"";"90";\
"02/02/2026";"";"Non";"";""\r
"3";"";"Brouillon";"Max";"";"";"";"";"";"";"";"";"";"";"";"";"";""\r
"""
PASSPHRASE = "menthe-nuage-violon-sept"
PRODUCTIONS = ("minutes", "backward-schedule", "communication-plan", "balance-sheet", "interview")


class Thread(Office):
    def sample_documents(self):
        """Real PDFs: a complete dossier of the sample register, kind and type to file."""
        sample = self.path("sample.ceci")
        self.run_json("demo", sample, "--students", "30")
        for student in self.run_json("student", "list", register=sample):
            documents = self.run_json("document", "list", "--student", student["id"], register=sample)
            fine = [each for each in documents if each.get("health") == "fine"]
            kinds = {each["kind"] for each in fine}
            productions = [each for each in fine if each["kind"] == "production"]
            if {"reflective-analysis", "follow-up-grid"} <= kinds and len(productions) >= 5:
                break
        else:
            self.fail("the sample has no complete dossier")
        paths = []
        for number, document in enumerate(fine):
            path = self.path(f"piece-{number}.pdf")
            self.run_json("document", "export", document["id"], "--out", path, register=sample)
            paths.append((document["kind"], path))
        return paths

    def import_and_enrol(self):
        form = self.write("results-survey12.csv", FORM)
        self.make_cohort()
        seen = self.run_json("import", "applications", form, "--cohort", "February 2026", "--dry-run")
        self.assertEqual([len(seen["added"]), len(seen["refused"])], [2, 1])
        self.assertEqual(self.run_json("application", "list"), [], "a dry run writes nothing")
        self.run_json("import", "applications", form, "--cohort", "February 2026")
        again = self.run_json("import", "applications", form, "--cohort", "February 2026")
        self.assertEqual([again["added"], again["unchanged"]], [[], 2])
        states = {each["first-name"]: each["state"] for each in self.run_json("application", "list")}
        self.assertEqual(states, {"Élodie": "admissible", "Noé": "inadmissible"})
        enrolled = self.run_json("student", "enrol", "--admissible-of", "February 2026")
        self.assertEqual(len(enrolled), 1)
        return enrolled[0]

    def complete_dossier(self, student):
        self.run_json("placement", "sign", "--student", student, "--party", "all", "--date", "2026-02-01")
        for organisation in self.run_json("organisation", "list"):  # R14: no labelled offer stands behind the placement
            self.run_json("organisation", "check", organisation["id"], "--reason", "Statutes read, supervisor met")
        for day in range(1, 31):
            self.run_json("hours", "add", "--student", student, "--state", "accepted", f"5h15 {day:02}/03 école de devoirs")
        self.run_json("module", "complete", "--student", student, "--date", "2026-04-01", "all")
        types = iter(PRODUCTIONS)
        for kind, path in self.sample_documents():
            options = ["--kind", kind, "--dated", "2026-05-20" if kind == "production" else "2026-07-02"]
            if kind == "production":
                production = next(types, None)
                if production is None:
                    continue
                options += ["--type", production]
            self.run_json("document", "add", "--student", student, *options, path, on="2026-07-03")

    def findings(self, student):
        return {each["rule"]: each["state"] for each in self.run_json("check", "--student", student)}

    def draw_a_page(self, student):
        document = self.run_json("document", "list", "--student", student)[0]
        pdf, png = self.path("seen.pdf"), self.path("seen.png")
        self.run_json("document", "export", document["id"], "--out", pdf)
        self.assertEqual(self.run_json("inspect", pdf)["health"], "fine")
        self.run_json("render", pdf, "--page", 1, "--scale", "1", "--out", png)
        with open(png, "rb") as picture:
            self.assertEqual(picture.read(8), b"\x89PNG\r\n\x1a\n")

    def judge(self, student):
        secret = self.write("passphrase", PASSPHRASE + "\n")
        session = self.run_json("jury", "create", "Jury d’automne", "--held-on", "2026-12-11", "--cut-off", "2026-11-20",
                                "--readers", "2")["id"]
        jurors = [self.run_json("jury", "add-juror", session, "--first-name", first, "--family-name", family)["juror"]
                  for first, family in (("Inès", "Van den Broeck"), ("Marc", "Lambert"))]
        self.run_json("jury", "admit", session, student)
        self.run_json("jury", "assign", session)
        returns = []
        for number, juror in enumerate(jurors):
            package = self.path(f"juror-{number}.ceci-jury")
            self.run_json("jury", "pack", session, "--juror", juror, "--out", package, "--passphrase-file", secret)
            returns.append(self.review(package, secret, level=3 - number))
        self.assert_return_guarded(returns[0])
        merged = self.run_json("jury", "merge", *returns)
        self.assertTrue(merged)
        results = self.run_json("jury", "results", session)
        return session, results

    def review(self, package, secret, level):
        with open(package, "rb") as sealed:
            self.assertNotIn(b"Hondt", sealed.read(), "a package says nothing in the clear")
        options = ["--passphrase-file", secret]
        opened = self.run_json("package", "open", package, *options)
        dossier = opened["dossiers"][0]["id"]
        self.assert_refused("package", "score", package, "--dossier", dossier, "--criterion",
                            opened["criteria"][0]["code"], "--level", level, *options)
        self.run_json("package", "score", package, "--dossier", dossier, "--no-conflict", *options)
        out = package.replace(".ceci-jury", ".ceci-return")
        self.assert_refused("package", "seal", package, "--out", out, *options)
        for criterion in opened["criteria"]:
            self.run_json("package", "score", package, "--dossier", dossier, "--criterion", criterion["code"], "--level",
                          level, *options)
        self.run_json("package", "score", package, "--dossier", dossier, "--suggestion", "awarded", *options)
        self.run_json("package", "seal", package, "--out", out, *options)
        return out

    def assert_return_guarded(self, path):
        with open(path, "rb") as sealed:
            content = bytearray(sealed.read())
        content[len(content) // 2] ^= 1
        tampered = self.write("tampered.ceci-return", bytes(content))
        self.assert_refused("jury", "merge", tampered, code=3)

    def take_back(self, session, dossier, student, number, pdf):
        """A certificate is revoked before the jury decides otherwise; it is not valid then, nor the student awarded."""
        self.run_json("jury", "reopen", session, "--reason", "Pièce fausse")
        deferring = ("jury", "decide", session, dossier, "--outcome", "deferred", "--reason", "Pièce fausse")
        self.assert_refused(*deferring, says="Revoke it first")
        self.assert_refused("paper", "revoke", number, code=2)
        self.assert_refused("paper", "revoke", number, "--reason", " ")
        revoked = self.run_json("paper", "revoke", number, "--reason", "Pièce fausse")
        self.assertEqual([revoked["number"], revoked["student"]], [number, student])
        self.assert_refused("paper", "revoke", number, "--reason", "Pièce fausse", says="already")
        self.assert_refused("verify", pdf, says="Pièce fausse")
        self.assert_refused("paper", "certificate", student, "--out", self.path("again.pdf"))
        self.run_json(*deferring)
        self.run_json("jury", "close", session)
        self.assertEqual(self.run_json("student", "show", student)["state"], "enrolled")

    def test_a_number_used_twice(self):
        """A text signed under a number that the register gave to another certificate since is unknown to it."""
        other = self.path("other.ceci")
        self.run_json("demo", self.register, "--students", "30")
        student = next(each for each in self.run_json("student", "list") if each["state"] == "awarded")["id"]
        pdf = self.path("certificate.pdf")
        issued = self.run_json("paper", "certificate", student, "--out", pdf)
        self.assertTrue(self.run_json("verify", pdf)["valid"])
        shutil.copyfile(self.register, other)
        with contextlib.closing(sqlite3.connect(other)) as database, database:
            database.execute("UPDATE certificate SET payload = replace(payload, 'CECI1;', 'CECI1;x') WHERE number = ?",
                             (issued["number"],))
        done = self.run_program("--json", "verify", pdf, register=other)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertEqual(json.loads(done.stdout)["register"], "unknown")

    def test_from_form_to_certificate(self):
        student = self.import_and_enrol()
        self.assertEqual(self.findings(student)["R21"], "blocked")
        self.complete_dossier(student)
        states = self.findings(student)
        self.assertEqual({state for rule, state in states.items()}, {"ok"}, states)
        self.draw_a_page(student)
        session, results = self.judge(student)
        panel = results["dossiers"][0]
        self.assertEqual([panel["mean"], panel["range"]], [250, 100])
        self.assertTrue(panel["to-discuss"], "a hundred points apart")
        dossier = panel["id"]
        self.assert_refused("paper", "certificate", student, "--out", self.path("early.pdf"))
        self.run_json("jury", "decide", session, dossier, "--outcome", "awarded", "--votes", "2/0/0")
        self.run_json("jury", "close", session)
        for language in ("fr", "en"):
            pdf = self.path(f"certificate-{language}.pdf")
            issued = self.run_json("paper", "certificate", student, "--language", language, "--out", pdf)
            self.assertRegex(issued["number"], r"^CECI-\d{4}-0001$")
            self.assertEqual(self.run_json("inspect", pdf)["pages"], 1)
            self.assertTrue(self.run_json("verify", pdf)["valid"])
        self.assertEqual(self.run_json("student", "show", student)["state"], "awarded")
        self.take_back(session, dossier, student, issued["number"], pdf)
        self.run_json("integrity")
        self.run_json("journal", "verify")


if __name__ == "__main__":
    unittest.main()
