# SPDX-License-Identifier: GPL-3.0-or-later
"""Selecting from the command line: proposed, changed, confirmed, filled again, with its minutes (R27, R28)."""

import unittest

from cecictl import Office

COHORT = "February 2026"
FACULTIES = ["Faculté des Sciences", "Faculté de Droit et de Criminologie", "École polytechnique de Bruxelles"]


class Selecting(Office):
    def setUp(self):
        super().setUp()
        self.make_cohort(COHORT, "--places", "4")
        rows = ["Date de soumission;Nom;Prénom;Adresse électronique;Faculté;Année d’études;Genre;Organisme;Forme juridique;Mission;Heures prévues"]
        for number in range(12):
            rows.append(f"2026-01-{number + 1:02} 10:00:00;Nom{number:02};Noor;n{number}@example.invalid;{FACULTIES[number % 3]};Master {1 + number % 2};"
                        f"{'Femme' if number % 4 else 'Homme'};Association;ASBL;Aide aux devoirs;{160 if number != 11 else 20}")
        self.run_json("import", "applications", self.write("form.csv", "\ufeff" + "\r\n".join(rows)), "--cohort", COHORT)

    def propose(self, *options):
        return self.run_json("select", "propose", COHORT, *options)

    def test_R28_proposal(self):
        proposed = self.propose("--seed", 7)
        self.assertEqual(len(proposed["chosen"]), 4)
        self.assertEqual(proposed["inadmissible"], 1, "R13: twenty hours are not enough")
        self.assertEqual(len(proposed["waiting"]), 7)
        self.assertTrue(proposed["proved"])
        self.assertEqual(proposed["objective"], proposed["bound"])
        self.assertEqual(proposed["seed"], 7)
        faculties = [group for group in proposed["composition"]["groups"] if group["dimension"] == "faculty"]
        self.assertTrue(all(group["chosen"] >= 1 for group in faculties), "R3: one from every faculty")
        self.assertEqual(self.run_json("select", "show", COHORT)["chosen"], proposed["chosen"])
        self.assertEqual(self.propose("--seed", 7)["chosen"], proposed["chosen"])

    def test_R28_dry_run(self):
        tried = self.propose("--dry-run", "--places", 6)
        self.assertEqual(len(tried["chosen"]), 6)
        self.assertEqual(self.run_json("select", "show", COHORT)["chosen"], [])
        self.assert_refused("select", "propose", COHORT, "--places", "6", code=2)

    def test_R28_locks(self):
        first = self.propose()
        out, others = first["chosen"][0]["id"], first["waiting"][0]["id"]
        self.assert_refused("select", "propose", COHORT, "--lock-in", others, code=2, says="--reason")
        second = self.propose("--lock-in", others, "--lock-out", out, "--reason", "Known to the office")
        chosen = [person["id"] for person in second["chosen"]]
        self.assertIn(others, chosen)
        self.assertNotIn(out, chosen)
        self.assertEqual({change["reason"] for change in second["changes"]}, {"Known to the office"})
        everyone = [option for person in first["chosen"] + first["waiting"] for option in ("--lock-in", person["id"])]
        self.assert_refused("select", "propose", COHORT, "--reason", "All", *everyone, says="release")
        self.assert_refused("select", "propose", COHORT, "--reason", "Who", "--lock-in", "nobody", says="nobody")

    def test_R28_targets(self):
        file = self.write("targets.json", '{"faculty": {"weight": 0}, "path": {"weight": 0}, "gender": {"targets": {"male": 3, "female": 1}}}')
        proposed = self.propose("--targets", file)
        gender = {group["group"]: group["chosen"] for group in proposed["composition"]["groups"] if group["dimension"] == "gender"}
        self.assertEqual((gender["male"], gender["female"]), (3, 1))
        self.assert_refused("select", "propose", COHORT, "--targets", self.write("bad.json", "{"), says="targets")

    def test_R27_confirm_withdrawal_fill(self):
        self.assert_refused("select", "confirm", COHORT, says="Propose first")
        proposed = self.propose()
        extra = proposed["waiting"][-1]["id"]
        self.assert_refused("select", "change", COHORT, extra, "in", code=2, says="--reason")
        self.run_json("select", "change", COHORT, extra, "in", "--reason", "A second look")
        self.assert_refused("select", "confirm", COHORT, says="5 are chosen")
        self.run_json("select", "change", COHORT, extra, "out", "--reason", "No place")
        done = self.run_json("select", "confirm", COHORT, on="2026-01-20")
        self.assertEqual((len(done["enrolled"]), len(done["waiting"])), (4, 7))
        cohort = self.run_json("cohort", "show", COHORT)
        self.assertEqual((cohort["phase"], cohort["enrolled"], cohort["waiting"]), ("running", 4, 7))
        self.assert_refused("select", "fill", COHORT, says="taken")
        student = self.run_json("student", "list", "--cohort", COHORT)[0]
        self.run_json("student", "withdraw", student["id"], "--date", "2026-03-01", "--reason", "Moves away")
        self.assert_refused("select", "fill", COHORT, done["waiting"][2], says="comes before")
        self.assertEqual(self.run_json("select", "fill", COHORT)["enrolled"], [done["waiting"][0]])
        override = self.run_json("select", "fill", COHORT, done["waiting"][3], "--reason", "An error of ours")
        self.assertEqual(override["enrolled"], [done["waiting"][3]])
        self.assertEqual(len(self.run_json("select", "close", COHORT, "--reason", "It has begun")["not-selected"]), 5)

    def test_R28_confirmation_is_one_step(self):
        self.propose()
        self.run_json("select", "confirm", COHORT)
        self.run_json("undo")
        cohort = self.run_json("cohort", "show", COHORT)
        self.assertEqual((cohort["phase"], cohort["students"], cohort["waiting"]), ("applications", 0, 0))
        self.run_json("journal", "verify")

    def test_R28_gender_is_erased(self):
        self.assert_refused("select", "erase-gender", COHORT, says="confirmed")
        self.propose()
        self.run_json("select", "confirm", COHORT, on="2026-01-20")
        composition = self.run_json("select", "show", COHORT)["composition"]
        foreseen = self.run_json("select", "erase-gender", COHORT, "--dry-run", on="2026-01-21")
        self.assertEqual((foreseen["done"], foreseen["persons"], foreseen["due"]), (False, 12, "2026-02-19"))
        self.assertEqual(self.run_json("select", "erase-gender", COHORT, on="2026-01-21")["persons"], 12)
        self.assertEqual(self.run_json("select", "erase-gender", COHORT, "--dry-run", on="2026-01-21")["persons"], 0)
        self.assertEqual(self.run_json("select", "show", COHORT)["composition"], composition, "counts name nobody: they stay")

    def test_R27_places(self):
        self.assert_refused("cohort", "places", COHORT, "6", says="reason")
        history = self.run_json("cohort", "places", COHORT, "6", "--reason", "A second subsidy")
        self.assertEqual([(each["places"], each["reason"]) for each in history][0], (6, "A second subsidy"))
        self.assertEqual(history[1]["places"], 4)
        self.assertEqual(self.run_json("cohort", "show", COHORT)["places"], 6)
        self.assert_refused("cohort", "places", COHORT, "many", code=2)

    def test_R27_places_for_all(self):
        self.run_json("cohort", "places", COHORT, "40", "--reason", "Everyone")
        self.assertEqual(len(self.propose()["chosen"]), 11)
        self.assertIn("places for all", self.run_program("select", "propose", COHORT).stdout)

    def test_R28_minutes(self):
        out = self.path("minutes.pdf")
        self.assert_refused("paper", "selection-minutes", COHORT, "--out", out, says="Propose")
        self.propose()
        self.run_json("select", "confirm", COHORT)
        for language in ("fr", "en"):
            self.run_json("paper", "selection-minutes", COHORT, "--out", out, "--language", language)
            with open(out, "rb") as file:
                self.assertEqual(file.read(5), b"%PDF-")


if __name__ == "__main__":
    unittest.main()
