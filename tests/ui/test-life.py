#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A student's life by keyboard alone: R11, R32, illness, withdrawal, name-change. Extend, withdraw, readmit, rename, a note, undo to a point."""

import json
import re
import subprocess
import sys
import tempfile

from accessible import FOCUSED, SENSITIVE
from program import BUILD, Program, sample_register, tap

SCREEN = (1366, 768)
ON = "2026-11-23"


class Life:
    def __init__(self, folder):
        self.register = sample_register(folder)
        self.student = next(s for s in self.cecictl("student", "list") if s["state"] == "enrolled" and "usual-first-name" not in s)

    def cecictl(self, *arguments):
        command = [BUILD / "src" / "cli" / "cecictl", "--json", "--register", self.register, "--on", ON, *map(str, arguments)]
        said = subprocess.run(command, capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL)
        return json.loads(said.stdout)

    def now(self):
        return self.cecictl("student", "show", self.student["id"])


def open_student(program, life):
    program.find("label", "Juries")
    program.key("ctrl+k")
    program.wait(lambda: any(node.has(FOCUSED) for node in program.every("search box") + program.every("text box") + program.every("text")), "the search")
    program.type(life.student["matricule"])
    program.wait(lambda: any(life.student["family-name"] in node.name for node in program.every("label")), "the student found")
    program.key("Return")
    program.find(None, "What the certificate asks")


def choose(program, downs):
    """An item of the student's menu, by its place: items have no name in the tree of GTK 4.18."""
    button = program.find("toggle button", "Student")
    program.focus(button)
    program.key("space")
    program.wait(lambda: program.every("menu item"), "the menu")
    program.key(*["Down"] * downs, "Return")


def accept(program, name):
    button = program.wait(lambda: next((node for node in program.every("button", name) if node.has(SENSITIVE)), None), f"{name} to press")
    program.activate(button)
    program.gone("button", name)


def extend(life):
    """R11, illness: an extension says what follows, and moves the deadline"""
    before = life.now()["deadline"]
    with Program("--on", ON, life.register, size=SCREEN) as program:
        open_student(program, life)
        choose(program, 2)
        program.find(None, re.compile("No medical detail is stored"))
        accept(program, "Grant")
        program.find(None, re.compile("Grant .* an extension"))
    assert life.now()["deadline"] > before


def rename(life):
    """name-change: a preferred first name stands everywhere"""
    with Program("--on", ON, life.register, size=SCREEN) as program:
        open_student(program, life)
        choose(program, 1)
        program.fill(program.find("text box", "Preferred first name (optional)"), "Sacha")
        program.find(None, re.compile("stands everywhere instead of"))
        accept(program, "Change")
        program.find(None, re.compile("^Sacha "))
    assert life.now()["display-name"].startswith("Sacha ")


def leave_and_return(life):
    """withdrawal: what follows is said; the student is readmitted with a gap"""
    life.deadline = life.now()["deadline"]
    with Program("--on", ON, life.register, size=SCREEN) as program:
        open_student(program, life)
        choose(program, 3)
        program.fill(program.find("text box", "Last day"), "2026-11-02")
        program.find(None, re.compile("A place is free"))
        accept(program, "Withdraw")
        program.find(None, re.compile("Done: Record the withdrawal"))
        choose(program, 2)  # what is not allowed now is passed over
        program.fill(program.find("text box", "Reason"), "Back")
        program.find(None, re.compile("Nothing done after"))
        accept(program, "Readmit")
        program.find(None, re.compile("Done: Readmit"))
    assert life.now()["state"] == "enrolled"


def note(life):
    """R32: a note is written, with its day, and settled"""
    with Program("--on", ON, life.register, size=SCREEN) as program:
        open_student(program, life)
        program.key("ctrl+shift+n")
        program.fill(program.find("text box", "To do by (optional date)"), "2026-11-20")
        program.fill(program.find("text box", "Note"), "Call back about the schedule")
        program.key("Return")
        program.find(None, re.compile("Call back about the schedule"))
        program.find("label", "Overdue")
        box = program.find("checkbox", "Settled")
        program.focus(box)
        program.key("space")
        program.find(None, re.compile("done on"))


def undo_to_a_point(life):
    """History in words, and undoing back to a point once what it reverts is shown"""
    with Program("--on", ON, life.register, size=SCREEN) as program:
        open_student(program, life)
        program.key("ctrl+Prior")  # the last view: the history
        program.find("search box", "Search the history")
        program.wait(lambda: program.every("button", "Undo back to here…"), "steps")
        program.activate(program.every("button", "Undo back to here…")[1])
        program.find(None, "Undo back to here?")
        program.press("Undo all")
        program.find(None, re.compile("Undone: 2 steps"))
    now = life.now()
    assert now["state"] == "enrolled" and "left-on" not in now, now
    assert now["deadline"] == life.deadline, now  # the readmission had set another
    happened = {event["kind"] for event in life.cecictl("student", "timeline", life.student["id"])}
    assert not happened & {"withdrawal", "readmission"} and "extension" in happened, happened
    life.cecictl("journal", "verify")


def step(life, part):
    def run():
        part(life)
    run.__doc__ = part.__doc__
    return run


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        kept = Life(scratch)
        sys.exit(tap(*(step(kept, part) for part in (extend, rename, note, leave_and_return, undo_to_a_point))))
