# SPDX-License-Identifier: GPL-3.0-or-later
"""A cohort's regulation from the command line: shown, tried, changed with a reason, its versions."""

import unittest

from cecictl import Office


class Regulation(Office):
    def test_tried_then_adopted(self):
        self.make_cohort()
        tried = self.run_json("regulation", "set", "February 2026", "placement-minutes=160", "--dry-run")
        self.assertFalse(tried["adopted"])
        self.assertEqual([(d["before"], d["after"]) for d in tried["differences"]], [("150 h", "160 h")])
        self.assertEqual(self.run_json("regulation", "show", "February 2026")["placement-minutes"], 9000)
        self.assert_refused("regulation", "set", "February 2026", "placement-minutes=160", says="why")
        done = self.run_json("regulation", "set", "February 2026", "placement-minutes=160", "certificate-title.en=Certificate",
                             "--reason", "Council of 20 November")
        self.assertTrue(done["adopted"])
        shown = self.run_json("regulation", "show", "February 2026")
        self.assertEqual(shown["placement-minutes"], 9600)
        self.assertEqual(shown["texts"]["certificate-title"]["en"], "Certificate")
        history = self.run_json("regulation", "history", "February 2026")
        self.assertEqual([(v["version"], v.get("reason")) for v in history], [(2, "Council of 20 November"), (1, None)])

    def test_refusals(self):
        self.make_cohort()
        for wrong in ("placement-minutes=-3", "productions=many", "nothing=3", "productions"):
            self.assert_refused("regulation", "set", "February 2026", wrong, "--reason", "x", code=2 if "=" not in wrong else 1)
        self.assert_refused("regulation", "show", "None such")

    def test_undone(self):
        self.make_cohort()
        self.run_json("regulation", "set", "February 2026", "productions=7", "--reason", "x")
        self.run_program("undo")
        self.assertEqual(self.run_json("regulation", "show", "February 2026")["productions"], 5)


if __name__ == "__main__":
    unittest.main()
