#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks the main screens of the real program on the sample register, by keyboard and AT-SPI, and draws each.

tour.py DIRECTORY leaves NN-name-LANGUAGE.png in French and English; tour.py --screenshots DIRECTORY the README's pictures.
Started by build-aux/tour, which gives it a display. What is shown today is the sample's own day, so that pictures stay the same.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

from program import BUILD, NotSeen, Program, sample_register

LANGUAGES = {"fr": "fr_BE.UTF-8", "en": "en_GB.UTF-8"}
RUNNING = re.compile("^Rentrée d’octobre 2025")  # the sample's own names: the same in both languages
SCREEN = (1366, 768)
TODAY = "2026-11-23"
PASSPHRASE = "une phrase de passe pour la visite"
DOCUMENT = re.compile(r"\.pdf|PDF|[Pp]ages?\b")


class Walk:
    """One language: the program is opened once, and gone through in one order."""

    def __init__(self, folder, suffix, only=None):
        self.folder, self.suffix, self.only, self.number, self.missed = folder, suffix, only, 0, []

    def draw(self, program, name):
        self.number += 1
        if self.only is None:
            program.picture(self.folder / f"{self.number:02}-{name}-{self.suffix}.png")
        elif name in self.only:
            made = program.picture(self.folder / f"{name}-{self.suffix}.png")
            subprocess.run(["convert", str(made), "-colors", "255", "-define", "png:compression-level=9", f"png8:{made}"], check=True)
        else:
            return
        print(f"tour: {name} ({self.suffix})", file=sys.stderr, flush=True)

    def step(self, program, name, go):
        try:
            go(program)
            self.draw(program, name)
        except NotSeen as error:
            self.number += 1
            self.missed.append(name)
            print(f"tour: {name} ({self.suffix}): {error}", file=sys.stderr, flush=True)


# --- where things are ------------------------------------------------------

def to_do(program):
    program.key("alt+1")
    program.find("list", program.word("What is to do"))


def applications(program):
    program.key("alt+2")
    program.find(None, program.word("Applications"))
    program.wait(lambda: len(program.every("row")) > 5, "rows of applications")


def selection(program):
    """An intake in selection, with a proposal."""
    named = f", {program.word('Selection', 'cohort phase')}, "
    open_place(program, program.find("list item", re.compile(named)))
    program.press(program.word("_Propose"))
    program.wait(lambda: program.every("label", re.compile("^30 / 30 ")), "a proposal")


def intake(program):
    """A running intake's table of students."""
    open_place(program, program.find("list item", RUNNING))
    program.wait(lambda: len(program.every("row")) > 5, "rows of students")


def open_place(program, row):
    program.focus(row)
    program.key("Return")


def student(program):
    """The first student of the table whose portfolio is full."""
    rows = [row for row in program.every("row") if re.search(r"5 ?/ ?5", row.name)]
    if not rows:
        raise NotSeen("no student with five productions is in sight")
    program.focus(rows[0])
    program.key("Return")
    program.find(None, program.word("What the certificate asks"))


def next_view(program):
    before = program.outline()
    program.key("ctrl+Next")
    program.wait(lambda: program.outline() != before, "another view", 5)


def hours(program):
    """The line for hours, with what is understood of it."""
    program.key("ctrl+h")
    program.wait(lambda: program.focused() is not None and program.focused().role.startswith("text"), "the line for hours")
    program.type("3h30 12/10 permanence")
    program.find("label", re.compile("2026.*permanence"))


def grid(program):
    """The supervisor's grid beside its original."""
    program.activate(program.find("button", program.word("Edit the grid")))
    program.find("dialog", program.word("Follow-up grid"))
    program.wait(lambda: not program.every("progress bar", re.compile("…$")), "the original drawn")


def document(program):
    rows = [row for row in program.every("list item") if DOCUMENT.search(" ".join(node.name for node in row.descend()))]
    if not rows:
        raise NotSeen("no document is in sight")
    program.focus(rows[0])
    program.key("Return")
    program.gone(None, program.word("No document is shown"))
    program.wait(lambda: not program.every("progress bar", re.compile("…$")), "pages drawn")


def dialog(key, title):
    def go(program):
        program.key(key)
        program.find(None, program.word(title))
    return go


def close_dialog(program, role, title):
    """Escape, as often as it takes: the first may only empty a search."""
    for _time in range(3):
        program.key("Escape")
        try:
            program.gone(role, program.word(title), seconds=2)
            return
        except NotSeen:
            continue


def search(program):
    program.key("ctrl+k")
    program.find(None, program.word("What are you looking for?"))
    program.type("el")
    program.wait(lambda: len([row for row in program.every("list item") if "·" in " ".join(node.name for node in row.descend())]) > 1, "people found", 10)


def organisation(program):
    """A student society's page, from the catalogue."""
    row = program.wait(lambda: next(iter(program.every("row", re.compile("Cercle"))), None), "a society")
    program.focus(row)
    program.key("Return")
    program.find(None, program.word("Students placed here"))


def subsidies(program):
    program.activate(program.find("button", program.word("_Subsidies")))
    program.find(None, re.compile("Loterie nationale"))


def place(key, title):
    def go(program):
        program.key(key)
        page = program.find("group", program.word(title))
        program.wait(lambda: any(node.role in ("row", "list item") for node in program.every(within=page)), "rows")
    return go


# --- the walks ---------------------------------------------------------------

def staff(walk, register, language, **options):
    with Program("--on", TODAY, register, language=language, size=SCREEN, **options) as program:
        program.find("list item", RUNNING)
        walk.step(program, "to-do", to_do)
        walk.step(program, "applications", applications)
        walk.step(program, "selection", selection)
        walk.step(program, "students", intake)
        walk.step(program, "requirements", student)
        walk.step(program, "placement", next_view)
        walk.step(program, "hours", hours)
        walk.step(program, "follow-up-grid", grid)
        close_dialog(program, "dialog", "Follow-up grid")
        walk.step(program, "portfolio", next_view)
        walk.step(program, "document", document)
        walk.step(program, "jury", next_view)
        walk.step(program, "follow-up", next_view)
        walk.step(program, "history", next_view)
        walk.step(program, "search", search)
        close_dialog(program, "search box", "Search everything")
        walk.step(program, "juries", place("alt+3", "Juries"))
        walk.step(program, "organisations", place("alt+4", "Organisations"))
        walk.step(program, "organisation", organisation)
        walk.step(program, "funding", place("alt+5", "Funding"))
        walk.step(program, "subsidies", subsidies)
        walk.step(program, "preferences", dialog("ctrl+comma", "This computer"))
        close_dialog(program, "tab", "This computer")
        walk.step(program, "shortcuts", dialog("ctrl+question", "Keyboard shortcuts"))


def narrow(walk, register, language):
    """The same at the width of a telephone: one pane at a time."""
    with Program("--on", TODAY, register, language=language, size=(360, 720)) as program:
        walk.step(program, "to-do", to_do)
        walk.step(program, "places", places)
        walk.step(program, "students", intake)
        walk.step(program, "requirements", student)


def places(program):
    """Back from what is shown to the sidebar."""
    program.key("alt+Left")
    program.find("list item", RUNNING)


def welcome(walk, language):
    with Program(language=language, size=SCREEN) as program:
        walk.step(program, "welcome", lambda each: each.find("button", each.word("_Try the sample")))


def package(folder, register, language):
    """A juror's package of the sample, made by cecictl; None where no session has one."""
    cecictl = [str(BUILD / "src" / "cli" / "cecictl"), "--register", str(register), "--json", "--on", TODAY]
    secret = pathlib.Path(folder) / "passphrase"
    secret.write_text(PASSPHRASE + "\n", encoding="utf-8")

    def ask(*command):
        return json.loads(subprocess.run([*cecictl, *command], check=True, capture_output=True, text=True, stdin=subprocess.DEVNULL,
                                         env={**os.environ, "LC_ALL": language, "LANGUAGE": language[:2]}).stdout)

    try:
        for session in ask("jury", "list"):
            for juror in ask("jury", "show", session["id"]).get("jurors", []):
                target = pathlib.Path(folder) / "jury.ceci-jury"
                ask("jury", "pack", session["id"], "--juror", juror["juror-id"], "--out", str(target), "--passphrase-file", str(secret))
                return target
    except (subprocess.CalledProcessError, KeyError, ValueError) as error:
        print(f"tour: no package: {error} {getattr(error, 'stderr', '')}", file=sys.stderr)
    return None


def unlock(program):
    program.fill(program.find("text box"), PASSPHRASE)
    program.key("Return")
    program.find("list", program.word("My dossiers"))


def first_dossier(program):
    rows = program.every("list item", within=program.find("list", program.word("My dossiers")))
    program.focus(rows[0])
    program.key("Return")
    program.find("alert dialog")


def score(program):
    """The declaration made, the first two criteria are given a level by their keys."""
    program.key("Return")
    program.gone("alert dialog")
    program.find("list", program.word("Documents"))
    program.wait(lambda: not program.every("progress bar", re.compile("…$")), "pages drawn")


def juror(walk, folder, language, **options):
    with tempfile.TemporaryDirectory() as private:
        made = package(private, sample_register(private, language), language)
        if made is None:
            walk.missed.append("juror")
            return
        with Program("--on", TODAY, made, language=language, size=SCREEN, **options) as program:
            walk.step(program, "juror-passphrase", lambda each: each.find("text box"))
            walk.step(program, "juror-dossiers", unlock)
            walk.step(program, "juror-conflict", first_dossier)
            walk.step(program, "juror-grid", score)


def main() -> int:
    screenshots = sys.argv[1:2] == ["--screenshots"]
    folder = pathlib.Path(sys.argv[-1] if len(sys.argv) > 1 else BUILD / "tour")
    folder.mkdir(parents=True, exist_ok=True)
    began, missed = time.monotonic(), []
    for old in folder.glob("*.png"):
        old.unlink()
    for short, language in LANGUAGES.items():
        only = {"to-do", "students", "requirements", "document", "juror-grid"} if screenshots else None
        walk = Walk(folder, short, only)
        with tempfile.TemporaryDirectory() as private:
            if not screenshots:
                welcome(walk, language)
            staff(walk, sample_register(private, language), language)
        juror(walk, folder, language)
        missed += walk.missed
        if screenshots:
            for suffix, options in (("dark", {"dark": True}), ):
                walk = Walk(folder, f"{suffix}-{short}", {"students", "document"})
                with tempfile.TemporaryDirectory() as private:
                    staff(walk, sample_register(private, language), language, **options)
            walk = Walk(folder, f"narrow-{short}", {"to-do", "places", "students", "requirements"})
            with tempfile.TemporaryDirectory() as private:
                narrow(walk, sample_register(private, language), language)
            missed += walk.missed
    print(f"tour: {len(list(folder.glob('*.png')))} pictures in {folder}, {time.monotonic() - began:.0f} s" + (f"; not reached: {', '.join(missed)}" if missed else ""))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
