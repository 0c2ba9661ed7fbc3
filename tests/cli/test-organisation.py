# SPDX-License-Identifier: GPL-3.0-or-later
"""Organisations, mandates and offers from the command line."""

import unittest

from cecictl import Office



class Organisations(Office):
    def setUp(self):
        super().setUp()
        self.make_cohort()

    def add(self, name, *options):
        return self.run_json("organisation", "add", name, *options)

    def test_R7_numbers_are_checked_and_kept_in_one_way(self):
        added = self.add("Les Petits Riens", "--kind", "association", "--legal-form", "asbl", "--number", "BE 0403.019.261",
                         "--phone", "02 650 28 79", "--postcode", "1050")
        self.assertEqual((added["enterprise-number"], added["phone"]), ("0403019261", "+32 2 650 28 79"))
        self.assert_refused("organisation", "add", "Other", "--number", "0431.150.351", says="ten digits")
        self.assert_refused("organisation", "add", "Other", "--postcode", "999", says="postcode")
        self.assert_refused("organisation", "add", "Other", "--kind", "pub", code=2)
        self.assertEqual([one["name"] for one in self.run_json("organisation", "list")], ["Les Petits Riens"])

    def test_R14_a_check_has_a_reason(self):
        self.add("Les Petits Riens")
        self.assert_refused("organisation", "check", "Les Petits Riens", code=2)
        checked = self.run_json("organisation", "check", "les petits riens", "--reason", "Visited in October")
        self.assertEqual((checked["checked-on"], checked["checked-reason"]), ("2026-11-23", "Visited in October"))

    def test_merged_and_undone(self):
        self.add("Cercle de Droit")
        self.add("Cercle de Driot", "--city", "Bruxelles")
        self.run_json("mandate", "add", "Cercle de Driot", "Sarah Peeters", "--role", "President", "--from", "2025-10-01")
        found = self.run_json("organisation", "show", "Cercle de Droit")
        self.assertEqual([one["name"] for one in found["duplicates"]], ["Cercle de Driot"])
        merged = self.run_json("organisation", "merge", "Cercle de Droit", "Cercle de Driot")
        self.assertEqual(merged["city"], "Bruxelles")
        self.assertEqual(len(self.run_json("mandate", "list", "Cercle de Droit")), 1)
        self.run_json("undo")
        self.assertEqual(len(self.run_json("organisation", "list")), 2)
        self.assertEqual(self.run_json("mandate", "list", "Cercle de Droit"), [])

    def test_R19_mandates_begin_and_end(self):
        self.add("Cercle de Droit", "--kind", "society")
        self.assert_refused("mandate", "add", "Cercle de Droit", "Sarah Peeters", "--role", "President", says="day it starts")
        self.run_json("mandate", "add", "Cercle de Droit", "Sarah Peeters", "--role", "President", "--from", "2025-10-01")
        ended = self.run_json("mandate", "end", "Cercle de Droit", "Sarah Peeters", "--until", "2026-09-30")
        self.assertEqual(ended["ends-on"], "2026-09-30")
        self.assert_refused("mandate", "end", "Cercle de Droit", "Sarah Peeters", "--until", "2026-09-30", says="no mandate")

    def test_R14_offers_are_imported(self):
        self.add("Les Petits Riens")
        path = self.write("offres.csv", "Réf;Titre;Organisme;Labels\nT-1;Accueil;Les Petits Riens;Stage étudiant\n"
                          "T-2;Potager;Racines urbaines;\n")
        shown = self.run_json("import", "offers", path, "--dry-run")
        self.assertEqual(([row["reference"] for row in shown["added"]], [row["line"] for row in shown["unsure"]]), (["T-1"], [3]))
        self.assertEqual(self.run_json("offer", "list"), [])
        self.run_json("import", "offers", path, "--same", "3=new")
        self.assertEqual({row["reference"]: row["labelled"] for row in self.run_json("offer", "list")}, {"T-1": True, "T-2": False})
        self.assertEqual(self.run_json("import", "offers", path)["unchanged"], 2)
        self.assert_refused("import", "offers", self.write("x.xlsx", b"PK\x03\x04 cut"), code=3)

    def test_removed_when_unused(self):
        self.add("Cercle de Droit")
        self.run_json("organisation", "remove", "Cercle de Droit")
        self.assertEqual(self.run_json("organisation", "list"), [])
        self.assert_refused("organisation", "show", "Cercle de Droit")


if __name__ == "__main__":
    unittest.main()
