#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A regulation changed by keyboard alone: seen before it is adopted, with its reason, and undone."""

import sys
import tempfile

import tour
from accessible import FOCUSED, SENSITIVE
from program import Program, sample_register, tap

SCREEN = (1366, 768)
FRENCH = "fr_BE.UTF-8"


def open_regulation(program):
    """The menu of the intake that is shown, by its button."""
    program.press(program.word("Intake"), "toggle button")
    # items of menus have no name in the tree of GTK 4.18: by the mnemonic, which is R in both languages
    program.wait(lambda: any(node.has(FOCUSED) for node in program.every("menu item")), "the menu")
    program.key("r")
    return program.find("spin button", program.word("Productions"))


def change(language, picture=None, **options):
    with tempfile.TemporaryDirectory() as folder, Program("--on", tour.TODAY, sample_register(folder, language), language=language, size=SCREEN, **options) as program:
        program.find("list item", tour.RUNNING)
        tour.intake(program)
        field = open_regulation(program)
        if picture:
            program.picture(picture + "-form.png")
        program.fill(field, "7")
        program.key("Tab")
        preview = program.word("_Preview…")
        program.press(preview)
        program.find("label", "5 → 7")
        adopt = program.find("button", program.word("_Adopt"))
        assert not adopt.has(SENSITIVE), "a change needs its reason"
        if picture:
            program.picture(picture + "-preview.png")
        program.type("Council of 20 November")  # the reason has the focus
        program.wait(lambda: program.find("button", program.word("_Adopt")).has(SENSITIVE), "a change that can be adopted")
        program.key("Return")
        program.gone("label", "5 → 7")
        field = open_regulation(program)
        program.wait(lambda: any(node.text() == "7" for node in program.every(within=field)), "seven productions")
        program.key("Escape")
        program.gone("spin button", program.word("Productions"))
        program.key("ctrl+z")
        field = open_regulation(program)
        program.wait(lambda: any(node.text() == "5" for node in program.every(within=field)), "five productions again")


def adopts():
    """A number is changed, what would change is shown, it is adopted with a reason, and undone"""
    change("en_GB.UTF-8")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        change(FRENCH if "fr" in sys.argv[1] else "en_GB.UTF-8", sys.argv[1], dark="dark" in sys.argv[1])
    else:
        sys.exit(tap(adopts))
