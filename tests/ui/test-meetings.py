#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""R6, R31 in the window, by the keyboard alone: meetings are planned, attendance is marked, an export of the virtual campus is imported."""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

import tour
from program import BUILD, Program, sample_register, tap

SCREEN = (1366, 768)
COHORT = "Rentrée d’octobre 2025"


def cecictl(register, *arguments):
    """What cecictl says of a register that no window holds."""
    return json.loads(subprocess.run([BUILD / "src" / "cli" / "cecictl", "--register", register, "--json", "--on", tour.TODAY, *arguments],
                                     check=True, capture_output=True, text=True).stdout)


def meetings(program):
    """To the intake's meetings."""
    tour.intake(program)
    for _step in range(6):
        if program.every("button", program.word("Mark everyone else present")) or program.every("button", program.word("_Plan meetings…")):
            return
        tour.next_view(program)
    raise AssertionError("the meetings are not in sight")


def grid_cell(program):
    """Into the grid by Tab; the cell that has the focus."""
    for _step in range(40):
        here = program.focused()
        if here is not None and here.role == "button" and re.search(r", .+: ", here.name):
            return here
        program.key("Tab")
        program.wait(lambda: program.focused() != here, "another focus", 5)  # noqa: B023
    raise AssertionError("no way into the grid by Tab")


def marks_attendance():
    """R6: P, E, A mark and go on; Enter goes on; Delete clears; the counts follow; what is written can be undone"""
    with tempfile.TemporaryDirectory() as folder:
        register = sample_register(folder)
        with Program("--on", tour.TODAY, register, size=SCREEN) as program:
            program.find("list item", tour.RUNNING)
            meetings(program)
            first = grid_cell(program)
            program.key("Home")
            first = program.focused()
            name, day = re.match(r"(.+), (.+): ", first.name).groups()
            program.key("a", "e", "p")
            for said in ("Absent", "Excused", "Present"):
                program.wait(lambda said=said: any(n.name.endswith(f"{day}: {program.word(said)}") for n in program.every("button")), f"{said} marked")
            program.wait(lambda: f"{name}, {day}: {program.word('Absent')}" in [n.name for n in program.every("button")], "the first absent")
            program.key("Home", "Delete")
            program.find("button", f"{name}, {day}: {program.word('Not marked')}")
            program.key("ctrl+z")
            program.find("button", f"{name}, {day}: {program.word('Absent')}")
            program.key("Right", "Left", "Return")
            program.wait(lambda: program.focused() is not None and program.focused() != first, "the next student")


def plans_meetings():
    """R6: a year of meetings is planned from a rule, looked at, and created in one step"""
    with tempfile.TemporaryDirectory() as folder:
        register = sample_register(folder)
        before = len(cecictl(register, "meeting", "list", "--cohort", COHORT))
        with Program("--on", tour.TODAY, register, size=SCREEN) as program:
            program.find("list item", tour.RUNNING)
            meetings(program)
            program.press(program.word("Plan meetings"))
            program.find(None, program.word("Week of the month"))
            program.key("alt+p")
            program.gone(None, program.word("Week of the month"))
        after = cecictl(register, "meeting", "list", "--cohort", COHORT)
        assert len(after) > before + 5, (before, len(after))


if __name__ == "__main__":
    sys.exit(tap(marks_attendance, plans_meetings))
