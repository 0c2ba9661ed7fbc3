#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `meson install` puts on a machine: every file in its place, each program hardened and linked to what it may know."""

import os
import pathlib
import subprocess
import sys
import tempfile

BUILD = pathlib.Path(os.environ["CECI_BUILD"])
APPLICATION = os.environ["CECI_APPLICATION_ID"]
PREFIX = pathlib.Path(os.environ["CECI_PREFIX"])
FORBIDDEN = {  # a program: libraries that it must not be linked to
    "bin/ceci": ("libpoppler", "libcurl", "libsoup"),
    "bin/cecictl": ("libpoppler", "libgtk", "libadwaita", "libcurl", "libsoup"),
    "libexec/ceci-render": ("libgtk", "libadwaita", "libsqlite3", "libsodium", "libcurl", "libsoup"),
}
EXPECTED = [
    f"share/applications/{APPLICATION}.desktop",
    f"share/metainfo/{APPLICATION}.metainfo.xml",
    f"share/dbus-1/services/{APPLICATION}.service",
    f"share/mime/packages/{APPLICATION}.xml",
    f"share/icons/hicolor/scalable/apps/{APPLICATION}.svg",
    f"share/icons/hicolor/symbolic/apps/{APPLICATION}-symbolic.svg",
    "share/glib-2.0/schemas/be.ulb.Ceci.gschema.xml",
    "share/locale/fr/LC_MESSAGES/ceci.mo",
]


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, stdin=subprocess.DEVNULL).stdout


def check_files(root):
    missing = [name for name in [*EXPECTED, *FORBIDDEN] if not (root / name).is_file()]
    assert not missing, f"not installed: {', '.join(missing)}"


def check_links(root):
    for program, libraries in FORBIDDEN.items():
        needed = [line.split("[")[1].rstrip("]") for line in output("readelf", "-d", root / program).splitlines() if "(NEEDED)" in line]
        wrong = [name for name in needed if name.startswith(libraries)]
        assert not wrong, f"{program} is linked to {', '.join(wrong)}"


def check_hardening(root):
    for program in FORBIDDEN:
        told = output("readelf", "-hldW", root / program)
        symbols = output("readelf", "-W", "--dyn-syms", root / program)
        assert "DYN (Position-Independent" in told, f"{program} is not position independent"
        assert "GNU_RELRO" in told and ("BIND_NOW" in told or "Flags: NOW" in told), f"{program} is not relocated read-only at once"
        stack = next(line for line in told.splitlines() if "GNU_STACK" in line)
        assert "RWE" not in stack, f"{program} has an executable stack"
        if os.environ.get("CECI_SANITIZE", "none") == "none":
            assert "__stack_chk_fail" in symbols, f"{program} has no stack protector"


def check_service(root):
    service = (root / f"share/dbus-1/services/{APPLICATION}.service").read_text(encoding="utf-8")
    assert f"Exec={PREFIX}/bin/ceci --gapplication-service" in service, service
    desktop = (root / f"share/applications/{APPLICATION}.desktop").read_text(encoding="utf-8")
    assert "Comment[fr]=" in desktop, "the desktop entry has no French"


def check_types(root):
    """The desktop's database takes our types, and finds each by its name."""
    output("update-mime-database", root / "share/mime")
    globs = (root / "share/mime/globs2").read_text(encoding="utf-8")
    for kind, pattern in (("register+sqlite3", "*.ceci"), ("jury", "*.ceci-jury"), ("return", "*.ceci-return"), ("review", "*.ceci-review")):
        assert f":application/vnd.ceci.{kind}:{pattern}" in globs, f"no type for {pattern}"


def check_magic(root):
    """A file that lost its name is known by its first bytes."""
    guess = "import gi; from gi.repository import Gio; import sys; print(Gio.content_type_guess(None, bytes.fromhex(sys.argv[1]))[0])"
    environment = {**os.environ, "XDG_DATA_DIRS": f"{root}/share:/usr/share", "XDG_DATA_HOME": f"{root}/none"}
    register = b"SQLite format 3\0".ljust(68, b"\1") + b"CECi" + bytes(64)
    heads = {"register+sqlite3": register, "jury": b"CECISEAL\1\0\1", "review": b"CECISEAL\1\0\2", "return": b"CECISEAL\1\0\3"}
    for kind, head in heads.items():
        said = subprocess.run([sys.executable, "-c", guess, head.ljust(256, b"\0").hex()], env=environment, check=True, capture_output=True, text=True).stdout.strip()
        assert said == f"application/vnd.ceci.{kind}", f"the bytes of a {kind} are taken for {said}"


def check_runs(root):
    assert output(root / "bin/cecictl", "--version").strip(), "cecictl --version says nothing"


def main() -> int:
    checks = (check_files, check_links, check_hardening, check_service, check_types, check_magic, check_runs)
    print(f"1..{len(checks)}")
    failed = 0
    with tempfile.TemporaryDirectory() as destination:
        subprocess.run(["meson", "install", "-C", BUILD, "--no-rebuild", "--quiet", "--destdir", destination],
                       check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        root = pathlib.Path(destination) / PREFIX.relative_to("/")
        for number, check in enumerate(checks, 1):
            try:
                check(root)
                print(f"ok {number} - {check.__name__[6:]}")
            except (AssertionError, OSError, subprocess.CalledProcessError, StopIteration) as error:
                failed += 1
                print(f"not ok {number} - {check.__name__[6:]}\n# {error}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
