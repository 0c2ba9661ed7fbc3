# SPDX-License-Identifier: GPL-3.0-or-later
"""Jury sessions stand beside cohorts: R9."""

import unittest

from cecictl import Office


class Sessions(Office):
    def test_R9_sessions_are_independent_of_cohorts(self):
        """R9: one session hears students of several cohorts, and one cohort's students go to several sessions"""
        self.run_program("demo", self.register, "--no-documents")
        enrolled = [student for student in self.run_json("student", "list") if student["state"] == "enrolled"]
        cohorts = sorted({student["cohort-name"] for student in enrolled})
        self.assertGreater(len(cohorts), 1)
        one, other = (next(student for student in enrolled if student["cohort-name"] == cohort) for cohort in cohorts[:2])
        third = next(student for student in enrolled if student["cohort-name"] == cohorts[0] and student["id"] != one["id"])
        for name, day in (("March", "2027-03-12"), ("June", "2027-06-11")):
            self.run_json("jury", "create", name, "--held-on", day, "--cut-off", "2027-02-26")
        for session, student in (("March", one), ("March", other), ("June", third)):
            self.run_json("jury", "admit", session, student["id"], "--waiver", "Heard early")
        results = {session: {row["student"] for row in self.run_json("jury", "results", session)["dossiers"]} for session in ("March", "June")}
        self.assertEqual(results["March"], {one["id"], other["id"]})
        self.assertEqual(results["June"], {third["id"]})


if __name__ == "__main__":
    unittest.main()
