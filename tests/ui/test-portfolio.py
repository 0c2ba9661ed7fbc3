#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A portfolio by keyboard and AT-SPI: an archive of submissions with a name that is nearly a student's is imported, that student is
said, and what was meant to be there is (R33, R36); then a document is replaced by a file (wrong-pdf: version 2, version 1 kept).
"""

import importlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

from accessible import FOCUSED, SENSITIVE
from program import BUILD, Program, sample_register

TODAY = "2026-11-23"
thread = importlib.import_module("test-thread")


class Office:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.register = sample_register(folder)
        self.cohort = next(each for each in self.cecictl("cohort", "list") if each["phase"] == "running")
        self.students = self.cecictl("student", "list", "--cohort", self.cohort["id"])
        self.archive = self.folder / "download" / "CECI-portfolio-4711.zip"
        self.archive.parent.mkdir()

    def cecictl(self, *arguments):
        command = [BUILD / "src" / "cli" / "cecictl", "--json", "--register", self.register, "--on", TODAY, *map(str, arguments)]
        said = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
        assert said.returncode == 0, f"cecictl {' '.join(map(str, arguments))}: {said.stderr}"
        return json.loads(said.stdout)

    def documents(self, student):
        return self.cecictl("document", "list", "--student", student["id"])

    def real_pdf(self, name, which=0):
        """One of the sample's own documents, under another name."""
        path = self.folder / f"real-{which}" / name
        path.parent.mkdir(exist_ok=True)
        found = [each for student in self.students for each in self.documents(student) if each["health"] == "fine"][which]
        self.cecictl("document", "export", found["id"], "--out", path)
        return path


def nearly(name):
    """A name as somebody mistypes it."""
    return name[:-1] + ("x" if name[-1] != "x" else "y")


def write_archive(office, known, unsure):
    pdf = office.real_pdf("piece.pdf").read_bytes()
    with zipfile.ZipFile(office.archive, "w") as archive:
        archive.writestr(f"{known['display-name']}_4801_assignsubmission_file_/Retroplanning 2026-05-04.pdf", pdf + b"\n% known")
        archive.writestr(f"{nearly(unsure['display-name'])}_4802_assignsubmission_file_/Bilan 2026-05-05.pdf", pdf + b"\n% unsure")


def open_intake(program, office):
    row = program.find("list item", re.compile(re.escape(office.cohort["name"])))
    program.focus(row)
    program.key("Return")
    program.wait(lambda: len(program.every("row")) > 5, "rows of students")


def choose_submissions(program):
    program.press(program.word("Intake"), "toggle button")
    # items of menus have no name in the tree of GTK 4.18: by the mnemonic
    program.wait(lambda: any(node.has(FOCUSED) for node in program.every("menu item")), "the menu")
    program.key("s")


def import_submissions(program, office):
    """R36: the name that is nearly a student's is asked; who is said gets the file."""
    known, unsure = office.students[0], office.students[1]
    before = [len(office.documents(each)) for each in (known, unsure)]
    write_archive(office, known, unsure)
    open_intake(program, office)
    thread.choose_file(program, lambda: choose_submissions(program), office.archive)
    accept = program.wait(lambda: next((each for each in program.every("button", "Import") if each.has(SENSITIVE)), None), "what would be imported")
    program.find(None, re.compile(r"To settle \(1\)"))
    if os.environ.get("CECI_PICTURES"):
        program.picture(pathlib.Path(os.environ["CECI_PICTURES"]) / "unsure.png")
    answer = program.find("checkbox", unsure["display-name"])
    program.focus(answer)
    program.key("space")
    program.find(None, re.compile("New document: 2|New version: "))
    if os.environ.get("CECI_PICTURES"):
        program.picture(pathlib.Path(os.environ["CECI_PICTURES"]) / "submissions.png")
    program.activate(accept)
    program.gone("dialog", "Import submissions")
    after = [len(office.documents(each)) for each in (known, unsure)]
    assert [b - a for a, b in zip(before, after)] == [1, 1], (before, after)
    kept = [each for each in office.documents(unsure) if each["source"].startswith(office.archive.name)]
    assert len(kept) == 1 and kept[0]["production-type"] == "balance-sheet" and kept[0]["dated-on"] == "2026-05-05", kept
    return known


def replace(program, office, student):
    """wrong-pdf, R33: a file put in place of another is version 2."""
    wrong = next(each for each in office.documents(student) if each["source"].startswith(office.archive.name))
    path = office.real_pdf("right.pdf", which=1)
    thread.enter_row(program, student["family-name"])
    program.find(None, program.word("What the certificate asks"))
    for _view in range(2):
        program.key("ctrl+Next")
    row = program.wait(lambda: next((each for each in program.every("list item") if any(wrong["title"] in node.name for node in each.descend())), None), "the document")
    menu = program.wait(lambda: next((node for node in row.descend() if node.name == "What to do with this document"), None), "the document’s menu")
    program.activate(next((node for node in menu.descend() if node.role == "toggle button"), menu))
    program.wait(lambda: any(node.has(FOCUSED) for node in program.every("menu item")), "the menu")
    thread.choose_file(program, lambda: program.key("a"), path)
    program.wait(lambda: any(each.has(SENSITIVE) for each in program.every("button", "Add")), "the document inspected")
    program.activate(program.find("button", "Add"))
    program.gone("dialog", "Add a version")
    versions = program.wait(lambda: (lambda found: found if len(found) == 2 else None)(office.cecictl("document", "versions", wrong["id"])), "two versions")
    assert [each["number"] for each in versions] == [2, 1] and versions[1]["sha256"] == wrong["sha256"], versions


def main():
    print("1..2")
    with tempfile.TemporaryDirectory(prefix="ceci-ui-portfolio.") as folder:
        office = Office(folder)
        with Program("--on", TODAY, office.register) as program:
            student = import_submissions(program, office)
            print("ok 1 - R33, R36: submissions with a name in doubt, by keyboard", flush=True)
            replace(program, office, student)
            print("ok 2 - R33, wrong-pdf: a document replaced, by keyboard", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
