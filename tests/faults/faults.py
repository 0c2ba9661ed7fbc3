# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of faults share: the programs, a folder of one's own, a register, and TAP on standard output."""

import inspect
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import traceback

CECICTL = os.environ["CECI_CECICTL"]
WRITER = os.environ["CECI_WRITER"]
SEED = int(os.environ.get("CECI_FAULTS_SEED", random.SystemRandom().randrange(1 << 32)))
chance = random.Random(SEED)


class Skipped(Exception):
    """Why a test can't run here."""


def run(*command, **options):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=120, **options)


def writer(*arguments, **options):
    return run(WRITER, *arguments, **options)


def cecictl(register, *arguments, **options):
    return run(CECICTL, "--register", register, *arguments, **options)


def started(*command):
    return subprocess.Popen([str(part) for part in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def create(folder, rows=0, name="register.ceci"):
    register = folder / name
    assert_done(writer("create", register))
    if rows:
        assert_done(writer("write", register, 0, rows))
    return register


def assert_done(result):
    assert result.returncode == 0, f"{result.args} gave {result.returncode}: {result.stdout}{result.stderr}"
    return result


def assert_refused(result, code, *words):
    """A refusal is an exit code and one line of words, never a crash."""
    assert result.returncode == code, f"{result.args} gave {result.returncode}, not {code}: {result.stdout}{result.stderr}"
    for word in words:
        assert word in result.stderr, f"{word!r} is not in {result.stderr!r}"
    assert len(result.stderr.strip().splitlines()) == 1, result.stderr


def assert_sound(register):
    assert_done(cecictl(register, "integrity"))
    assert_done(cecictl(register, "journal", "verify"))


def steps(register):
    """The journal, oldest first."""
    result = assert_done(cecictl(register, "--json", "journal", "list", "--limit", "0"))
    return list(reversed(json.loads(result.stdout)))


def labels(register):
    return [step["label"] for step in steps(register)]


def main():
    tests = [(name[5:].replace("_", "-"), test) for name, test in inspect.getmembers(sys.modules["__main__"], inspect.isfunction)
             if name.startswith("test_")]
    tests.sort(key=lambda item: item[1].__code__.co_firstlineno)
    print(f"TAP version 14\n1..{len(tests)}\n# CECI_FAULTS_SEED={SEED}", flush=True)
    failed = False
    for number, (name, test) in enumerate(tests, 1):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="ceci-faults-"))
        try:
            test(folder)
            print(f"ok {number} {name}", flush=True)
        except Skipped as reason:
            print(f"ok {number} {name} # SKIP {reason}", flush=True)
        except Exception:
            failed = True
            print(f"not ok {number} {name}", flush=True)
            print("".join(f"# {line}\n" for line in traceback.format_exc().splitlines()), end="", flush=True)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    return 1 if failed else 0
