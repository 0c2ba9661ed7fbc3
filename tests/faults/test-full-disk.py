#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A full disk: nothing acknowledged is lost, what stands there can be read, and with room again all goes on."""

import os
import pathlib
import shutil
import sys
import tempfile

from faults import Skipped, assert_done, assert_refused, assert_sound, cecictl, create, labels, main, writer


class SmallDisk:
    """A folder on a disk of a few megabytes that can be filled to the last byte."""

    def __enter__(self):
        disk = os.environ.get("CECI_SMALL_DISK")
        if not disk:
            raise Skipped("CECI_SMALL_DISK names no small disk: ./dev gives one in the root (CECI_ROOT=1)")
        self.folder = pathlib.Path(tempfile.mkdtemp(dir=disk))
        self.filler = self.folder / "filler"
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)

    def fill(self, leave=0):
        with open(self.filler, "ab", buffering=0) as filler:
            for size in (65536, 4096, 1):
                try:
                    while filler.write(bytes(size)) == size:
                        pass
                except OSError:
                    pass
            if leave:
                filler.truncate(filler.tell() - leave)

    def empty(self):
        self.filler.unlink()


def test_a_write_that_finds_no_room_is_refused_whole(folder):
    with SmallDisk() as disk:
        register = create(disk.folder, 5)
        assert_refused(writer("fill", register, 8_000_000), 1, "is full")
        assert labels(register) == [f"Write {n}" for n in range(5)]
        assert_sound(register)
        assert_done(writer("write", register, 5, 5))
        assert labels(register) == [f"Write {n}" for n in range(10)]


def test_acknowledged_writes_outlast_a_full_disk(folder):
    for leave in (0, 8192, 40_000, 80_000, 150_000, 400_000):
        with SmallDisk() as disk:
            register = create(disk.folder, 2)
            disk.fill(leave)
            result = writer("write", register, 2, 200)
            acknowledged = result.stdout.split("\n")[:-1]
            if result.returncode != 0:
                assert_refused(result, 1, "is full")
            assert labels(register)[2:2 + len(acknowledged)] == acknowledged, (leave, result)
            assert len(labels(register)) == 2 + len(acknowledged)
            disk.empty()
            assert_sound(register)
            assert_done(writer("write", register, 500, 3))
            assert labels(register)[2:] == acknowledged + ["Write 500", "Write 501", "Write 502"]


def test_a_register_on_a_full_disk_is_read(folder):
    with SmallDisk() as disk:
        register = create(disk.folder, 3)
        disk.fill()
        assert labels(register) == ["Write 0", "Write 1", "Write 2"]
        assert_sound(register)
        assert_refused(cecictl(register, "undo"), 1, "is full")


def test_a_backup_that_finds_no_room_leaves_nothing(folder):
    register = create(folder, 50)
    with SmallDisk() as disk:
        backup = disk.folder / "backup.ceci"
        assert_done(cecictl(register, "backup", backup))
        before = backup.read_bytes()
        assert_done(writer("write", register, 50, 1))
        disk.fill(200_000)
        assert_refused(cecictl(register, "backup", backup), 1, "is full")
        assert backup.read_bytes() == before
        assert sorted(path.name for path in disk.folder.iterdir()) == ["backup.ceci", "filler"]
        disk.empty()
        assert_done(cecictl(register, "backup", backup))
        assert labels(backup) == labels(register)


def test_a_restore_that_finds_no_room_changes_nothing(folder):
    with SmallDisk() as disk:
        register = create(disk.folder, 3)
        backup = folder / "backup.ceci"
        assert_done(cecictl(register, "backup", backup))
        assert_done(writer("write", register, 3, 1))
        disk.fill(100_000)
        assert_refused(cecictl(register, "restore", backup), 1, "is full")
        assert sorted(path.name for path in disk.folder.iterdir()) == ["filler", "register.ceci"]
        disk.empty()
        assert labels(register)[-1] == "Write 3"
        assert_sound(register)


def test_a_register_that_finds_no_room_is_not_made(folder):
    with SmallDisk() as disk:
        disk.fill(100_000)
        assert_refused(writer("create", disk.folder / "register.ceci"), 1, "is full")
        assert [path.name for path in disk.folder.iterdir()] == ["filler"]


if __name__ == "__main__":
    sys.exit(main())
