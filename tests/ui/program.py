# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program, seen and driven as a person with a keyboard and a screen reader would: through AT-SPI and X keys.

Nothing here sleeps for a fixed time: every wait names what it waits for and has a deadline. Rows of lists have no action of
their own in AT-SPI, so they are reached by focus and keys.
"""

import fcntl
import gettext
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

from gi.repository import GLib

import accessible
from accessible import ACTIVE, FOCUSED, SHOWING

TREE = pathlib.Path(__file__).resolve().parent.parent.parent
BUILD = pathlib.Path(os.environ.get("CECI_BUILD", TREE / "build"))
DEADLINE = float(os.environ.get("CECI_UI_DEADLINE", "30"))
IN_LISTS = ("list item", "row", "tab", "radio button", "menu item", "tree item")


class NotSeen(AssertionError):
    """What was waited for did not come."""


def sample_register(folder, language="en_GB.UTF-8"):
    """A copy, in folder, of the sample register; it is made once a language for each build of cecictl."""
    cecictl = BUILD / "src" / "cli" / "cecictl"
    kept = BUILD / "tests" / "ui" / f"sample-{language[:2]}-{cecictl.stat().st_mtime_ns}.ceci"
    kept.parent.mkdir(parents=True, exist_ok=True)
    with open(kept.parent / "sample.lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            for old in kept.parent.glob(f"sample-{language[:2]}-*"):
                old.unlink()
            made = kept.with_suffix(".partial")
            subprocess.run([cecictl, "demo", made], check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                           env={**os.environ, "LC_ALL": language, "LANGUAGE": language[:2]})
            made.rename(kept)
    copy = pathlib.Path(folder) / "sample.ceci"
    shutil.copyfile(kept, copy)
    return copy


class Program:
    """One run of the program: with Program(register) as program: …"""

    def __init__(self, *arguments, language="en_GB.UTF-8", size=None, dark=False, environment=None, executable=None):
        self.folder = tempfile.mkdtemp(prefix="ceci-ui.")
        self.command = [str(executable or BUILD / "src" / "gui" / "ceci"), *map(str, arguments)]
        self.size = size
        self.words = gettext.translation("ceci", os.environ.get("CECI_LOCALE_DIR", BUILD / "po"), [language.split(".")[0]], fallback=True)
        self.environment = dict(os.environ)
        for name in ("GTK_A11Y", "LC_MESSAGES"):
            self.environment.pop(name, None)
        self.environment.update({
            "LANG": language, "LANGUAGE": language.split("_")[0], "LC_ALL": language,
            "GSETTINGS_BACKEND": "memory", "G_DEBUG": "fatal-criticals",
            "XDG_DATA_HOME": f"{self.folder}/data", "XDG_CACHE_HOME": f"{self.folder}/cache", "XDG_STATE_HOME": f"{self.folder}/state",
            "ADW_DEBUG_COLOR_SCHEME": "prefer-dark" if dark else "prefer-light",
        })
        self.environment.update(environment or {})
        self.process = None
        self.bus = None
        self.application = None
        self.log = open(f"{self.folder}/log", "w+b")

    # --- life -------------------------------------------------------------

    def __enter__(self):
        self.bus = accessible.Bus()
        self.process = subprocess.Popen(self.command, env=self.environment, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        try:
            self.application = self.wait(lambda: self.bus.application(self.process.pid), "the program on the accessibility bus")
            self.take_focus()
        except BaseException:
            self.report()
            self.stop()
            raise
        return self

    def __exit__(self, kind, *_rest):
        if kind is not None:
            self.report()
        self.stop()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def report(self):
        """For a failure: what the program wrote, what it showed, and a picture."""
        self.log.flush()
        self.log.seek(0)
        for line in self.log.read().decode(errors="replace").splitlines()[-30:]:
            print(f"# program: {line}")
        picture = BUILD / "tests" / "ui" / f"failed-{os.getpid()}.png"
        try:
            if self.application is not None and self.process.poll() is None:
                for line in self.outline().splitlines()[:250]:
                    print(f"# {line}")
                self.picture(picture)
                print(f"# picture: {picture}")
        except (OSError, subprocess.CalledProcessError, GLib.Error):
            pass

    # --- waiting and finding ----------------------------------------------

    def word(self, message, context=None):
        """A word of the interface in the program's language, without its mnemonic."""
        said = self.words.pgettext(context, message) if context else self.words.gettext(message)
        return said.replace("_", "")

    def wait(self, condition, what, seconds=None):
        """Whatever true value condition() gives, as soon as it does."""
        deadline = time.monotonic() + (seconds or DEADLINE)
        while True:
            try:
                value = condition()
            except GLib.Error:
                value = None
            if value:
                return value
            if self.process.poll() is not None:
                raise NotSeen(f"the program ended ({self.process.returncode}) while waiting for {what}")
            if time.monotonic() > deadline:
                raise NotSeen(f"no {what}")
            time.sleep(0.01)

    def tree(self):
        """All that is shown now: the application, its windows, what is in them."""
        root = accessible.Node(self.bus, self.application.owner, self.application.path)
        return self.bus.fill(root)

    def every(self, role=None, name=None, within=None):
        """Those shown now, of a role, of a name (text, or a compiled expression). Popovers and dialogs come first."""
        if within is not None:
            roots = [self.bus.fill(accessible.Node(self.bus, within.owner, within.path))]
        else:
            roots = reversed([window for window in self.tree().children if window.has(SHOWING)])
        found = []
        for root in roots:
            for node in root.descend():
                if role and node.role != role:
                    continue
                if name is not None and not (name.search(node.name) if hasattr(name, "search") else node.name == name):
                    continue
                found.append(node)
        return found

    def find(self, role=None, name=None, within=None, seconds=None):
        return self.wait(lambda: next(iter(self.every(role, name, within)), None), f"{role or 'widget'} named {name!r}", seconds)

    def gone(self, role=None, name=None, within=None, seconds=None):
        self.wait(lambda: not self.every(role, name, within), f"end of {role or 'widget'} named {name!r}", seconds)

    def outline(self):
        """The tree as text, for a person who writes a test: * has the focus, + is selected, - is insensitive."""
        if self.process.poll() is not None:
            return f"the program ended ({self.process.returncode})"
        return "\n".join(line for window in self.tree().children for line in window.outline())

    def focused(self):
        return next((node for node in self.tree().descend() if node.has(FOCUSED)), None)

    # --- acting -----------------------------------------------------------

    def x_windows(self):
        said = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)], capture_output=True, text=True, check=False)
        return said.stdout.split()

    def take_focus(self):
        """There is no window manager here: the keyboard is given to the window by hand, and the size too."""
        identity = self.wait(self.x_windows, "an X window")[-1]
        if self.size:
            subprocess.run(["xdotool", "windowmove", identity, "0", "0", "windowsize", identity, *map(str, self.size)], check=True)
        # the pointer out of the way of tooltips
        subprocess.run(["xdotool", "mousemove", "0", "0", "windowfocus", "--sync", identity], check=False, timeout=10)
        self.wait(lambda: any(window.has(ACTIVE) for window in self.tree().children), "an active window")

    def key(self, *keys):
        """Keys as X names them: "ctrl+k", "Return", "Down"."""
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "8", text], check=True)

    def focus(self, target):
        """Goes to a widget as the keyboard does: Tab from one to the next, arrows between the rows of a list."""
        stuck = 0
        for _step in range(200):
            nodes = list(self.tree().descend())
            here = next((node for node in nodes if node.has(FOCUSED)), None)
            there = next((node for node in nodes if node == target), None)
            if there is None:
                raise NotSeen(f"{target.role} {target.name!r} is shown no more")
            if there.has_focus():
                return there
            rows = there.parent.children if there.parent else []
            among = [index for index, row in enumerate(rows) if row.has_focus()]
            if among and there.role in IN_LISTS:
                self.key("Down" if among[0] < rows.index(there) else "Up")
            else:
                self.key("Tab")
            try:
                self.wait(lambda: self.focused() != here, "another focus", 1)  # noqa: B023
            except NotSeen:
                stuck += 1
                if stuck > 3:
                    break
        raise NotSeen(f"no way by keyboard to {target.role} {target.name!r}")

    def click(self, target):
        """The pointer, for what a person would only do with it."""
        x, y, width, height = target.extents()
        subprocess.run(["xdotool", "mousemove", "--sync", str(x + width // 2), str(y + height // 2), "click", "1"], check=True, timeout=10)

    def activate(self, target):
        """Presses a button; what has no action is given the focus and Return."""
        if not target.do_action():
            self.focus(target)
            self.key("Return")

    def press(self, name, role="button", within=None):
        self.activate(self.find(role, name, within))

    def fill(self, field, text):
        """Replaces what a text field holds: by keys; letters that the keyboard lacks go in as an input method's would."""
        self.focus(field)
        self.key("ctrl+a")
        if text.isascii():
            self.type(text)
        else:
            part = next(node for node in self.bus.fill(accessible.Node(self.bus, field.owner, field.path)).descend() if node.role in ("text", "text box", "search box"))
            part.set_text(text)
        # a password's field shows as many dots
        self.wait(lambda: any(held == text or len(held) == len(text) and len(set(held)) == 1 for held in (node.text() for node in self.every(within=field))),
                  f"{text!r} in the field {field.name!r}", 10)

    def picture(self, path):
        """The whole screen as PNG, once two in a row are the same."""
        path = pathlib.Path(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        crop = ["-crop", "{}x{}+0+0".format(*self.size), "+repage"] if self.size else []
        before, deadline = None, time.monotonic() + 10
        while time.monotonic() < deadline:
            pixels = subprocess.run(["import", "-silent", "-window", "root", *crop, "-depth", "8", "rgb:-"], check=True, capture_output=True).stdout
            if pixels == before:
                break
            before = pixels
        subprocess.run(["import", "-silent", "-window", "root", *crop, str(path)], check=True)
        return path


def tap(*tests):
    """Runs test functions and says how they went, as TAP."""
    print(f"1..{len(tests)}", flush=True)
    failed = 0
    for number, test in enumerate(tests, 1):
        title = (test.__doc__ or test.__name__).strip().split("\n")[0]
        try:
            test()
            print(f"ok {number} - {title}", flush=True)
        except Exception as error:  # any failure is the test's
            failed += 1
            print(f"not ok {number} - {title}\n# {type(error).__name__}: {error}", flush=True)
    return 1 if failed else 0
