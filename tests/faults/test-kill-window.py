#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 of the real window while it writes: run under build-aux/headless.

Its writes are undo and redo by their keys. A step that another reader has seen in the file is durable: it must be there afterwards.
"""

import os
import sqlite3
import subprocess
import sys
import time

from faults import CECICTL, assert_done, assert_sound, chance, main, run, steps, writer

PROGRAM = os.environ["CECI_PROGRAM"]
WRITES = 200
DEADLINE = 60


class Window:
    """One life of the program on a register."""

    def __init__(self, register):
        self.log = open(register.parent / "program.log", "w+", encoding="utf-8")
        environment = {**os.environ, "G_DEBUG": "fatal-criticals", "GSETTINGS_BACKEND": "memory", "GTK_A11Y": "none"}
        self.process = subprocess.Popen([PROGRAM, str(register)], stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log, env=environment)
        self.reader = sqlite3.connect(f"{register.as_uri()}?mode=ro", uri=True)
        self.identity = None

    def seen(self):
        return self.reader.execute("SELECT count(*) FROM step").fetchone()[0]

    def wait(self, condition, what):
        end = time.monotonic() + DEADLINE
        while not (value := condition()):
            if self.process.poll() is not None or time.monotonic() > end:
                self.log.seek(0)
                raise AssertionError(f"no {what}; the program ({self.process.poll()}) wrote: {self.log.read()[-2000:]}")
        return value

    def find_window(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)], capture_output=True, text=True, check=False)
        return found.stdout.split()

    def focus(self):
        self.identity = self.wait(self.find_window, "window")[-1]
        subprocess.run(["xdotool", "windowfocus", self.identity], check=False)

    def key(self, name):
        subprocess.run(["xdotool", "key", "--clearmodifiers", name], check=False)

    def is_ready(self):
        """The register is open when the first undo has come through."""
        before = self.seen()

        def undone():
            self.key("ctrl+z")
            return self.seen() > before
        self.wait(undone, "step after Ctrl+Z")

    def work(self, presses):
        for _ in range(presses):
            self.key(chance.choice(("ctrl+z", "ctrl+shift+z")))

    def kill(self):
        """Returns how many steps had been seen when it was killed."""
        end = time.monotonic() + chance.uniform(0, 0.03)
        seen = self.seen()
        while time.monotonic() < end:
            seen = self.seen()
        self.process.kill()
        self.process.wait()
        self.reader.close()
        self.log.close()
        return seen


def test_the_window(folder):
    register = folder / "register.ceci"
    assert_done(run(CECICTL, "demo", register, "--students", 40, "--no-documents", "--seed", 1))
    assert_done(writer("write", register, 0, 60))
    first = len(steps(register))
    kills, present = 0, first
    while present - first < WRITES:
        window = Window(register)
        window.focus()
        window.is_ready()
        window.work(chance.randrange(10, 40))
        seen = window.kill()
        kills += 1
        assert_sound(register)
        present = len(steps(register))
        assert present >= seen, (present, seen)
    print(f"# {kills} kills, {present - first} writes")


if __name__ == "__main__":
    sys.exit(main())
