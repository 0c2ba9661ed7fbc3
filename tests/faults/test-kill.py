#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 at random moments: afterwards the register opens, is sound, and holds every write that was acknowledged."""

import sys
import time

from faults import CECICTL, WRITER, assert_done, assert_sound, cecictl, chance, create, labels, main, run, started, steps, writer

WRITES = 200


def kill_after(process, seconds):
    """Kills at a moment that nothing in the process knows of."""
    end = time.monotonic() + seconds
    while process.poll() is None and time.monotonic() < end:
        pass
    killed = process.poll() is None
    if killed:
        process.kill()
    process.wait()
    return killed


def test_the_writer(folder):
    register = create(folder)
    acknowledged, kills, number = [], 0, 0
    while len(acknowledged) < WRITES:
        process = started(WRITER, "write", register, number, WRITES - len(acknowledged))
        heard = [process.stdout.readline().strip() for _ in range(chance.randrange(0, 16))]
        kills += kill_after(process, chance.uniform(0, 0.004) if heard else chance.uniform(0, 0.03))
        heard += process.stdout.read().split("\n")
        acknowledged += [line for line in heard if line]
        assert_sound(register)
        present = labels(register)
        assert set(acknowledged) <= set(present), set(acknowledged) - set(present)
        number = 1 + max((int(label.split()[1]) for label in present), default=-1)
    assert kills >= 10, kills
    print(f"# {kills} kills, {len(acknowledged)} writes acknowledged, {len(present)} present")


def duration(*command):
    """How long it takes when nobody kills it, so that kills fall before, within and after what it does."""
    start = time.monotonic()
    assert_done(run(*command))
    return time.monotonic() - start


def test_cecictl(folder):
    """Its smallest write, taken back and made again."""
    register = create(folder, 1)
    usual = max(duration(CECICTL, "--register", register, verb) for verb in ("undo", "redo") * 3)
    kills = acknowledged = 0
    before = steps(register)
    for _ in range(WRITES):
        verb = "redo" if before[0]["reverted"] else "undo"
        process = started(CECICTL, "--register", register, verb)
        killed = kill_after(process, chance.uniform(usual / 4, usual * 1.2))
        said = process.stdout.read().startswith(("Undone", "Redone"))
        kills += killed
        acknowledged += said
        after = steps(register)
        assert len(after) - len(before) in ((1,) if said else (0, 1)), (verb, said)
        if killed:
            assert_sound(register)
        before = after
    assert_sound(register)
    assert kills >= 10 and acknowledged >= 10, (kills, acknowledged)
    print(f"# {kills} kills, {acknowledged} of {WRITES} commands acknowledged, {len(before)} steps")


def test_making_a_register(folder):
    for number in range(20):
        register = folder / f"register-{number}.ceci"
        kill_after(started(WRITER, "create", register), chance.uniform(0, 0.08))
        if not register.exists():
            assert_done(writer("create", register))
        assert_sound(register)


def test_a_backup(folder):
    register, backup = create(folder, 30), folder / "backup.ceci"
    for number in range(20):
        assert_done(writer("write", register, 30 + number, 1))
        kill_after(started(WRITER, "backup", register, backup), chance.uniform(0, 0.08))
        if backup.exists():
            assert_sound(backup)
        assert_sound(register)
    assert_done(cecictl(register, "backup", backup))
    assert labels(backup) == labels(register)


def test_a_restore(folder):
    register, backup = create(folder, 3), folder / "backup.ceci"
    assert_done(cecictl(register, "backup", backup))
    assert_done(writer("write", register, 3, 1))
    either = (labels(backup), labels(register))
    for _ in range(20):
        kill_after(started(WRITER, "restore", backup, register), chance.uniform(0, 0.08))
        assert_sound(register)
        assert labels(register) in either
    assert_done(cecictl(register, "restore", backup))
    assert labels(register) == either[0]


if __name__ == "__main__":
    sys.exit(main())
