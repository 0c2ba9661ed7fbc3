# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs cecictl in a folder of its own: what the tests of the command line share.

    class Thread(Office):
        def test_it(self):
            self.run_json("cohort", "create", "February 2026", ...)
"""

import json
import os
import shutil
import subprocess
import tempfile
import unittest

TODAY = "2026-11-23"


class Office(unittest.TestCase):
    """A folder, a register in it that the first cohort makes, and the program, whose folders are all inside."""

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="ceci-cli-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.register = os.path.join(self.folder, "register.ceci")
        self.environment = dict(os.environ, HOME=self.folder, LC_ALL="C.UTF-8", LANGUAGE="en", TZ="Europe/Brussels")
        for name in ("DATA", "CONFIG", "CACHE", "STATE"):
            self.environment[f"XDG_{name}_HOME"] = os.path.join(self.folder, name.lower())

    def path(self, name):
        return os.path.join(self.folder, name)

    def run_program(self, *arguments, on=TODAY, register=None, stdin=None):
        """The finished process; nothing is checked."""
        program = os.environ.get("CECICTL", "cecictl")
        command = [program, "--register", register or self.register, "--on", on, *map(str, arguments)]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, input=stdin, timeout=120)

    def run_json(self, *arguments, on=TODAY, register=None):
        """What a command that must succeed printed as JSON."""
        done = self.run_program("--json", *arguments, on=on, register=register)
        self.assertEqual(done.returncode, 0, f"cecictl {' '.join(map(str, arguments))}: {done.stderr}")
        return json.loads(done.stdout)

    def assert_refused(self, *arguments, code=1, says=None, on=TODAY):
        """A command that must fail with this code, and say why on standard error."""
        done = self.run_program(*arguments, on=on)
        self.assertEqual(done.returncode, code, f"cecictl {' '.join(map(str, arguments))}: {done.stdout}{done.stderr}")
        self.assertTrue(done.stderr.strip(), "a refusal says why")
        if says is not None:
            self.assertIn(says, done.stderr)
        return done

    def write(self, name, content):
        """A file in the folder; its path."""
        path = self.path(name)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        return path

    def make_cohort(self, name="February 2026", *options):
        return self.run_json("cohort", "create", name, "--opens", "2025-12-01", "--closes", "2026-01-15", "--starts",
                             "2026-02-02", *options)


if __name__ == "__main__":
    unittest.main()
