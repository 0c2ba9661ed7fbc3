#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""By keyboard and AT-SPI: an organisation and its committee, offers pasted and imported (R14, R17, R19), a subsidy and what it covers
(R29).
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from program import BUILD, Program, sample_register, tap

TODAY = "2026-11-23"
PICTURES = os.environ.get("CECI_PICTURES")


def cecictl(register, *arguments):
    command = [BUILD / "src" / "cli" / "cecictl", "--json", "--register", register, "--on", TODAY, *map(str, arguments)]
    said = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    assert said.returncode == 0, f"cecictl {' '.join(map(str, arguments))}: {said.stderr}"
    return json.loads(said.stdout)


def draw(program, name):
    if PICTURES:
        program.picture(pathlib.Path(PICTURES) / f"{name}.png")


def open_program(register, **options):
    return Program("--on", TODAY, register, size=(1366, 768), **options)


def entries(program, title):
    """The dialog of this title: typing goes to its first entry."""
    return program.find("dialog", program.word(title))


def type_entries(program, *texts):
    """An entry after the other; NULL skips a choice; Return in the last one accepts."""
    for number, text in enumerate(texts):
        if number:
            program.key("Tab")
        if text:
            program.type(text)
    program.key("Return")


def organisation():
    """R14, R19: an organisation is added, its committee pasted, a mandate added, the check recorded"""
    with tempfile.TemporaryDirectory(prefix="ceci-orgs.") as folder:
        register = sample_register(folder)
        with open_program(register) as program:
            program.key("alt+4")
            page = program.find("group", program.word("Organisations"))
            program.wait(lambda: len(program.every("row", within=page)) > 5, "rows")
            draw(program, "organisations")
            program.activate(program.find("button", program.word("_New…")))
            entries(program, "New organisation")
            draw(program, "new-organisation")
            type_entries(program, "Cercle de la Plaine", None, None, "0431.150.351")
            program.wait(lambda: any("ten digits" in node.name for node in program.every()), "the number is refused")
            program.key("ctrl+a")
            program.type("0403.019.261")
            program.key("Return")
            program.find(None, re.compile("Cercle de la Plaine"))
            program.key("ctrl+f")
            program.type("de la Plaine")
            row = program.wait(lambda: (rows := [each for each in program.every("row") if "Plaine" in each.name]) and len(rows) == 1 and rows[0], "the one row")
            program.focus(row)
            program.key("Return")
            program.find(None, program.word("Students placed here"))
            draw(program, "organisation")
            program.activate(program.find("button", program.word("_Check…")))
            program.find(None, program.word("Why may students be placed there?"))
            program.type("Statutes read")
            program.key("Return")
            program.find(None, re.compile("Statutes read"))
            program.activate(program.find("button", program.word("_Paste a list…")))
            program.find(None, program.word("Paste a committee’s list"))
            program.type("Sarah Peeters; President; 01/10/2025; 30/09/2026")
            program.key("Return")
            program.type("Ali Benali; Treasurer; 01/10/2026;")
            program.activate(program.find("button", program.word("_Preview")))
            program.find("dialog", program.word("Import mandates"))
            accept = program.find("button", program.word("_Import"))
            draw(program, "committee")
            program.activate(accept)
            program.gone("dialog", program.word("Import mandates"))
            program.find(None, re.compile("Sarah Peeters"))
            program.activate(program.find("button", program.word("Add a _mandate…")))
            entries(program, "Add a mandate")
            type_entries(program, "Tom Jacobs", "Secretary", "01/10/2026", "")
            program.find(None, re.compile("Tom Jacobs"))
            draw(program, "mandates")
        held = cecictl(register, "mandate", "list", "Cercle de la Plaine")
        assert {(each["holder-name"], each["starts-on"]) for each in held} == {
            ("Sarah Peeters", "2025-10-01"), ("Ali Benali", "2026-10-01"), ("Tom Jacobs", "2026-10-01")}, held
        assert cecictl(register, "organisation", "show", "Cercle de la Plaine")["checked-reason"] == "Statutes read"


def funding():
    """R29: a subsidy is added and covers places of an intake; what is still to find is counted"""
    with tempfile.TemporaryDirectory(prefix="ceci-orgs.") as folder:
        register = sample_register(folder)
        before = {each["id"]: each for each in cecictl(register, "funding", "list")["cohorts"]}
        with open_program(register) as program:
            program.key("alt+5")
            page = program.find("group", program.word("Funding"))
            program.wait(lambda: program.every("row", within=page), "rows")
            draw(program, "funding")
            program.activate(program.find("button", program.word("_Subsidies")))
            program.find(None, re.compile("Loterie nationale"))
            draw(program, "subsidies")
            program.activate(program.find("button", program.word("_New subsidy…")))
            entries(program, "New subsidy")
            draw(program, "new-subsidy")
            type_entries(program, "Commune", "C-1", "1200", "2", "01/01/2026", "31/12/2026", None, "BE68 5390 0754 7034", "")
            program.find(None, re.compile("Commune"))
            program.key("alt+5")
            page = program.find("group", program.word("Funding"))
            row = program.wait(lambda: next(iter(program.every("row", re.compile("février 2027"), within=page)), None), "a row")
            program.focus(row)
            program.key("Return")
            save = program.find("button", program.word("_Save"))
            program.wait(lambda: program.every(None, re.compile("places are funded")), "the sum")
            draw(program, "covers")
            program.key("Up")
            program.activate(save)
            program.gone("button", program.word("_Save"))
        after = {each["id"]: each for each in cecictl(register, "funding", "list")["cohorts"]}
        added = [each for each in cecictl(register, "funding", "list")["subsidies"] if each["funder"] == "Commune"]
        assert [(each["amount-cents"], each["places"], each["iban"], each["state"]) for each in added] == [
            (120000, 2, "BE68539007547034", "requested")], added
        assert sum(after[each]["funded-places"] - before[each]["funded-places"] for each in after) == 1, (before, after)


if __name__ == "__main__":
    sys.exit(tap(organisation, funding))
