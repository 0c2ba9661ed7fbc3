# SPDX-License-Identifier: GPL-3.0-or-later
"""Subsidies from the command line, and the report (R29)."""

import unittest
import zipfile

from cecictl import Office


class Funding(Office):
    def setUp(self):
        super().setUp()
        self.make_cohort()

    def add(self, funder, *options):
        return self.run_json("funding", "add", funder, "--amount", "12.000", "--places", "20", "--from", "2026-01-01", "--until",
                             "2026-12-31", *options)

    def test_R29_what_is_still_to_find(self):
        granted = self.add("Fédération", "--state", "granted", "--iban", "BE68 5390 0754 7034")
        requested = self.add("Région")
        self.assertEqual((granted["amount-cents"], granted["iban"], requested["state"]), (1200000, "BE68539007547034", "requested"))
        self.run_json("funding", "cover", granted["id"], "--cohort", "February 2026", "--places", "20")
        self.run_json("funding", "cover", requested["id"], "--cohort", "February 2026", "--places", "5")
        cohort = self.run_json("funding", "list")["cohorts"][0]
        self.assertEqual((cohort["cost-cents"], cohort["funded-places"], cohort["requested-places"], cohort["missing-cents"]),
                         (1800000, 20, 5, 600000))
        over = self.run_program("funding", "cover", granted["id"], "--cohort", "February 2026", "--places", "31")
        self.assertEqual(over.returncode, 0)
        self.assertIn("11 places less", over.stderr)

    def test_R29_what_is_refused(self):
        self.assert_refused("funding", "add", "Région", "--amount", "beaucoup", code=2)
        self.assert_refused("funding", "add", "Région", "--amount", "5", "--places", "1", "--from", "2026-01-01", "--until",
                            "2026-12-31", "--iban", "BE41 0918 1173 5141", says="account number")
        self.assert_refused("funding", "add", "Région", "--amount", "5", "--places", "1", says="first and its last day")
        self.assertEqual(self.run_json("funding", "list")["subsidies"], [])

    def test_R29_the_report_as_pdf_and_workbook(self):
        self.add("Fédération", "--state", "granted")
        for language in "fr", "en":
            path = self.path(f"report-{language}.pdf")
            self.run_json("funding", "report", "--out", path, "--language", language)
            with open(path, "rb") as file:
                self.assertEqual(file.read(5), b"%PDF-")
        path = self.path("report.xlsx")
        self.run_json("funding", "report", "--out", path)
        with zipfile.ZipFile(path) as workbook:
            self.assertIn(b"February 2026", workbook.read("xl/sharedStrings.xml"))


if __name__ == "__main__":
    unittest.main()
