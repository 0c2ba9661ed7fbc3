#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A walk through an intake as an office runs one, by the keyboard alone: it is created, a form's export imported, the proposal
made and confirmed, meetings planned and attendance marked, an agreement signed, hours told, a document seen, what is to do
looked at. cecictl says at the end what the register holds.
"""

import importlib
import re
import sys
import tempfile

from accessible import SENSITIVE
from program import Program, tap

thread = importlib.import_module("test-thread")  # its ways of choosing a file, of signing, of telling hours

SCREEN = (1366, 768)
INTAKE = "Spring 2026"
HEADINGS = ("ID de la réponse", "Date de soumission", "Nom", "Prénom", "Adresse de courriel", "Matricule", "Faculté", "Organisme",
            "Type d'organisme", "Forme juridique", "Mission", "Fonction", "Heures prévues", "Date de début", "Date de fin")
PEOPLE = (("Peeters", "Noor", "000512345", "Droit", "160"), ("Martin", "Noé", "000512346", "Sciences", "150"),
          ("Diallo", "Awa", "000512347", "Médecine", "170"), ("Janssens", "Lou", "000512348", "Sciences", "90"))


def form():
    rows = [HEADINGS]
    for number, (family, first, matricule, faculty, hours) in enumerate(PEOPLE, 1):
        rows.append((str(number), f"2026-01-0{number} 10:00:00", family, first, f"{family.lower()}@etu.example", matricule, faculty,
                     "Les Amis du Parc", "ASBL", "ASBL", "Animer l'école de devoirs", "Animation", hours, "02/02/2026", "30/06/2026"))
    return "\ufeff" + "".join(";".join(f'"{cell}"' for cell in row) + "\r\n" for row in rows)


def create(program, office):
    """An intake of two places, and the form's export"""
    thread.choose_file(program, lambda: program.press("Create a register…"), office.register)
    program.find("label", "Juries")
    program.key("ctrl+n")
    program.find("button", "Create")
    for title, text in (("Name", INTAKE), ("Applications open on", "2025-12-01"), ("Applications close on", "2026-01-15"), ("Starts on", "2026-02-02")):
        program.fill(program.find("text box", title), text)
    places = program.find("spin button", "Places")
    program.fill(places, "2")
    program.key("Tab")
    program.activate(program.find("button", "Create"))
    program.find("label", INTAKE)
    thread.choose_file(program, lambda: program.key("ctrl+i"), office.form)
    accept = program.wait(lambda: next((node for node in program.every("button", "Import") if node.has(SENSITIVE)), None), "something to import")
    program.activate(accept)
    program.gone("button", "Import")
    thread.row_with(program, "Lou Janssens")


def select(program):
    """Two of three are proposed and enrolled, one waits, the fourth is inadmissible"""
    program.key("ctrl+Next")
    program.focus(program.find("button", "Propose"))
    program.key("Return")
    program.find("label", "2 / 2 places")
    program.focus(program.find("button", "Confirm…"))
    program.key("Return")
    program.find("label", re.compile("^2 people are enrolled"))
    program.key("Return")
    program.find(None, "Waiting list")


def meet(program):
    """A year of meetings, and the first one's attendance"""
    for _step in range(6):
        program.key("ctrl+Next")
        if program.every("button", "Plan meetings") or program.every("button", re.compile("Plan meetings…?")):
            break
    program.press(program.find("button", re.compile("Plan meetings…?")).name)
    program.find(None, "Week of the month")
    program.key("alt+p")
    program.gone(None, "Week of the month")
    program.wait(lambda: [node for node in program.every("button") if re.search(r", .+: Not marked$", node.name)], "the grid of attendance")
    for _step in range(40):
        here = program.focused()
        if here is not None and re.search(r", .+: Not marked$", here.name):
            break
        program.key("Tab")
        program.wait(lambda: program.focused() != here, "another focus", 5)  # noqa: B023
    program.key("p")
    program.find("button", re.compile(", .+: Present$"))


def walk():
    """From a new intake to a student under way, by the keyboard alone"""
    with tempfile.TemporaryDirectory() as folder:
        office = thread.Thread(folder)
        office.form.write_text(form(), encoding="utf-8")
        with Program("--on", "2026-03-05", size=SCREEN) as program:
            create(program, office)
            select(program)
            meet(program)
            enrolled = sorted(set(follow(program, office)))
        students = office.cecictl("student", "list")
        assert sorted(student["display-name"] for student in students) == enrolled and len(enrolled) == 2, students
        states = sorted(each["state"] for each in office.cecictl("application", "list"))
        assert states == ["inadmissible", "selected", "selected", "waiting"], states
        assert len(office.cecictl("meeting", "list", "--cohort", INTAKE)) > 5
        told = [each for student in students for each in office.cecictl("hours", "list", "--student", student["id"])]
        assert told, "no hours"
        office.cecictl("integrity")
        office.cecictl("journal", "verify")


def follow(program, office):
    """The first student: signatures, hours, a document; the names of all"""
    program.key("ctrl+Prior")
    rows = program.wait(lambda: [row for row in program.every("row") if any(re.match("Noor|Noé|Awa", node.name) for node in row.descend())], "the students")
    names = [re.search(r"(Noor|Noé|Awa) \w+", " ".join(node.name for node in row.descend()))[0] for row in rows]
    number = next(matricule for family, first, matricule, *_rest in PEOPLE if f"{first} {family}" == names[0])
    thread.sign_and_enter(program, office, names[0], number.lstrip("0"))
    return names


if __name__ == "__main__":
    sys.exit(tap(walk))
