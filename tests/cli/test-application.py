# SPDX-License-Identifier: GPL-3.0-or-later
"""Applications and the people behind them from the command line: R2, R3, R12, R13, R14, R15, R27 and «duplicate-person»."""

import unittest

from cecictl import Office

HEADINGS = '"Nom";"Prénom";"E-mail";"Matricule";"Faculté";"Profil";"Organisme";"Forme juridique";"Mission";"Heures prévues";"Genre"'
NOOR = '"Peeters";"Noor";"noor@etu.example";"000512345";"Médecine";"Déjà engagée";"Les Amis";"ASBL";"Animer";"160";""'
ZOE = '"Ziani";"Zoé";"zoe@etu.example";"512346";"Polytech";"Prête à agir";"Banane";"SRL";"";"90";""'
LEA = '"Martin";"Léa";"lea@etu.example";"512347";"Fac de droit";"";"";"";"";"";""'


class Applications(Office):
    def setUp(self):
        super().setUp()
        self.make_cohort()
        self.bring(NOOR, ZOE, LEA)

    def bring(self, *rows, name="form.csv"):
        form = self.write(name, "\ufeff" + "\r\n".join([HEADINGS, *rows, ""]))
        return self.run_json("import", "applications", form, "--cohort", "February 2026")

    def show(self, who):
        return self.run_json("application", "show", who)

    def test_R13_every_reason(self):
        """R13: an inadmissible application says each of its reasons; R7 refuses a commercial form."""
        zoe = self.show("512346")
        self.assertEqual(zoe["state"], "inadmissible")
        for words in ("No assignment is described.", "90 h are planned; 150 h are needed.", "commercial company"):
            self.assertIn(words, zoe["state-reason"])
        points = {check["facts"]["point"]: check["state"] for check in zoe["check"]}
        self.assertEqual(points, {"organisation": "ok", "mission": "blocked", "legal-form": "blocked", "hours": "blocked",
                                  "eligible": "warning"})
        self.assertEqual(self.show("Noor Peeters")["state"], "admissible")

    def test_R13_corrected(self):
        """R13: a correction is checked at once; undo takes both back."""
        edited = self.run_json("application", "edit", "512346", "mission=Welcome", "planned-hours=160 h", "legal-form=asbl")
        self.assertEqual(edited["state"], "admissible")
        self.assertEqual(edited["planned-minutes"], 9600)
        self.run_json("undo")
        self.assertEqual(self.show("512346")["state"], "inadmissible")
        self.assert_refused("application", "edit", "512346", "planned-hours=many", code=2)
        self.assert_refused("application", "edit", "512346", "shoe-size=43", code=2, says="shoe-size")

    def test_R13_checked_again(self):
        """R13: another regulation, other states: said first, then written; what a person decided stays."""
        self.run_json("application", "set-state", "512347", "declined")
        self.assertEqual(self.run_json("application", "check", "February 2026", "--dry-run"), [])
        self.run_json("application", "set-state", "512345", "received")
        planned = self.run_json("application", "check", "February 2026", "--dry-run")
        self.assertEqual([(each["from"], each["to"]) for each in planned], [("received", "admissible")])
        self.assertEqual(self.show("512345")["state"], "received")
        self.run_json("application", "check", "February 2026")
        self.assertEqual(self.show("512345")["state"], "admissible")
        self.assertEqual(self.show("512347")["state"], "declined")

    def test_R14_the_office_vouches(self):
        """R14: without a label the office says why the placement is eligible."""
        def eligible():
            return next(check for check in self.show("512345")["check"] if check["rule"] == "R14")["state"]
        self.assertEqual(eligible(), "warning")
        self.run_json("application", "edit", "512345", "eligibility-reason=Known for years")
        self.assertEqual(eligible(), "ok")

    def test_R15_guidance(self):
        """R15: «sans stage, accompagnement», with a log of contacts."""
        self.assertEqual(self.run_json("application", "guidance", "512347", "start", "--since", "2026-01-10")["guidance-since"],
                         "2026-01-10")
        shown = self.run_json("application", "contact", "512347", "--note", "Trois offres envoyées", "--channel", "phone")
        self.assertEqual([(each["note"], each["channel"], each["contacted-on"]) for each in shown["contacts"]],
                         [("Trois offres envoyées", "phone", "2026-11-23")])
        self.assert_refused("application", "contact", "512347", code=2)
        self.assertNotIn("guidance-since", self.run_json("application", "guidance", "512347", "stop"))

    def test_R27_waiting(self):
        """R27: the waiting list is a state; what is refused or taken back has a reason."""
        self.assertEqual(self.run_json("application", "set-state", "512345", "waiting")["state"], "waiting")
        self.assert_refused("application", "set-state", "512345", "withdrawn", code=2)
        self.assertEqual(self.run_json("application", "set-state", "512345", "withdrawn", "--reason", "Moves")["state-reason"], "Moves")
        self.assert_refused("application", "set-state", "512345", "selected", code=2)

    def test_R2_R3_never_a_reason(self):
        """R2, R3: profile and faculty are recorded as people write them, and bar nobody."""
        self.assertEqual([self.show(who)["faculty-code"] for who in ("512345", "512346", "512347")], ["MED", "EPB", "DROIT"])
        self.assertEqual(self.show("512345")["entry-profile"], "Déjà engagée")
        self.assertNotIn("faculty", " ".join(check["reason"].lower() for check in self.show("512347")["check"]))

    def test_duplicate_person(self):
        """R12, duplicate-person: a nearly equal name is a doubt at import; merging is planned, written, undone."""
        near = self.bring('"Peters";"Noor";"np@other.example";"";"";"";"Les Amis";"ASBL";"Animer";"160";""', name="second.csv")
        self.assertEqual(len(near["unsure"]), 1)
        self.assertEqual(near["added"], [])
        self.bring('"Peeters";"Noor Anna";"anna@other.example";"512399";"";"";"Les Amis";"ASBL";"Animer";"160";""', name="third.csv")
        self.assertEqual(self.run_json("person", "duplicates"), [])
        planned = self.run_json("person", "merge", "512345", "512399", "--take", "email", "--dry-run")
        self.assertEqual({each["field"]: each["take"] for each in planned["fields"]}["email"], "other")
        self.assertEqual([each["of"] for each in planned["clashes"]], ["applications"])
        self.assertEqual(len(self.run_json("application", "list")), 4)
        self.run_json("person", "merge", "512345", "512399", "--take", "email")
        both = [each for each in self.run_json("application", "list") if each["family-name"] == "Peeters"]
        self.assertEqual(sorted(each["state"] for each in both), ["admissible", "withdrawn"])
        self.assertEqual({each["email"] for each in both}, {"anna@other.example"})
        self.assertEqual(len({each["person-id"] for each in both}), 1)
        self.run_json("undo")
        self.assertEqual(len({each["person-id"] for each in self.run_json("application", "list")}), 4)
        self.assertEqual(self.run_program("journal", "verify").returncode, 0)
        self.assert_refused("person", "merge", "512345", "512345")
        self.assert_refused("person", "merge", "512345", "nobody")

    def test_letters_say_what_was_decided(self):
        """R13, R16, R27: one word for all applicants: each letter follows from the state, with its reasons and the office's address."""
        refused = self.run_json("letter", "compose", "decision", "--application", "512346")[0]
        self.assertEqual(refused["kind"], "inadmissible")
        self.assertIn(self.show("512346")["state-reason"], refused["body"])
        self.assertIn("engagement.citoyen@ulb.be", refused["body"])
        self.assert_refused("letter", "compose", "decision", "--application", "512345", says="Peeters")
        self.assertEqual(self.run_json("letter", "list"), [])
        self.run_json("application", "set-state", "512345", "declined")
        told = self.run_json("letter", "prepare", "decision", "--application", "512345")[0]
        self.assertEqual((told["kind"], told["application-id"]), ("not-selected", self.show("512345")["id"]))
        free = self.run_json("letter", "prepare", "free", "--application", "512345", "--text", "Rendez-vous jeudi.")[0]
        self.assertIn("Rendez-vous jeudi.", free["body"])
        self.assertEqual(len(self.run_json("letter", "list", "--waiting")), 2)
        self.assert_refused("letter", "prepare", "decision", "512345", code=2)

    def test_found_by_words(self):
        self.assertEqual(self.show("lea martin")["matricule"], "512347")
        self.assert_refused("application", "show", "etu.example", says="several")
        self.assert_refused("application", "show", "nobody", says="nobody")


if __name__ == "__main__":
    unittest.main()
