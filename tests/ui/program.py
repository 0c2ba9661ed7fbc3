# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program, seen and driven as a person with a keyboard and a screen reader would: through AT-SPI and X keys.

Nothing here sleeps for a fixed time: every wait names what it waits for and has a deadline. Rows of lists have no action of
their own in AT-SPI, so they are reached by focus and keys.
"""

import fcntl
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

TREE = pathlib.Path(__file__).resolve().parent.parent.parent
BUILD = pathlib.Path(os.environ.get("CECI_BUILD", TREE / "build"))
SCREEN_ROLES = {"push button": "button", "check box": "checkbox", "entry": "text", "page tab": "tab", "table row": "row"}
DEADLINE = float(os.environ.get("CECI_UI_DEADLINE", "30"))


class NotSeen(AssertionError):
    """What was waited for did not come."""


def role_of(accessible):
    try:
        role = accessible.get_role_name()
    except GLib.Error:
        return ""
    return SCREEN_ROLES.get(role, role)


def name_of(accessible):
    try:
        return accessible.get_name() or ""
    except GLib.Error:
        return ""


def states_of(accessible):
    try:
        return accessible.get_state_set()
    except GLib.Error:
        return Atspi.StateSet.new([])


def is_showing(accessible):
    return states_of(accessible).contains(Atspi.StateType.SHOWING)


def is_focused(accessible):
    return states_of(accessible).contains(Atspi.StateType.FOCUSED)


def children_of(accessible):
    try:
        count = accessible.get_child_count()
    except GLib.Error:
        return
    for index in range(count):
        try:
            child = accessible.get_child_at_index(index)
        except GLib.Error:
            continue
        if child is not None:
            yield child


def descend(accessible, depth=0):
    """Everything shown under an accessible, itself first, in reading order."""
    if depth > 60:
        return
    yield accessible
    for child in children_of(accessible):
        if is_showing(child):
            yield from descend(child, depth + 1)


def text_of(accessible):
    """What a text field holds, or the name."""
    try:
        length = Atspi.Text.get_character_count(accessible)
        return Atspi.Text.get_text(accessible, 0, length)
    except GLib.Error:
        return name_of(accessible)


def sample_register(folder):
    """A copy, in folder, of the sample register; the sample is made once for each build of cecictl."""
    cecictl = BUILD / "src" / "cli" / "cecictl"
    kept = BUILD / "tests" / "ui" / f"sample-{cecictl.stat().st_mtime_ns}.ceci"
    kept.parent.mkdir(parents=True, exist_ok=True)
    with open(kept.parent / "sample.lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            for old in kept.parent.glob("sample-*.ceci*"):
                old.unlink()
            made = kept.with_suffix(".partial")
            made.unlink(missing_ok=True)
            subprocess.run([cecictl, "demo", made], check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
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
        self.environment = dict(os.environ)
        for name in ("GTK_A11Y", "LC_ALL", "LC_MESSAGES"):
            self.environment.pop(name, None)
        self.environment.update({
            "LANG": language, "LANGUAGE": language.split("_")[0], "LC_ALL": language,
            "GSETTINGS_BACKEND": "memory", "G_DEBUG": "fatal-criticals",
            "XDG_DATA_HOME": f"{self.folder}/data", "XDG_CONFIG_HOME": os.environ.get("XDG_CONFIG_HOME", f"{self.folder}/config"),
            "XDG_CACHE_HOME": f"{self.folder}/cache", "XDG_STATE_HOME": f"{self.folder}/state",
            "ADW_DEBUG_COLOR_SCHEME": "prefer-dark" if dark else "prefer-light",
        })
        self.environment.update(environment or {})
        self.process = None
        self.application = None
        self.log = open(f"{self.folder}/log", "w+b")

    # --- life -------------------------------------------------------------

    def __enter__(self):
        Atspi.init()
        self.process = subprocess.Popen(self.command, env=self.environment, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        try:
            self.application = self.wait(self.registered, "the program on the accessibility bus")
            self.window = self.wait(self.first_window, "a window")
            self.take_focus()
        except BaseException:
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
        """For a failure: what the program wrote, what it showed, and a picture beside the test's log."""
        self.log.flush()
        self.log.seek(0)
        for line in self.log.read().decode(errors="replace").splitlines()[-30:]:
            print(f"# program: {line}")
        if self.application is not None:
            for line in self.outline().splitlines()[:120]:
                print(f"# {line}")
        picture = BUILD / "tests" / "ui" / f"failed-{os.getpid()}.png"
        try:
            self.picture(picture)
            print(f"# picture: {picture}")
        except (OSError, subprocess.CalledProcessError):
            pass

    # --- waiting and finding ----------------------------------------------

    def wait(self, condition, what, seconds=None):
        """Whatever true value condition() gives, as soon as it does."""
        deadline = time.monotonic() + (seconds or DEADLINE)
        while True:
            context = GLib.MainContext.default()
            while context.pending():
                context.iteration(False)
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
            time.sleep(0.02)

    def registered(self):
        desktop = Atspi.get_desktop(0)
        for application in children_of(desktop):
            if application.get_process_id() == self.process.pid:
                application.set_cache_mask(Atspi.Cache.NONE)
                return application
        return None

    def first_window(self):
        return next((child for child in children_of(self.application) if is_showing(child)), None)

    def shown(self, within=None):
        if within is not None:
            yield from descend(within)
            return
        # popovers and dialogs come last; what is in front is looked at first
        for window in reversed(list(children_of(self.application))):
            if is_showing(window):
                yield from descend(window)

    def every(self, role=None, name=None, within=None):
        """Those shown now, of a role, of a name (text, or a compiled expression)."""
        found = []
        for accessible in self.shown(within):
            if role and role_of(accessible) != role:
                continue
            if name is not None:
                label = name_of(accessible)
                if not (name.search(label) if hasattr(name, "search") else label == name):
                    continue
            found.append(accessible)
        return found

    def find(self, role=None, name=None, within=None, seconds=None):
        return self.wait(lambda: next(iter(self.every(role, name, within)), None), f"{role or 'widget'} named {name!r}", seconds)

    def gone(self, role=None, name=None, within=None, seconds=None):
        self.wait(lambda: not self.every(role, name, within), f"end of {role or 'widget'} named {name!r}", seconds)

    def outline(self):
        """The tree as text: for a person who writes a test."""
        written = []

        def walk(accessible, depth):
            label = name_of(accessible)
            mark = "*" if is_focused(accessible) else ""
            written.append(f"{'  ' * depth}{role_of(accessible)}{mark} {label!r}" if label else f"{'  ' * depth}{role_of(accessible)}{mark}")
            for child in children_of(accessible):
                if is_showing(child) and depth < 40:
                    walk(child, depth + 1)

        for window in children_of(self.application):
            walk(window, 0)
        return "\n".join(written)

    def focused(self):
        return next((accessible for accessible in self.shown() if is_focused(accessible)), None)

    # --- acting -----------------------------------------------------------

    def x_windows(self):
        said = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)], capture_output=True, text=True, check=False)
        return said.stdout.split()

    def take_focus(self):
        """There is no window manager here: the keyboard is given to the window by hand, and the size too."""
        identity = self.wait(self.x_windows, "an X window")[-1]
        if self.size:
            subprocess.run(["xdotool", "windowmove", identity, "0", "0", "windowsize", identity, *map(str, self.size)], check=True)
        subprocess.run(["xdotool", "windowfocus", "--sync", identity], check=False, timeout=10)
        self.wait(lambda: states_of(self.first_window()).contains(Atspi.StateType.ACTIVE), "an active window")

    def key(self, *keys):
        """Keys as X names them: "ctrl+k", "Return", "Down"."""
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "8", text], check=True)

    def has_focus(self, accessible):
        return any(is_focused(part) for part in descend(accessible))

    def focus(self, accessible):
        """Goes to a widget as the keyboard does: Tab from one to the next, arrows between siblings of a list."""
        seen = set()
        for _step in range(200):
            if self.has_focus(accessible):
                return accessible
            here = self.focused()
            siblings = list(children_of(accessible.get_parent()))
            among = [index for index, sibling in enumerate(siblings) if self.has_focus(sibling)]
            if among and len(siblings) > 1 and role_of(accessible) in ("list item", "row", "tab", "radio button", "menu item"):
                self.key("Down" if among[0] < siblings.index(accessible) else "Up")
            else:
                self.key("Tab")
            try:
                self.wait(lambda: self.focused() != here, "another focus", 1)  # noqa: B023
            except NotSeen:
                seen.add(here)
                if len(seen) > 3:
                    break
        raise NotSeen(f"no way by keyboard to {role_of(accessible)} {name_of(accessible)!r}")

    def click(self, accessible):
        """The pointer, for what a person would only do with it."""
        box = Atspi.Component.get_extents(accessible, Atspi.CoordType.WINDOW)
        subprocess.run(["xdotool", "mousemove", "--sync", str(box.x + box.width // 2), str(box.y + box.height // 2), "click", "1"], check=True, timeout=10)

    def activate(self, accessible):
        """Presses a button; what has no action is given the focus and Return."""
        if Atspi.Accessible.get_action_iface(accessible) is not None and Atspi.Action.get_n_actions(accessible) > 0:
            Atspi.Action.do_action(accessible, 0)
        else:
            self.focus(accessible)
            self.key("Return")

    def press(self, name, role="button", within=None):
        self.activate(self.find(role, name, within))

    def fill(self, accessible, text):
        """Replaces what a text field holds: by keys; letters that the keyboard lacks go in as an input method's would."""
        self.focus(accessible)
        self.key("ctrl+a")
        if text.isascii():
            self.type(text)
        else:
            field = next(part for part in descend(accessible) if part.get_editable_text_iface() is not None)
            Atspi.EditableText.set_text_contents(field, text)
        self.wait(lambda: text in (text_of(part) for part in descend(accessible)), f"{text!r} in the field {name_of(accessible)!r}", 10)

    def picture(self, path):
        """The whole screen as PNG, once two in a row are the same."""
        path = pathlib.Path(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        size = "{}x{}+0+0".format(*self.size) if self.size else None
        crop = ["-crop", size, "+repage"] if size else []
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
