#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A selection by the keyboard alone, in the real program: proposed, ticked, held, confirmed, a freed place offered (R27, R28)."""

import re
import sys
import tempfile

import tour
from accessible import CHECKED
from program import Program, sample_register, tap

SCREEN = (1366, 768)
PLACES = re.compile(r"^(\d+) / (\d+) places$")


def open_selection(program):
    """The intake in selection, from the sidebar."""
    row = program.find("list item", re.compile(", Selection, "))
    program.focus(row)
    program.key("Return")
    program.find("button", "Propose")


def chosen(program):
    return int(PLACES.match(program.find("label", PLACES).name)[1])


def propose(program):
    program.focus(program.find("button", "Propose"))
    program.key("Return")
    program.wait(lambda: chosen(program) == 30, "thirty proposed")


def first_row(program):
    """The first applicant, with the keyboard on the row."""
    row = program.wait(lambda: next((row for row in program.every("row") if any(node.role == "checkbox" for node in row.descend())), None), "an applicant")
    program.focus(row)
    return row


def is_ticked(program):
    row = next(row for row in program.every("row") if any(node.role == "checkbox" for node in row.descend()))
    return next(node for node in row.descend() if node.role == "checkbox").has(CHECKED)


def answer(program, reason):
    program.fill(program.find("text box", "Reason"), reason)
    program.key("Return")
    program.gone("text box", "Reason")


def R28_ticks_and_holds_by_keyboard():
    """R28: Space ticks and the bars' figures follow; I, O and R hold and release, with the reason asked"""
    with tempfile.TemporaryDirectory() as folder, Program("--on", tour.TODAY, sample_register(folder), size=SCREEN) as program:
        open_selection(program)
        propose(program)
        program.find("label", re.compile("proved"))
        first_row(program)
        before = is_ticked(program)
        program.key("space")
        program.wait(lambda: chosen(program) == (29 if before else 31), "one more or less")
        program.find("label", re.compile("the reason is missing"))
        program.key("space")
        program.wait(lambda: chosen(program) == 30, "thirty again")
        program.key("o" if before else "i")
        answer(program, "Known to the office")
        program.find("label", re.compile("Held (in|out) · Known to the office"))
        program.wait(lambda: chosen(program) == (29 if before else 31), "the held one moved")
        propose(program)
        program.wait(lambda: is_ticked(program) != before, "the hold kept")
        first_row(program)
        program.key("r")
        program.gone("label", re.compile("Known to the office"))


def R27_confirms_and_offers_a_place():
    """R27: the confirmation says what follows; a place more goes to the next on the waiting list; undo takes a step back"""
    with tempfile.TemporaryDirectory() as folder, Program("--on", tour.TODAY, sample_register(folder), size=SCREEN) as program:
        open_selection(program)
        propose(program)
        program.focus(program.find("button", "Confirm…"))
        program.key("Return")
        program.find("label", re.compile("^30 people are enrolled"))
        program.key("Return")
        program.find(None, "Waiting list")
        program.find(None, re.compile("30 of 30 places are taken"))
        program.focus(program.find("button", "Places…"))
        program.key("Return")
        program.find("button", "Change")
        program.fill(program.find("text box", "Reason"), "A second subsidy")
        program.key("shift+Tab", "Up")
        program.find("label", re.compile("^1 could come off the waiting list"))
        program.activate(program.find("button", "Change"))
        offer = program.find("button", "Offer the place")
        program.focus(offer)
        program.key("Return")
        program.find(None, re.compile("31 of 31 places are taken"))
        program.key("ctrl+z")
        program.find("button", "Offer the place")


def R28_a_past_selection_is_read():
    """R28: a confirmed selection shows what was decided, and its composition"""
    with tempfile.TemporaryDirectory() as folder, Program("--on", tour.TODAY, sample_register(folder), size=SCREEN) as program:
        row = program.wait(lambda: next(iter(program.every("list item", re.compile(", Under way, "))), None), "an intake under way")
        program.focus(row)
        program.key("Return")
        program.find("label", "Overview")
        program.key("ctrl+Prior")
        program.find(None, re.compile("^Confirmed on 29 January 2026"))
        program.find("button", "Minutes…")


def R28_gender_is_erased_now():
    """R28: once the selection is confirmed, until when gender is kept is said; it can be erased at once, after a warning, and not brought back"""
    with tempfile.TemporaryDirectory() as folder, Program("--on", tour.TODAY, sample_register(folder), size=SCREEN) as program:
        open_selection(program)
        propose(program)
        program.focus(program.find("button", "Confirm…"))
        program.key("Return")
        program.find("label", re.compile("^30 people are enrolled"))
        program.key("Return")
        program.find(None, re.compile("^Gender is kept until 23 December 2026"))
        program.focus(program.find("button", "Erase now…"))
        program.key("Return")
        program.find("label", re.compile("can’t be undone"))
        program.key("Escape")
        program.gone("alert dialog")
        program.find(None, re.compile("^Gender is kept until"))
        program.focus(program.find("button", "Erase now…"))
        program.key("Return")
        program.find("alert dialog")
        program.activate(program.find("button", "Erase"))
        program.find(None, re.compile("^Gender was erased on 23 November 2026"))
        program.gone("button", "Erase now…")
        program.key("ctrl+z")
        program.find(None, re.compile("^Gender was erased on 23 November 2026"))


if __name__ == "__main__":
    sys.exit(tap(R28_ticks_and_holds_by_keyboard, R27_confirms_and_offers_a_place, R28_a_past_selection_is_read, R28_gender_is_erased_now))
