# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports and exports from the command line: the shape of the answer, every dialect, everything that goes wrong with a file."""

import io
import json
import unittest
import zipfile

from cecictl import Office

COHORT = "February 2026"
ENGLISH = ('"Response ID";"Date submitted";"Last page";"Start language";"Seed";"Date started";"Date last action";"name. Last name";'
           '"first. First name";"mail";"Q3. What is your student number?";"Host organisation";"mission";"Planned hours";"I agree to the use of my personal data"\r\n')
ROW = '"7";"2025-12-20 10:00:00";"3";"en";"1";"2025-12-20 09:00:00";"2025-12-20 10:00:00";"Diallo";"Aïssatou";"a.diallo@ulb.be";"000412345";"Croix-Rouge";"Help\\nout";"150";"Y"\r\n'
DRAFT = '"8";;"1";"en";"1";"2025-12-20 09:00:00";"2025-12-20 10:00:00";"Draft";"Dan";;;;;;\r\n'


class Imports(Office):
    def setUp(self):
        super().setUp()
        self.make_cohort(COHORT)

    def import_file(self, content, *options, name="results-survey12.csv"):
        return self.run_json("import", "applications", self.write(name, content), "--cohort", COHORT, *options)

    def applications(self):
        return self.run_json("application", "list", "--cohort", COHORT)

    def assert_unreadable(self, content, code, says, name="form.csv"):
        self.assert_refused("import", "applications", self.write(name, content), "--cohort", COHORT, code=code, says=says)
        self.assertEqual(self.applications(), [])

    def test_the_shape(self):
        before = self.import_file("\ufeff" + ENGLISH + ROW + DRAFT, "--dry-run")
        self.assertEqual(set(before), {"added", "changed", "unchanged", "refused", "unsure"})
        self.assertEqual(self.applications(), [])
        after = self.import_file("\ufeff" + ENGLISH + ROW + DRAFT)
        self.assertEqual([row["line"] for row in after["added"]], [2])
        self.assertEqual(after["added"][0]["state"], "admissible")
        self.assertEqual([(row["line"], bool(row["reason"])) for row in after["refused"]], [(3, True)])
        kept = self.applications()[0]
        self.assertEqual((kept["matricule"], kept["mission"], kept["received-at"]), ("412345", "Help\nout", "2025-12-20T09:00:00.000Z"))
        self.assertEqual(after["added"][0]["application"], kept["id"])
        again = self.import_file("\ufeff" + ENGLISH + ROW.replace('"150"', '"160 h"'))
        self.assertEqual([[change["field"] for change in row["fields"]] for row in again["changed"]], [["planned_minutes"]])
        self.assertEqual(self.import_file("\ufeff" + ENGLISH + ROW.replace('"150"', '"160 h"'))["unchanged"], 1)

    def test_every_dialect(self):
        rows = [("Nom", "Prénom", "E-mail", "Mission"), ("L’Hôte", "Zoë", "zoe@ulb.be", "d'abord, aider")]
        quoted = lambda separator: "".join(separator.join(f'"{cell}"' for cell in row) + "\r\n" for row in rows)
        for content in (quoted(",").encode("cp1252"), quoted("\t").encode("utf-16"), quoted(";").encode("utf-8-sig"), quoted(":").encode(), quoted(",").replace("\r\n", "\r").encode()):
            found = self.import_file(content, "--dry-run")
            self.assertEqual([row["name"] for row in found["added"]], ["Zoë L’Hôte"], content)

    def test_columns_mapped_by_hand_are_remembered(self):
        content = "Patronyme,Prénom,Courriel,Truc\nSimon,Zoé,zoe@ulb.be,Aider\n"
        self.assert_unreadable(content, 1, "names")
        self.import_file(content, "--map", "Patronyme=family-name", "--map", "4=mission")
        self.assertEqual(self.applications()[0]["mission"], "Aider")
        self.assertEqual(self.import_file(content)["unchanged"], 1)
        path = self.write("form.csv", content)
        self.assert_refused("import", "applications", path, "--cohort", COHORT, "--map", "Truc=nothing", code=2, says="nothing")
        self.assert_refused("import", "applications", path, "--cohort", COHORT, "--map", "Absent=mission", code=2, says="Absent")

    def test_files_that_are_no_table(self):
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w") as made:
            made.writestr("portfolio.pdf", b"%PDF")
        self.assert_unreadable(b"", 1, "empty")
        self.assert_unreadable(bytes(range(256)) * 8, 3, "not a table")
        self.assert_unreadable(b"%PDF-1.7\n", 3, "PDF")
        self.assert_unreadable(archive.getvalue(), 3, "ZIP", name="form.xlsx")
        self.assert_unreadable(archive.getvalue()[:40], 3, "damaged", name="form.xlsx")
        self.assert_unreadable("Simon;Zoé;zoe@ulb.be\n", 1, "headings")
        self.assert_refused("import", "applications", self.path("absent.csv"), "--cohort", COHORT, says="absent.csv")

    def test_a_file_of_200_megabytes(self):
        path = self.write("large.csv", "Nom;Prénom\n")
        with open(path, "ab") as file:
            file.truncate(200 * 1000 * 1000)
        self.assert_refused("import", "applications", path, "--cohort", COHORT, code=3, says="larger than")

    def test_files_with_faults_are_read_as_far_as_they_go(self):
        cut = self.import_file('Nom;Prénom;E-mail\nSimon;Zoé;zoe@ulb.be\nClaes;"Jan', "--dry-run")
        self.assertEqual((len(cut["added"]), cut["refused"][0]["line"]), (1, 3))
        self.assertIn("cut", cut["refused"][0]["reason"])
        twice = self.import_file("Nom;Nom;Prénom;E-mail\nSimon;Autre;Zoé;zoe@ulb.be\n", "--dry-run")
        self.assertEqual(twice["added"][0]["name"], "Zoé Simon")
        formula = self.import_file("Nom;Prénom;E-mail;Mission\nSimon;Zoé;zoe@ulb.be;'=1+1\n")
        self.assertEqual(len(formula["added"]), 1)
        self.assertEqual(self.applications()[0]["mission"], "=1+1")

    def test_unsure_rows_are_settled(self):
        self.import_file("Nom;Prénom;E-mail\nLambert;Hugo;hugo@ulb.be\n")
        content = ("Date de soumission;Nom;Prénom;E-mail;Mission\n2025-12-01;Lambert;Hugo;autre@ulb.be;Une\n"
                   "2025-12-02;Martin;Luc;luc@ulb.be;Deux\n2025-12-03;Martin;Luc;lm@ulb.be;Trois\n2025-12-04;Lambert;Hugo;h.l@ulb.be;Quatre\n")
        unsure = self.import_file(content, "--dry-run")["unsure"]
        self.assertEqual([(row["line"], len(row["candidates"]), row.get("namesake")) for row in unsure], [(2, 1, None), (4, 0, 3), (5, 1, None)])
        path = self.write("form.csv", content)
        refuse = lambda *options, says: self.assert_refused("import", "applications", path, "--cohort", COHORT, *options, code=2, says=says)
        refuse("--same", "2=nobody@ulb.be", says="nobody@ulb.be")
        refuse("--same", "2", says="equals")
        refuse("--same", "4=2", says="Line 4")
        refuse("--new", "3", says="not unsure")
        refuse("--new", "two", says="two")
        self.assertEqual(len(self.applications()), 1)
        done = self.import_file(content, "--same", "2=HUGO@ulb.be", "--same", "4=3", "--new", "5")
        self.assertEqual([row["line"] for row in done["changed"]], [2])
        self.assertEqual([row["line"] for row in done["added"]], [4, 5])
        self.assertEqual([row["line"] for row in done["refused"]], [3])
        self.assertEqual(done["unsure"], [])
        self.assertEqual(sorted(row["mission"] for row in self.applications()), ["Quatre", "Trois", "Une"])

    def test_undone_in_one_step(self):
        self.import_file("\ufeff" + ENGLISH + ROW)
        self.run_json("undo")
        self.assertEqual(self.applications(), [])

    def test_usage(self):
        self.assert_refused("import", "applications", code=2)
        self.assert_refused("import", "completion", self.path("x.csv"), code=2)
        self.assert_refused("import", "applications", self.write("a.csv", "Nom;Prénom\nA;B\n"), "--cohort", "nowhere", says="nowhere")

    def test_exports_come_back(self):
        self.import_file("\ufeff" + ENGLISH + ROW)
        for kind in ("csv", "xlsx"):
            out = self.path(f"applications.{kind}")
            self.assertEqual(self.run_json("export", kind, "applications", "--cohort", COHORT, "--out", out)["rows"], 1)
            done = self.run_program("--json", "import", "applications", out, "--cohort", COHORT, "--dry-run")
            self.assertEqual(done.returncode, 0, done.stderr)
            back = json.loads(done.stdout)
            self.assertEqual((back["unchanged"], back["changed"], back["refused"]), (1, [], []), kind)
        self.assertEqual(self.run_json("export", "csv", "students", "--cohort", COHORT, "--out", self.path("s.csv"))["rows"], 0)
        self.assert_refused("export", "csv", "everything", "--cohort", COHORT, "--out", self.path("s.csv"), code=2)


if __name__ == "__main__":
    unittest.main()
