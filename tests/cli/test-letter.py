#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What there is to do and the letters, from the command line: grouped, put aside, prepared, printed together, marked as sent (R11, R16)."""

import subprocess
import unittest

from cecictl import Office


class Letters(Office):
    def setUp(self):
        super().setUp()
        self.register = self.path("sample.ceci")
        done = self.run_program("demo", self.register, "--no-documents", "--students", "40")
        self.assertEqual(done.returncode, 0, done.stderr)

    def unsigned(self):
        return self.run_json("attention", "--kind", "agreement")

    def test_attention_is_grouped(self):
        """R11: everything to do says its kind, its day and whose it is, and a kind stands together"""
        everything = self.run_json("attention")
        kinds = [item["kind"] for item in everything]
        self.assertEqual(len(set(kinds)), 1 + sum(a != b for a, b in zip(kinds, kinds[1:])))
        self.assertIn("deadline", kinds)
        self.assertTrue(all(item["name"] for item in everything))
        text = self.run_program("attention").stdout
        self.assertIn("Agreements to sign", text)
        self.assertNotIn("warning", text)

    def test_snooze(self):
        """Put aside until a day with a reason, listed, and woken"""
        first = self.unsigned()[0]
        made = self.run_json("snooze", "add", first["rule"], "--student", first["student"], "--until", "2026-12-24", "--reason", "On its way")
        self.assertNotIn(first["student"], [item["student"] for item in self.unsigned()])
        listed = self.run_json("snooze", "list")
        self.assertEqual([item["made-on"] for item in listed if item["id"] == made["id"]], ["2026-11-23"])
        self.run_json("snooze", "wake", made["id"])
        self.assertIn(first["student"], [item["student"] for item in self.unsigned()])
        self.assert_refused("snooze", "add", "R21", "--student", first["student"], "--until", "2026-01-01", "--reason", "Late")

    def test_letters(self):
        """R16: prepared for several in one step, printed as one PDF, marked as sent"""
        students = [item["student"] for item in self.unsigned()][:3]
        self.assertTrue(students)
        letters = self.run_json("letter", "prepare", "agreement-unsigned", *students)
        for letter in letters:
            self.assertIn("engagement.citoyen@ulb.be", letter["body"])
            self.assertIn("02 650 28 79", letter["body"])
        out = self.path("letters.pdf")
        self.run_json("letter", "print", *[letter["id"] for letter in letters], "--out", out)
        pages = subprocess.run(["qpdf", "--show-npages", out], capture_output=True, text=True, check=True).stdout
        self.assertEqual(int(pages), len(letters))
        self.run_json("letter", "sent", letters[0]["id"], "--channel", "print")
        waiting = {letter["id"] for letter in self.run_json("letter", "list", "--waiting")}
        self.assertNotIn(letters[0]["id"], waiting)
        self.assert_refused("letter", "prepare", "nothing", students[0], says="agreement-unsigned")
        self.assert_refused("letter", "sent", letters[0]["id"], "--channel", "pigeon", code=2)


if __name__ == "__main__":
    unittest.main()
