#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A placement's whole life from the terminal: made, signed, hours entered and settled, amended, changed, papers drawn."""

import pathlib
import unittest

from cecictl import Office

FORM = """Nom;Prénom;Adresse de courriel;Matricule;Faculté;Organisme;Type d'organisme;Forme juridique;Mission;Heures prévues;Date de début;Date de fin
Martin;Élodie;elodie@etu.example;512345;Droit;Les Petits Riens;association;ASBL;Accueil;160;10/02/2026;30/09/2026
"""


class Placement(Office):
    def setUp(self):
        super().setUp()
        self.run_json("cohort", "create", "February 2026", "--opens", "2025-12-01", "--closes", "2026-01-15", "--starts", "2026-02-02")
        pathlib.Path(self.path("form.csv")).write_text(FORM, encoding="utf-8")
        self.run_json("import", "applications", self.path("form.csv"), "--cohort", "February 2026")
        self.run_json("student", "enrol", "--admissible-of", "February 2026")

    def sign(self, date="2026-02-12"):
        return self.run_json("placement", "sign", "--student", "512345", "--party", "all", "--date", date)

    def counts(self):
        return {entry["worked-on"]: entry["count"] for entry in self.run_json("hours", "list", "--student", "512345")}

    def test_agreement_unsigned(self):
        """R21, agreement-unsigned: hours wait until the three signatures, and a signature is never of a day to come."""
        self.run_json("hours", "add", "--student", "512345", "--state", "accepted", "3h30 12/03 stand")
        self.assertEqual(self.counts(), {"2026-03-12": "waiting"})
        refused = self.run_program("placement", "sign", "--student", "512345", "--party", "all", "--date", "2027-01-01")
        self.assertEqual(refused.returncode, 1)
        self.sign()
        self.assertEqual(self.counts(), {"2026-03-12": "yes"})

    def test_outside_enrolment(self):
        """R25, R26: hours before the enrolment are kept, not counted, and warned of as uninsured."""
        self.sign()
        self.run_json("hours", "add", "--student", "512345", "2h 20/01/2026 tri")
        self.assertEqual(self.counts(), {"2026-01-20": "no"})
        findings = {each["rule"]: each["state"] for each in self.run_json("check", "--student", "512345")}
        self.assertEqual((findings["R25"], findings["R26"]), ("warning", "warning"))

    def test_settled_together(self):
        """R7: many entries are confirmed, accepted or refused at once, by whom and with the reason."""
        self.sign()
        for line in ("3h30 12/03 stand", "2:15 13/03 tri", "1,5 h 14/03"):
            self.run_json("hours", "add", "--student", "512345", line)
        confirmed = self.run_json("hours", "set-state", "--student", "512345", "--state", "confirmed", "--by", "Léa Dubois")
        self.assertEqual({entry["confirmed-by"] for entry in confirmed}, {"Léa Dubois"})
        self.assertEqual(self.run_program("hours", "set-state", "--student", "512345", "--state", "refused").returncode, 1)
        refused = self.run_json("hours", "set-state", "--student", "512345", "--state", "refused", "--reason", "Twice", confirmed[0]["id"])
        self.assertEqual([entry["count"] for entry in refused], ["no", "yes", "yes"])

    def test_sheet(self):
        """R7: a filled sheet is a proposal; applying it twice changes nothing more."""
        self.sign()
        self.run_json("hours", "add", "--student", "512345", "3h30 12/03 stand")
        sheet = self.path("sheet.csv")
        pathlib.Path(sheet).write_text("Date;Durée;Description;Confirmé\n12/03;3h30;Stand;x\n13/03/2026;2,5;Tri;oui\n31/02/2026;1;;\n14/03;beaucoup;;\n;;;\nTotal;6;;\n",
                                       encoding="utf-8")
        tried = self.run_json("import", "hours", sheet, "--student", "512345", "--dry-run")
        self.assertEqual((len(tried["added"]), len(tried["changed"]), len(tried["refused"])), (1, 1, 2))
        self.assertEqual(len(self.counts()), 1)
        self.run_json("hours", "import", sheet, "--student", "512345")
        entries = self.run_json("hours", "list", "--student", "512345")
        self.assertEqual([(entry["minutes"], entry["state"]) for entry in entries], [(210, "confirmed"), (150, "confirmed")])
        self.assertEqual({entry["source"] for entry in entries}, {"sheet.csv"})
        again = self.run_json("import", "hours", sheet, "--student", "512345")
        self.assertEqual((len(again["added"]), len(again["changed"]), again["unchanged"]), (0, 0, 2))

    def test_sheet_comes_back(self):
        """R7: the sheet that is written to be filled in is read back as it stands."""
        self.sign()
        for line in ("3h30 12/03 stand", "2:15 13/03 tri"):
            self.run_json("hours", "add", "--student", "512345", line)
        out = self.path("sheet.xlsx")
        self.assertEqual(self.run_program("hours", "sheet", "--student", "512345", "--out", out).returncode, 0)
        back = self.run_json("import", "hours", out, "--student", "512345", "--dry-run")
        self.assertEqual((len(back["added"]), len(back["changed"]), back["unchanged"], back["refused"]), (0, 0, 2, []))

    def test_change(self):
        """placement-change: what follows is told first; the old one closes, its hours are kept, hours add up."""
        self.sign()
        self.run_json("hours", "add", "--student", "512345", "--state", "accepted", "8h 12/03 stand")
        change = ("placement", "change", "--student", "512345", "--date", "2026-04-30", "--reason", "Projet annulé", "--organisation",
                  "Croix-Rouge", "--legal-form", "asbl", "--starts", "2026-05-04", "--hours", "150")
        told = self.run_json(*change, "--dry-run")["consequences"]
        self.assertIn("8 h counted at Les Petits Riens are kept.", told)
        self.assertEqual(len(self.run_json("placement", "list", "--student", "512345")), 1)
        placements = self.run_json(*change)
        self.assertEqual([(each["organisation-name"], each.get("closed-on")) for each in placements],
                         [("Les Petits Riens", "2026-04-30"), ("Croix-Rouge", None)])
        self.run_json("hours", "add", "--student", "512345", "--state", "accepted", "4h 12/06 tri")
        self.assertEqual(self.counts(), {"2026-03-12": "yes", "2026-06-12": "waiting"})
        self.sign("2026-05-10")
        self.assertEqual(self.counts(), {"2026-03-12": "yes", "2026-06-12": "yes"})

    def test_commercial_refused(self):
        """R7: a commercial organisation is refused with the reason."""
        said = self.run_program("placement", "create", "--student", "512345", "--organisation", "Banane", "--legal-form", "commercial", "--starts", "2026-05-04")
        self.assertEqual(said.returncode, 1)
        self.assertIn("commercial", said.stderr)

    def test_amended(self):
        """R21, R24: an edit of what is signed is an amendment, which bars the jury until it is signed; its paper is drawn."""
        self.sign()
        self.run_json("placement", "edit", "--student", "512345", "--ends", "2026-12-31", "--function", "Trésorière", "--amend", "--reason", "Prolongation")
        findings = {each["rule"]: each for each in self.run_json("check", "--student", "512345")}
        self.assertEqual(findings["R21"]["state"], "pending")
        for paper in ("agreement", "amendment", "hours-sheet", "attestation"):
            for language in ("fr", "en"):
                out = self.path(f"{paper}-{language}.pdf")
                self.run_json("paper", paper, "512345", "--out", out, "--language", language)
                self.assertTrue(pathlib.Path(out).read_bytes().startswith(b"%PDF-"))

    def test_grid(self):
        """R35: a transcribed grid dated before the placement's end is said; another number of levels is refused."""
        self.sign()
        bad = self.run_program("placement", "grid", "--student", "512345", "--date", "2026-09-01", "--levels", "3,4")
        self.assertEqual(bad.returncode, 1)
        self.run_json("placement", "grid", "--student", "512345", "--date", "2026-09-01", "--levels", "3,4,-,2,3,3,4,2,3,3", "--hours", "150 h")


if __name__ == "__main__":
    unittest.main()
