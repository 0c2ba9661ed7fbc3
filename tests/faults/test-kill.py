#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 at random moments: afterwards the register opens, is sound, and holds every write that was acknowledged."""

import json
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


def student_with_hours(register):
    for student in json.loads(assert_done(cecictl(register, "--json", "student", "list")).stdout):
        if json.loads(assert_done(cecictl(register, "--json", "hours", "list", "--student", student["id"])).stdout):
            return student["id"]
    raise AssertionError("the sample has no student with hours")


def entries(register, student):
    listed = json.loads(assert_done(cecictl(register, "--json", "hours", "list", "--student", student)).stdout)
    return [entry["description"] for entry in listed if entry.get("description", "").startswith("entry ")]


def test_hours_in_a_register_of_students(folder):
    """What an office does all day, in a register that holds something."""
    register = folder / "register.ceci"
    assert_done(run(CECICTL, "demo", register, "--students", 40, "--no-documents", "--seed", 1))
    student = student_with_hours(register)
    day = json.loads(assert_done(cecictl(register, "--json", "hours", "list", "--student", student)).stdout)[0]["worked-on"]
    add = (CECICTL, "--register", register, "hours", "add", "--student", student)
    usual = max(duration(*add, f"1h {day} before {number}") for number in range(4))
    acknowledged, kills = [], 0
    for number in range(WRITES):
        process = started(*add, f"1h {day} entry {number}.")
        killed = kill_after(process, chance.uniform(usual / 4, usual * 1.2))
        if f"entry {number}." in process.stdout.read():
            acknowledged.append(f"entry {number}.")
        kills += killed
        if killed:
            assert_sound(register)
            missing = set(acknowledged) - set(entries(register, student))
            assert not missing, missing
    assert_sound(register)
    present = entries(register, student)
    assert set(acknowledged) <= set(present) and len(present) == len(set(present))
    assert kills >= 10 and acknowledged, (kills, acknowledged)
    print(f"# {kills} kills, {len(acknowledged)} of {WRITES} acknowledged, {len(present)} present")


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
