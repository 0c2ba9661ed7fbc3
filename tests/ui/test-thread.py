#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole thread through the real windows, by keyboard and AT-SPI: a register and an intake are made, a form's export imported,
a student enrolled, the agreement signed, hours entered, a document added and seen; a jury session made, its package read and
sealed in the juror's window, the return merged, the decision taken, the certificate issued.

Only repetition goes through cecictl: the other hours, modules and documents that a complete dossier needs, and the documents
themselves, which come from the sample register. cecictl also says what the register holds at the end of each part.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

from accessible import ACTIVE, FOCUSED, SENSITIVE
from program import BUILD, NotSeen, Program, sample_register, tap

SCREEN = (1366, 768)
INTAKE, SESSION = "February 2026", "Autumn jury"
STUDENT, JUROR = "Noor Peeters", "Ines Lambert"
FORM = """\ufeff"ID de la réponse";"Date de soumission";"Nom";"Prénom";"Adresse de courriel";"Matricule";"Faculté";\
"Organisme";"Type d'organisme";"Forme juridique";"Mission";"Fonction";"Heures prévues";"Date de début";"Date de fin";\
"Membre du comité";"Maître de stage";"Motivation"\r
"1";"2026-01-05 10:00:00";"Peeters";"Noor";"noor@etu.example";"000512345";"Droit";"Les Amis du Parc";"ASBL";\
"ASBL";"Animer l'école de devoirs";"Animatrice";"160";"02/02/2026";"30/06/2026";"Non";"Jean Dupont";"Aider"\r
"2";"2026-01-06 11:00:00";"Martin";"Noé";"noe@etu.example";"";"Sciences";"Cercle X";"Cercle";"";"Communiquer";"";"90";\
"02/02/2026";"";"Non";"";""\r
"""


class Thread:
    """The files of the thread; each part opens the program on its own day."""

    def __init__(self, folder):
        self.whole, self.passphrase = True, None
        self.folder = pathlib.Path(folder)
        self.register = self.folder / "office.ceci"
        self.package = self.folder / "lambert.ceci-jury"
        self.sealed = self.folder / "returns" / "lambert.ceci-return"
        self.certificate = self.folder / "certificate.pdf"
        self.form = self.folder / "form" / "form.csv"
        for path in (self.sealed, self.form):
            path.parent.mkdir()
        self.form.write_text(FORM, encoding="utf-8")
        self.pieces = self.sample_documents()

    def cecictl(self, *arguments, register=None, on="2026-07-03"):
        command = [BUILD / "src" / "cli" / "cecictl", "--json", "--register", register or self.register, "--on", on, *map(str, arguments)]
        said = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
        assert said.returncode == 0, f"cecictl {' '.join(map(str, arguments))}: {said.stderr}"
        return json.loads(said.stdout) if said.stdout.strip() else None

    def sample_documents(self):
        """Real PDFs of one complete dossier of the sample: (kind, path), outputs first."""
        sample = sample_register(self.folder)
        for student in self.cecictl("student", "list", register=sample):
            documents = self.cecictl("document", "list", "--student", student["id"], register=sample)
            fine = [each for each in documents if each.get("health") == "fine"]
            outputs = [each for each in fine if each["kind"] == "production"][:5]
            others = {each["kind"]: each for each in fine if each["kind"] in ("reflective-analysis", "follow-up-grid")}
            if len(outputs) == 5 and len(others) == 2:
                break
        else:
            raise AssertionError("the sample has no complete dossier")
        paths = []
        for number, document in enumerate([*outputs, *others.values()]):
            path = self.folder / f"piece-{number}" / f"piece-{number}.pdf"  # alone in its folder, for the file dialog
            path.parent.mkdir()
            self.cecictl("document", "export", document["id"], "--out", path, register=sample)
            paths.append((document["kind"], path))
        return paths


# --- what a person does, several times ------------------------------------

def choose_file(program, open_dialog, path):
    """In GTK's own file dialog: the path goes in, and Return takes it. There is no window manager to move the keyboard."""
    before = set(program.x_windows())
    open_dialog()
    identity = program.wait(lambda: next(iter(set(program.x_windows()) - before), None), "a file dialog")
    subprocess.run(["xdotool", "windowfocus", "--sync", identity], check=False, timeout=10)
    dialog = program.wait(lambda: next((window for window in program.tree().children if window.has(ACTIVE) and window.role == "dialog"), None), "an active file dialog")

    def fields():
        return [node for node in program.every("text box", within=dialog) if node.has(SENSITIVE)]

    def gone():
        return identity not in program.x_windows()

    def type_path():
        if not fields():
            program.wait(lambda: any(node.has(FOCUSED) for node in program.every(within=dialog)), "the focus in the file dialog")
            program.key("ctrl+l")
            program.wait(fields, "a place for the path", 3)
        fields()[0].set_text(str(path))  # at once: what is typed would mix with what the dialog completes
        program.wait(lambda: any(str(path) == node.text() for node in fields()), "the path", 3)
        program.key("Return")
        # where a file is to be opened, Return goes to it, and the button takes it
        program.wait(lambda: gone() or (not fields() and any(path.name in node.name for node in program.every("row", within=dialog))), "the file", 3)

    for _time in range(5):  # the dialog may turn to the recent files while one types
        try:
            type_path()
            break
        except NotSeen:
            continue
    if not gone():
        accept = program.wait(lambda: [node for node in program.every("button", within=dialog) if node.name in ("Open", "Add")], "the button that opens the file")
        program.wait(lambda: gone() or (accept[0].do_action() and gone()), "end of the file dialog")
    program.take_focus()


def row_with(program, text):
    """The row of the table in sight that holds a text."""
    def look():
        return next((row for row in program.every("row") if any(text in node.name for node in row.descend())), None)
    return program.wait(look, f"row with {text!r}")


def enter_row(program, text):
    program.focus(row_with(program, text))
    program.key("Return")


def told(program, text):
    """The toast that names the step."""
    return program.find(None, re.compile(re.escape(text)))


# --- the parts ---------------------------------------------------------------

def enrol(thread):
    """From nothing to an enrolled student: a register, an intake, a form's export"""
    with Program("--on", "2026-03-05", size=SCREEN) as program:
        choose_file(program, lambda: program.press("Create a register…"), thread.register)
        program.find("label", "Juries")
        program.key("ctrl+n")
        program.find("button", "Create")
        for title, text in (("Name", INTAKE), ("Applications open on", "2025-12-01"), ("Applications close on", "2026-01-15"), ("Starts on", "2026-02-02")):
            program.fill(program.find("text box", title), text)
        program.key("Return")
        program.find("label", INTAKE)
        choose_file(program, lambda: program.key("ctrl+i"), thread.form)
        accept = program.wait(lambda: next((node for node in program.every("button", "Import") if node.has(SENSITIVE)), None), "something to import")
        row_with(program, STUDENT)
        program.activate(accept)
        program.gone("button", "Import")
        program.focus(row_with(program, STUDENT))
        program.key("space")
        program.press("Enrol")
        told(program, "Enrol Noor Peeters")
        sign_and_enter(program, thread)


def sign_and_enter(program, thread, student=STUDENT, number="512345"):
    open_student(program, student, number)
    program.key("ctrl+h")
    for _party in range(3):
        sign(program)
    field = program.find("text box", re.compile("^New hours"))
    program.wait(lambda: program.find("text box", field.name).has(SENSITIVE), "room for hours")
    program.fill(field, "5h15 04/03 homework club")
    program.key("Return")
    program.find(None, re.compile("^homework club ·"))
    add_and_see(program, thread)


def open_student(program, student, number):
    """By the search: the application of the same person stands beside."""
    program.key("ctrl+k")
    program.wait(lambda: any(node.has(FOCUSED) for node in program.every("search box") + program.every("text box") + program.every("text")), "the search")
    program.type(number)
    program.wait(lambda: any(student in node.name for row in program.every("list item") for node in row.descend()), "the student found")
    program.key("Return")
    program.find(None, "What the certificate asks")


def sign(program):
    """One of the three parts, on the day that the window proposes."""
    unsigned = len(program.every("button", "Record the signature…"))
    program.press("Record the signature…")
    program.fill(program.find("text box", "Signatory"), "Claire Lemaire")
    program.press("Record")
    program.wait(lambda: len(program.every("button", "Record the signature…")) < unsigned, "the signature")


def add_and_see(program, thread):
    """One of the documents, by the window; its first page is drawn."""
    choose_file(program, lambda: program.key("ctrl+d"), thread.pieces[0][1])
    accept = program.find("button", "Add")
    program.wait(lambda: program.find("button", "Add").has(SENSITIVE), "the document inspected")
    program.fill(program.find("text box", re.compile("^Date of the document")), "04/03/2026")
    program.activate(accept)
    program.gone("dialog", "Add a document")
    row = program.wait(lambda: next((row for row in program.every("list item") if any("piece-0" in node.name for node in row.descend())), None), "the document in the portfolio")
    program.focus(row)
    program.key("Return")
    program.gone("label", "No document is shown")
    program.wait(lambda: not program.every("progress bar", re.compile("…$")), "the page drawn")


def complete(thread):
    """The rest of a complete dossier, by cecictl: nothing bars the way any more"""
    student = thread.cecictl("student", "list")[0]["id"]
    for day in range(1, 31):
        thread.cecictl("hours", "add", "--student", student, "--state", "accepted", f"5h15 {day:02}/04 homework club")
    thread.cecictl("module", "complete", "--student", student, "--date", "2026-04-01", "all")
    for kind, path in thread.pieces[1:]:
        dated = "2026-05-20" if kind == "production" else "2026-07-02"
        thread.cecictl("document", "add", "--student", student, "--kind", kind, "--dated", dated, path)
    findings = {each["rule"]: each["state"] for each in thread.cecictl("check", "--student", student)}
    assert "blocked" not in findings.values() and "pending" not in findings.values(), findings


def prepare(thread):
    """A session, its dossier admitted, its juror with a package"""
    with Program("--on", "2026-11-25", thread.register, size=SCREEN) as program:
        program.find("label", "Juries")
        program.key("alt+3")
        program.press("New session…")
        for title, text in (("Name", SESSION), ("Date", "2026-12-11")):
            program.fill(program.find("text box", title), text)
        program.focus(program.find("text box", "Place"))
        program.key("Tab", "Down")  # one reader: the row of a number is not in the tree of GTK 4.18
        program.press("Create")
        enter_row(program, SESSION)
        admit_and_assign(program, thread)
        pack(program, thread)


def admit_and_assign(program, thread):
    program.press("Admit students…")
    program.find("checkbox", STUDENT)
    program.press("Admit")
    row_with(program, STUDENT)
    program.key("ctrl+Next")
    program.press("Add a juror…")
    for title, text in (("First name", JUROR.split()[0]), ("Family name", JUROR.split()[1])):
        program.fill(program.find("text box", title), text)
    program.press("Add")
    program.find("label", JUROR)
    program.key("ctrl+Next")
    program.press("Assign readers")
    program.key("ctrl+Next")
    program.find("label", re.compile("1 dossier, 0 read"))


def pack(program, thread):
    program.press("Make a package…")
    choose_file(program, lambda: program.press("Make…"), thread.package)
    program.find("label", "The package is ready", seconds=60)
    thread.passphrase = program.find("label", re.compile("^([2-9A-Z]{4}-){7}[2-9A-Z]{4}$")).name
    program.press("Close")
    program.find("label", "Package 1")
    assert thread.package.stat().st_size > 10000


def read_dossier(thread):
    """The juror: passphrase, declaration, levels by keys, the sealed return"""
    with Program("--on", "2026-11-30", thread.package, size=SCREEN) as program:
        program.find("label", "Your jury package")
        program.type(thread.passphrase)
        program.key("Return")
        program.find("label", SESSION, seconds=60)
        row = program.wait(lambda: next((row for row in program.every("list item") if any(STUDENT in node.name for node in row.descend())), None), "the dossier")
        program.focus(row)
        program.key("Return")
        program.press("I have none")
        score(program)
        choose_file(program, lambda: program.key("ctrl+Return"), thread.sealed)
        told(program, "is sealed")


def score(program):
    """Each criterion by its figure; the next by an arrow."""
    program.wait(lambda: program.every("label", re.compile("criteria answered$")), "the grid")
    n = int(re.search(r"of (\d+)", program.find("label", re.compile("criteria answered$")).name)[1])
    program.key("alt+g")
    for number in range(1, n + 1):
        program.key("3")
        program.find("label", f"{number} of {n} criteria answered")
        program.key("Down")


def decide(thread):
    """The return merged, the decision recorded, the session closed, the certificate issued"""
    with Program("--on", "2026-12-11", thread.register, size=SCREEN) as program:
        program.find("label", "Juries")
        program.key("alt+3")
        enter_row(program, SESSION)
        row_with(program, STUDENT)
        program.key("ctrl+Next")
        choose_file(program, lambda: program.press("Merge returns…"), thread.sealed)
        program.find("label", "To merge")
        program.press("Merge")
        program.find("label", re.compile("1 dossier, 1 read"))
        program.key("ctrl+Next")
        row_with(program, "300")
        award(program)
        program.press("What the session does next", "toggle button")
        # the one thing it can do next is to close; items of menus have no name in the tree of GTK 4.18
        program.wait(lambda: any(node.has(FOCUSED) for node in program.every("menu item")), "the menu")
        program.key("Return")
        program.find("label", "Closed")
        enter_row(program, STUDENT)
        choose_file(program, lambda: program.activate(program.find(None, "Certificate…")), thread.certificate)
        told(program, "The certificate was saved")
    assert thread.cecictl("verify", thread.certificate, on="2026-12-12")["valid"]
    assert thread.cecictl("student", "list")[0]["state"] == "awarded"
    thread.cecictl("integrity")
    thread.cecictl("journal", "verify")


def award(program):
    enter_row(program, STUDENT)
    program.focus(program.find("combo box", "Outcome"))
    program.key("space", "Down", "Return")
    record = program.wait(lambda: next((node for node in program.every("button", "Record") if node.has(SENSITIVE)), None), "a decision to record")
    program.activate(record)
    told(program, f"Decide for {STUDENT}")


def step(thread, part):
    """One part as a test of its own; after one that failed the others would only wait."""
    def run():
        assert thread.whole, "an earlier part failed"
        thread.whole = False
        part(thread)
        thread.whole = True
    run.__doc__ = part.__doc__
    return run


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        office = Thread(scratch)
        sys.exit(tap(*(step(office, part) for part in (enrol, complete, prepare, read_dossier, decide))))
