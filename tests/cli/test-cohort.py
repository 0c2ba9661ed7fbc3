# SPDX-License-Identifier: GPL-3.0-or-later
"""Cohorts from the command line, and the codes commands end with."""

import unittest

from cecictl import Office


class Cohorts(Office):
    def test_create_and_list(self):
        made = self.make_cohort("Février 2026", "--places", "12", "--value", "612.50")
        self.assertEqual(made["places"], 12)
        self.assertEqual(made["place-value-cents"], 61250)
        self.assertEqual(made["regulation"]["placement-minutes"], 9000)
        listed = self.run_json("cohort", "list")
        self.assertEqual([cohort["name"] for cohort in listed], ["Février 2026"])
        for member in ("id", "name", "phase", "places", "students", "applications", "opens-on", "closes-on", "starts-on"):
            self.assertIn(member, listed[0])

    def test_defaults_come_from_the_regulation(self):
        made = self.make_cohort()
        self.assertEqual((made["places"], made["place-value-cents"]), (30, 60000))

    def test_found_without_accents(self):
        self.make_cohort("Février 2026")
        self.assertEqual(self.run_json("cohort", "show", "fevrier 2026")["name"], "Février 2026")

    def test_phase(self):
        self.make_cohort()
        self.assertEqual(self.run_json("cohort", "phase", "February 2026", "running")["phase"], "running")
        self.assert_refused("cohort", "phase", "February 2026", "asleep", code=2)

    def test_refusals(self):
        self.make_cohort()
        self.assert_refused("cohort", "create", "February 2026", "--opens", "2025-12-01", "--closes", "2026-01-15",
                            "--starts", "2026-02-02", says="already")
        self.assert_refused("cohort", "create", "Other", "--opens", "2026-02-30", "--closes", "2026-01-15", "--starts",
                            "2026-02-02")
        self.assert_refused("cohort", "create", "Other", "--opens", "2026-02-01", "--closes", "2026-01-15", "--starts",
                            "2026-02-02", says="2026-01-15")
        self.assert_refused("cohort", "show", "None such", says="None such")
        self.assert_refused("cohort", "create", code=2)

    def test_no_register(self):
        self.assert_refused("cohort", "list")

    def test_text_is_a_table(self):
        self.make_cohort()
        done = self.run_program("cohort", "list")
        self.assertIn("February 2026", done.stdout)


if __name__ == "__main__":
    unittest.main()
