#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The staff's window and the juror's, by keyboard and AT-SPI: what a person meets first stands where it should."""

import re
import sys
import tempfile

import tour
from program import Program, sample_register, tap

SCREEN = (1366, 768)
FRENCH = "fr_BE.UTF-8"


def opens_the_sample():
    """The sample opens on what is to do; its intakes stand in the sidebar"""
    with tempfile.TemporaryDirectory() as folder, Program("--on", tour.TODAY, sample_register(folder, FRENCH), language=FRENCH, size=SCREEN) as program:
        program.find("list item", tour.RUNNING)
        tour.to_do(program)
        assert len(program.every("list item", re.compile("^Rentrée"))) == 6, "six intakes are expected"


def reaches_a_page():
    """From the sidebar to a student's document by the keyboard alone"""
    with tempfile.TemporaryDirectory() as folder, Program("--on", tour.TODAY, sample_register(folder), size=SCREEN) as program:
        program.find("list item", tour.RUNNING)
        tour.intake(program)
        tour.student(program)
        tour.next_view(program)
        tour.next_view(program)
        tour.document(program)


def welcomes():
    """Without a register, the window says what can be done"""
    with Program(language=FRENCH, size=SCREEN) as program:
        for label in ("_Create a register…", "_Open a register…", "_Try the sample"):
            program.find("button", program.word(label))


def scores_as_a_juror():
    """A juror opens a package, declares no conflict, and sees the documents beside the grid"""
    with tempfile.TemporaryDirectory() as folder:
        made = tour.package(folder, sample_register(folder, FRENCH), FRENCH)
        assert made is not None, "no package could be made of the sample"
        with Program("--on", tour.TODAY, made, language=FRENCH, size=SCREEN) as program:
            tour.unlock(program)
            tour.first_dossier(program)
            tour.score(program)


if __name__ == "__main__":
    sys.exit(tap(opens_the_sample, reaches_a_page, welcomes, scores_as_a_juror))
