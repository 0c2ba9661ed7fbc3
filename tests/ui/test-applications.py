#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Applications by the keyboard alone: an application's page (R13, R14, R15), duplicate-person, letters, the table exported."""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

import tour
from accessible import ACTIVE, FOCUSED, SENSITIVE
from program import BUILD, NotSeen, Program, tap

FORM = """\ufeff"Nom";"Prénom";"E-mail";"Matricule";"Faculté";"Organisme";"Forme juridique";"Mission";"Heures prévues"\r
"Peeters";"Noor";"noor@etu.example";"512345";"Droit";"Les Amis";"ASBL";"Animer";"160"\r
"Peeters";"Noor Anna";"n2@etu.example";"512346";"Droit";"Les Amis";"ASBL";"Animer";"160"\r
"Ziani";"Karim";"karim@etu.example";"512347";"Sciences";"";"";"";""\r
"""


class Office:
    """A register with three applications; one has no placement."""

    def __init__(self, folder):
        self.folder, self.register = pathlib.Path(folder), pathlib.Path(folder) / "office.ceci"
        form = self.folder / "form.csv"
        form.write_text(FORM, encoding="utf-8")
        self.cecictl("cohort", "create", "February 2027", "--opens", "2026-11-01", "--closes", "2027-01-15", "--starts", "2027-02-02")
        self.cecictl("import", "applications", form, "--cohort", "February 2027")

    def cecictl(self, *arguments):
        command = [BUILD / "src" / "cli" / "cecictl", "--json", "--register", self.register, "--on", tour.TODAY, *map(str, arguments)]
        said = subprocess.run(command, capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL)
        return json.loads(said.stdout)

    def application(self, number):
        return self.cecictl("application", "show", number)


def row_with(program, text):
    def look():
        return next((row for row in program.every("row") if any(text in node.name for node in row.descend())), None)
    return program.wait(look, f"row with {text!r}")


def open_application(program, name):
    program.key("alt+2")
    program.focus(row_with(program, name))
    program.key("Return")
    program.find(None, program.word("Admissibility"))


def decides_on_an_application():
    """R13, R14, R15: from the table to an application's page, its reasons, the office's word, guidance with its log, the next one"""
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder)
        with Program("--on", tour.TODAY, office.register, size=(1366, 768)) as program:
            open_application(program, "Karim Ziani")
            program.find(None, "No organisation is named.")
            program.focus(program.find(None, program.word("Without a placement, guided by the office")))
            program.key("space")
            program.wait(lambda: office_says(office, "512347", "guidance-since") == tour.TODAY, "guidance in the register")
            program.fill(program.find("text box", program.word("What was said")), "Three offers sent")
            program.key("Return")
            program.find(None, "Three offers sent")
            program.key("alt+Up")
            program.find(None, "Noor Anna Peeters")
            program.press(program.word("_Eligible…"))
            program.fill(program.find("text box", program.word("Reason")), "Known for years")
            program.key("Return")
            program.find(None, re.compile("Known for years"))
        shown = office.application("512347")
        assert [each["note"] for each in shown["contacts"]] == ["Three offers sent"], shown["contacts"]
        assert office.application("512346")["eligibility-reason"] == "Known for years"


def office_says(office, number, field):
    """What the register holds while the program has it open: a second reader."""
    return office.application(number).get(field)


def save_to(program, open_dialog, path):
    """GTK's own file dialog: the path goes in, and Return takes it."""
    before = set(program.x_windows())
    open_dialog()
    identity = program.wait(lambda: next(iter(set(program.x_windows()) - before), None), "a file dialog")
    subprocess.run(["xdotool", "windowfocus", "--sync", identity], check=False, timeout=10)
    dialog = program.wait(lambda: next((window for window in program.tree().children if window.has(ACTIVE) and window.role == "dialog"), None), "an active file dialog")
    field = program.wait(lambda: next((node for node in program.every("text box", within=dialog) if node.has(SENSITIVE)), None), "a place for the name")
    for _time in range(5):
        field.set_text(str(path))
        program.focus(field) if not any(node.has(FOCUSED) for node in field.descend()) else None
        program.key("Return")
        try:
            program.wait(lambda: identity not in program.x_windows(), "end of the file dialog", 3)
            break
        except NotSeen:
            continue
    program.take_focus()


def exports_as_seen():
    """The table goes to a file as it is filtered"""
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder)
        out = pathlib.Path(folder) / "out" / "seen.csv"
        out.parent.mkdir()
        with Program("--on", tour.TODAY, office.register, size=(1366, 768)) as program:
            program.key("alt+2")
            row_with(program, "Karim Ziani")
            program.key("ctrl+f")
            program.wait(lambda: program.focused() is not None and program.focused().role in ("text box", "search box", "text"), "the search")
            program.type("peeters")
            program.wait(lambda: not any("Ziani" in node.name for row in program.every("row") for node in row.descend()), "a filtered table")
            save_to(program, lambda: program.key("ctrl+e"), out)
            program.wait(out.exists, "the file")
        lines = out.read_bytes().decode("utf-8-sig").split("\r\n")
        assert lines[0].startswith("Name;Faculty;Received;Organisation;Planned;State"), lines[0]
        assert len(lines) == 4 and all("Peeters" in line and ";160;" in line for line in lines[1:3]), lines


def merges_two_people():
    """duplicate-person, R12: from an application's page, two people side by side, what is kept chosen, one left; undone"""
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder)
        second = office.folder / "second.csv"
        second.write_text(FORM.splitlines()[0] + '\r\n"Ziani";"Karim";"kz@other.example";"";"Sciences";"";"";"";""\r\n', encoding="utf-8")
        office.cecictl("import", "applications", second, "--cohort", "February 2027", "--new", "2")
        assert len(office.cecictl("person", "duplicates")) == 1
        with Program("--on", tour.TODAY, office.register, size=(1366, 768)) as program:
            open_application(program, "Karim Ziani")
            program.press(program.word("Co_mpare…").replace("_", ""))
            merge = program.find("button", program.word("_Merge").replace("_", ""))
            program.wait(lambda: merge.has(SENSITIVE), "the two people")
            program.focus(program.find("combo box", program.word("E-mail")))
            program.key("space", "Down", "Return")
            program.focus(merge)
            program.key("Return")
            program.wait(lambda: office.cecictl("person", "duplicates") == [], "one person")
            both = [each for each in office.cecictl("application", "list") if each["family-name"] == "Ziani"]
            assert len(both) == 2 and len({each["person-id"] for each in both}) == 1, both
            assert len({each["email"] for each in both}) == 1, both
            program.key("ctrl+z")
            program.wait(lambda: len(office.cecictl("person", "duplicates")) == 1, "two people again")


def writes_what_was_decided():
    """R13, R16: a letter with the reasons and the office's address, prepared from an application's page"""
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder)
        with Program("--on", tour.TODAY, office.register, size=(1366, 768)) as program:
            open_application(program, "Karim Ziani")
            program.focus(program.find(None, program.word("Write to the applicant")))
            program.key("Return", "d")
            program.find(None, program.word("Letter %u of %u") % (1, 1))
            kept = office.cecictl("letter", "list", "--waiting")
            assert [each["kind"] for each in kept] == ["inadmissible"], kept
            assert "engagement.citoyen@ulb.be" in kept[0]["body"] and office.application("512347")["state-reason"] in kept[0]["body"], kept
            program.key("Escape")
            program.gone(None, program.word("Letter %u of %u") % (1, 1))


if __name__ == "__main__":
    sys.exit(tap(decides_on_an_application, merges_two_people, writes_what_was_decided, exports_as_seen))
