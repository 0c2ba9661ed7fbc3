#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every requirement of the certificate, and everything that goes wrong in a student's life, has a test that names it.

A test names what it holds: in the path of a g_test ("/regulation/R18/…"), or in the name or the docstring of a test in Python. What is
listed here is what CECi's public FAQ asks (R2 to R36; the jury's are elsewhere), and what happens to people and papers.
"""

import pathlib
import re
import sys

TESTS = pathlib.Path(__file__).resolve().parent.parent
REQUIREMENTS = [f"R{number}" for number in range(2, 37)]
WRONG = ["late-document", "placement-change", "agreement-unsigned", "production-missing", "withdrawal", "illness", "name-change",
         "duplicate-person", "wrong-pdf", "hostile-pdf", "erasure-request"]
# the paths given to g_test_add… and its wrappers; in Python what unittest and tap() print
IN_C = re.compile(r'"(/[^"\n]*)"')
IN_PYTHON = re.compile(r'def (test_\w+)|"""(.*?)"""', re.S)


def names():
    """Each test's names, with the file they stand in."""
    for path in sorted(TESTS.rglob("test-*.c")):
        for found in IN_C.finditer(path.read_text(encoding="utf-8")):
            yield path, found.group(1)
    for path in sorted(TESTS.rglob("test-*.py")):
        if path == pathlib.Path(__file__).resolve():
            continue
        for found in IN_PYTHON.finditer(path.read_text(encoding="utf-8")):
            yield path, found.group(1) or found.group(2)


def main():
    known = list(names())
    wanted = REQUIREMENTS + WRONG
    print(f"1..{len(wanted)}")
    missing = 0
    for number, row in enumerate(wanted, 1):
        pattern = re.compile(rf"(?<![\w-]){re.escape(row)}(?![\w-])|(?<![a-z]){re.escape(row.replace('-', '_'))}(?![a-z\d])", re.I if row in WRONG else 0)
        files = sorted({str(path.relative_to(TESTS)) for path, name in known if pattern.search(name)})
        missing += not files
        print(f"{'ok' if files else 'not ok'} {number} - {row}: {', '.join(files[:6]) or 'no test names it'}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
