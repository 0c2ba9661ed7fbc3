#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The office's morning by keyboard and AT-SPI."""

import json
import re
import subprocess
import sys
import tempfile

import tour
from program import BUILD, Program, sample_register, tap

SCREEN = (1366, 768)


def cecictl(register, *arguments):
    said = subprocess.run([BUILD / "src" / "cli" / "cecictl", "--json", "--register", register, "--on", tour.TODAY, *arguments],
                          capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL)
    return json.loads(said.stdout)


def morning():
    """A thing to do is put aside with a reason, by the keyboard alone"""
    with tempfile.TemporaryDirectory() as folder:
        register = sample_register(folder)
        before = len(cecictl(register, "attention", "--kind", "agreement"))
        with Program("--on", tour.TODAY, register, size=SCREEN) as program:
            tour.to_do(program)
            row = program.find("list item", re.compile(" · "))
            program.focus(row)
            program.key("s")
            program.find(None, program.word("Put aside?"))
            program.type("On its way")
            program.key("Return")
            program.gone(None, program.word("Put aside?"))
            program.wait(lambda: len(cecictl(register, "snooze", "list")) > 0, "a thing put aside")
        assert len(cecictl(register, "attention", "--kind", "agreement")) <= before


if __name__ == "__main__":
    sys.exit(tap(morning))
