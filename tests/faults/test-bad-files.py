#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Registers that are none, are newer, damaged, for reading only, or used by someone else: refused in words, never harmed."""

import sqlite3
import sys

from faults import (assert_done, assert_refused, assert_sound, cecictl, chance, create, labels, main, started, writer, WRITER)


def test_what_is_no_register_is_refused(folder):
    for contents in (b"", b"\0", b"Nom;Pr\xe9nom\r\n" * 500, b"SQLite format 3\0", b"SQLite format 3\0" + bytes(5000), chance.randbytes(100_000)):
        register = folder / "register.ceci"
        register.write_bytes(contents)
        for command in (["journal", "list"], ["integrity"], ["undo"]):
            assert_refused(cecictl(register, *command), 3, "register.ceci")
        assert register.read_bytes() == contents
        assert [path.name for path in folder.iterdir()] == ["register.ceci"]


def test_another_programs_database_is_refused(folder):
    register = folder / "register.ceci"
    with sqlite3.connect(register) as other:
        other.execute("CREATE TABLE person (id TEXT)")
    other.close()
    assert_refused(cecictl(register, "undo"), 3, "is not a register")


def test_no_file_and_a_folder_are_refused(folder):
    assert_refused(cecictl(folder / "none.ceci", "journal", "list"), 1, "There is no register")
    assert_refused(cecictl(folder, "journal", "list"), 3, "is not a register")


def test_a_newer_register_is_refused(folder):
    register = create(folder, 1)
    with sqlite3.connect(register) as other:
        other.execute("PRAGMA user_version = 99")
    other.close()
    for command in (["journal", "list"], ["undo"], ["integrity"]):
        assert_refused(cecictl(register, *command), 1, "newer version")


def test_a_register_for_reading_only_is_read(folder):
    register = create(folder, 3)
    register.chmod(0o444)
    assert labels(register) == ["Write 0", "Write 1", "Write 2"]
    assert_sound(register)
    assert_refused(cecictl(register, "undo"), 1, "open for reading only")
    assert_done(cecictl(register, "backup", folder / "backup.ceci"))
    assert_sound(folder / "backup.ceci")


def test_a_folder_for_reading_only_is_read(folder):
    inner = folder / "inner"
    inner.mkdir()
    register = create(inner, 3)
    inner.chmod(0o555)
    try:
        assert labels(register) == ["Write 0", "Write 1", "Write 2"]
        assert_refused(cecictl(register, "undo"), 1, "open for reading only")
    finally:
        inner.chmod(0o755)


def test_damage_is_found_and_said(folder):
    register = create(folder, 120)
    sound = register.read_bytes()
    said = 0
    for attempt in range(12):
        damaged = bytearray(sound)
        for _ in range(4):
            page = chance.randrange(1, len(sound) // 4096)
            damaged[page * 4096:page * 4096 + 600] = chance.randbytes(600)
        register.write_bytes(damaged)
        result = cecictl(register, "integrity")
        assert result.returncode in (0, 3), (result.returncode, result.stderr)  # 0: only pages that nothing uses
        said += result.returncode == 3
        for command in (["journal", "list"], ["journal", "verify"], ["backup", folder / f"backup-{attempt}.ceci"], ["undo"]):
            assert cecictl(register, *command).returncode in (0, 1, 3), command
        if result.returncode == 3:
            assert not (folder / f"backup-{attempt}.ceci").exists()
        for path in folder.iterdir():
            path.unlink()
    assert said >= 6, said


def test_a_register_cut_short_is_found(folder):
    register = create(folder, 120)
    sound = register.read_bytes()
    for size in (100, 512, 4096, 4097, len(sound) // 2, len(sound) - 4096):
        register.write_bytes(sound[:size])
        result = cecictl(register, "integrity")
        assert result.returncode == 3, (size, result.returncode, result.stdout, result.stderr)


def test_the_holder_is_named(folder):
    register = create(folder, 1)
    holder = started(WRITER, "hold", register)
    assert holder.stdout.readline() == "holding\n"
    assert_refused(cecictl(register, "undo"), 1, "Writer on ", "since")
    assert labels(register) == ["Write 0"]
    assert_refused(cecictl(register, "restore", register), 1)
    holder.stdin.close()
    assert holder.wait(30) == 0
    assert sorted(path.name for path in folder.iterdir()) == ["register.ceci"]
    assert_done(cecictl(register, "undo"))


def test_a_killed_holder_holds_nothing(folder):
    register = create(folder, 1)
    holder = started(WRITER, "hold", register)
    assert holder.stdout.readline() == "holding\n"
    holder.kill()
    holder.wait()
    assert_done(cecictl(register, "undo"))
    assert_sound(register)


def test_another_programs_lock_is_said(folder):
    register = create(folder, 1)
    other = sqlite3.connect(register, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert_refused(cecictl(register, "undo"), 1, "Another program is using")
    assert labels(register) == ["Write 0"]
    other.execute("ROLLBACK")
    other.close()
    assert_done(cecictl(register, "undo"))


def test_a_name_that_is_taken_is_kept(folder):
    register = create(folder, 1)
    assert writer("create", register).returncode == 1
    assert labels(register) == ["Write 0"]


if __name__ == "__main__":
    sys.exit(main())
