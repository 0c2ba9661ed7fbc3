#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A placement by keyboard alone: R7, R21, agreement-unsigned. Added, signed, hours entered."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from accessible import FOCUSED, SENSITIVE
from program import BUILD, Program, tap

SCREEN = (1366, 768)
ON = "2026-06-15"
INTAKE, MATRICULE = "February 2026", "000512345"
FORM = """Nom;Prénom;Adresse de courriel;Matricule;Faculté;Organisme;Mission\r
Martin;Élodie;elodie@etu.example;512345;Droit;;\r
"""
LINES = ("3h30 12/03 welcome desk", "2:15 13/03 sorting", "1,5 h 14/03 stand", "4h 20/03 minutes", "2h 20/01 before the enrolment")
PICTURES = os.environ.get("CECI_PICTURES")


class Office:
    """A register with one student, enrolled without a placement."""

    def __init__(self, folder):
        self.folder, self.register = pathlib.Path(folder), pathlib.Path(folder) / "office.ceci"
        self.whole = True
        form = self.folder / "form.csv"
        form.write_text(FORM, encoding="utf-8")
        self.cecictl("cohort", "create", INTAKE, "--opens", "2025-12-01", "--closes", "2026-01-15", "--starts", "2026-02-02")
        self.cecictl("import", "applications", form, "--cohort", INTAKE)
        application = self.cecictl("application", "list")[0]["id"]
        self.cecictl("student", "enrol", application, "--override", "A placement is being found", "--date", "2026-02-02")

    def cecictl(self, *arguments, register=None):
        command = [BUILD / "src" / "cli" / "cecictl", "--json", "--register", register or self.register, "--on", ON, *map(str, arguments)]
        said = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
        assert said.returncode == 0, f"cecictl {' '.join(map(str, arguments))}: {said.stderr}"
        return json.loads(said.stdout) if said.stdout.strip() else None

    def placements(self):
        return self.cecictl("placement", "list", "--student", MATRICULE)

    def hours(self):
        return {entry["worked-on"]: (entry["state"], entry["count"]) for entry in self.cecictl("hours", "list", "--student", MATRICULE)}


def open_placement(program):
    program.find("label", "Juries")
    program.key("ctrl+k")
    program.wait(lambda: any(node.has(FOCUSED) for node in program.every("search box") + program.every("text box") + program.every("text")), "the search")
    program.type("Martin")
    program.wait(lambda: any("Martin" in node.name for row in program.every("list item") for node in row.descend()), "the student found")
    program.key("Return")
    program.find(None, "What the certificate asks")
    program.key("ctrl+Next")
    program.gone(None, "What the certificate asks")


def draw(program, name):
    if PICTURES:
        program.picture(pathlib.Path(PICTURES) / f"{name}.png")


def press_key(program, button):
    """A button by the keyboard: the focus goes to it, and Return."""
    program.focus(button)
    program.key("Return")


def ready(program, name):
    return program.wait(lambda: next((node for node in program.every("button", name) if node.has(SENSITIVE)), None), f"{name} to press")


def fill_placement(program, fields):
    for title, text in fields:
        program.fill(program.find("text box", title), text)


def choose_form(program):
    """Without a legal form hours wait; the first of the list is the ASBL's."""
    program.focus(program.find("combo box", "Legal form"))
    program.key("space", "Home", "Return")  # the list that opens has no place in the tree of GTK 4.18
    program.find("label", "Non-profit association (ASBL)")


def add(office):
    """R7: a placement is added to a student who has none, by keys alone"""
    with Program("--on", ON, office.register, size=SCREEN) as program:
        open_placement(program)
        press_key(program, program.find("button", "Add a placement"))
        program.find("dialog", "New placement")
        program.find(None, re.compile("Choose an organisation, or name a new one"))
        fill_placement(program, (("Name", "Les Petits Riens"), ("Role in the organisation", "Welcome"), ("Assignment", "Welcomes visitors"),
                                 ("Starts on", "10/02/2026"), ("Ends on", "30/09/2026"), ("Planned hours", "160 h"),
                                 ("Name of the supervisor", "Jean Dupont"), ("E-mail", "jean@petits-riens.example")))
        choose_form(program)
        draw(program, "placement-add")
        press_key(program, ready(program, "Add"))
        program.gone("dialog", "New placement")
        program.find(None, re.compile("Les Petits Riens"))
    [placement] = office.placements()
    assert (placement["starts-on"], placement["planned-minutes"], placement["supervisor-name"]) == ("2026-02-10", 9600, "Jean Dupont"), placement


def sign_and_log(office):
    """R21, R7, agreement-unsigned: hours wait for three signatures; five lines, one of them not counted"""
    with Program("--on", ON, office.register, size=SCREEN) as program:
        open_placement(program)
        program.key("ctrl+h")
        enter_line(program, LINES[0])
        assert office.hours() == {"2026-03-12": ("accepted", "waiting")}, office.hours()
        for _party in range(3):
            sign_next(program)
        assert office.hours() == {"2026-03-12": ("accepted", "yes")}, office.hours()
        program.key("ctrl+h")
        for line in LINES[1:]:
            enter_line(program, line)
        draw(program, "placement-hours")
    assert office.hours()["2026-01-20"] == ("accepted", "no"), office.hours()
    assert [count for _state, count in office.hours().values()].count("yes") == 4, office.hours()


def enter_line(program, line):
    what = line.split(None, 3 if " h " in line else 2)[-1]
    program.wait(lambda: any(node.has(FOCUSED) and node.has(SENSITIVE) for node in program.every(within=program.find("text box", re.compile("^New hours")))), "the line for hours")
    program.type(line)
    program.key("Return")
    program.find(None, re.compile(f"^{re.escape(what)} ·"))


def sign_next(program):
    unsigned = len(program.every("button", "Record the signature…"))
    press_key(program, program.find("button", "Record the signature…"))
    program.find("alert dialog", re.compile("^Signature of the agreement"))
    if unsigned == 3:
        draw(program, "placement-sign")
    program.fill(program.find("text box", "Signatory"), "Claire Lemaire")
    program.fill(program.find("text box", "Signed on"), "12/02/2026")
    program.key("Return")
    program.wait(lambda: len(program.every("button", "Record the signature…")) < unsigned, "the signature")


def step(office, part):
    def run():
        assert office.whole, "an earlier part failed"
        office.whole = False
        part(office)
        office.whole = True
    run.__doc__ = part.__doc__
    return run


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        kept = Office(scratch)
        sys.exit(tap(*(step(kept, part) for part in (add, sign_and_log))))
