# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader sees of a program: snapshots of its tree, read from the accessibility bus itself.

libatspi asks one thing at a time and keeps what it heard; here a whole level of the tree is asked at once, and nothing is kept.
"""

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT = "/org/a11y/atspi/accessible/root"
NOTHING = "/org/a11y/atspi/null"
ACTIVE, CHECKED, ENABLED, EXPANDED, FOCUSABLE, FOCUSED, SELECTED, SENSITIVE, SHOWING = 1, 4, 8, 10, 11, 12, 23, 24, 25


class Node:
    """One widget as it was when the snapshot was taken; what acts on it acts on the living one."""

    def __init__(self, bus, name, path, parent=None):
        self.bus, self.owner, self.path, self.parent = bus, name, path, parent
        self.role, self.name, self.states, self.children = "", "", 0, []

    def __eq__(self, other):
        return isinstance(other, Node) and (self.owner, self.path) == (other.owner, other.path)

    def __hash__(self):
        return hash((self.owner, self.path))

    def has(self, state):
        return bool(self.states >> state & 1)

    def descend(self):
        yield self
        for child in self.children:
            yield from child.descend()

    def has_focus(self):
        return any(node.has(FOCUSED) for node in self.descend())

    def call(self, interface, method, arguments=None, reply=None):
        return self.bus.call(self.owner, self.path, f"org.a11y.atspi.{interface}", method, arguments, reply)

    def text(self):
        """What a text field holds; the name of what is no text field."""
        try:
            length = self.bus.call(self.owner, self.path, "org.freedesktop.DBus.Properties", "Get",
                                   GLib.Variant("(ss)", ("org.a11y.atspi.Text", "CharacterCount")), "(v)")[0]
            return self.call("Text", "GetText", GLib.Variant("(ii)", (0, length)), "(s)")[0]
        except GLib.Error:
            return self.name

    def set_text(self, text):
        return self.call("EditableText", "SetTextContents", GLib.Variant("(s)", (text,)), "(b)")[0]

    def do_action(self):
        """Does the widget's first action; False where it has none."""
        try:
            return self.call("Action", "DoAction", GLib.Variant("(i)", (0,)), "(b)")[0]
        except GLib.Error:
            return False

    def extents(self):
        """x, y, width, height in the window."""
        return self.call("Component", "GetExtents", GLib.Variant("(u)", (1,)), "((iiii))")[0]

    def outline(self, depth=0):
        marks = ("*" if self.has(FOCUSED) else "") + ("+" if self.has(SELECTED) else "") + ("" if self.has(SENSITIVE) else "-")
        lines = [f"{'  ' * depth}{self.role}{marks}" + (f" {self.name!r}" if self.name else "")]
        for child in self.children:
            lines += child.outline(depth + 1)
        return lines


class Bus:
    """The accessibility bus of this session."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, GLib.VariantType("(s)"),
                                    Gio.DBusCallFlags.NONE, 20000).unpack()[0]
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags)

    def call(self, name, path, interface, method, arguments=None, reply=None):
        kind = GLib.VariantType(reply) if reply else None
        return self.connection.call_sync(name, path, interface, method, arguments, kind, Gio.DBusCallFlags.NONE, 5000).unpack()

    def gather(self, calls):
        """The answers to many calls, asked at once; None for one that failed."""
        answers, waiting = [None] * len(calls), [len(calls)]

        def take(connection, result, index):
            try:
                answers[index] = connection.call_finish(result).unpack()
            except GLib.Error:
                pass
            waiting[0] -= 1

        for index, (name, path, interface, method, arguments) in enumerate(calls):
            self.connection.call(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 5000, None, take, index)
        context = GLib.MainContext.default()
        while waiting[0]:
            context.iteration(True)
        return answers

    def application(self, process):
        """The root of the program with this process id, if it is registered."""
        applications = self.call("org.a11y.atspi.Registry", ROOT, ACCESSIBLE, "GetChildren", None, "(a(so))")[0]
        for name, path in applications:
            try:
                if self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                             GLib.Variant("(s)", (name,)), "(u)")[0] == process:
                    return Node(self, name, path)
            except GLib.Error:
                continue
        return None

    def fill(self, root):
        """Reads all that is shown under a node, level by level."""
        level = [root]
        named = GLib.Variant("(ss)", (ACCESSIBLE, "Name"))
        while level:
            calls = []
            for node in level:
                calls += [(node.owner, node.path, ACCESSIBLE, "GetState", None), (node.owner, node.path, ACCESSIBLE, "GetRoleName", None),
                          (node.owner, node.path, "org.freedesktop.DBus.Properties", "Get", named),
                          (node.owner, node.path, ACCESSIBLE, "GetChildren", None)]
            answers = self.gather(calls)
            below = []
            for index, node in enumerate(level):
                states, role, name, children = answers[4 * index:4 * index + 4]
                node.states = states[0][0] | states[0][1] << 32 if states else 0
                node.role = role[0] if role else ""
                node.name = name[0] if name else ""
                if node is root or node.has(SHOWING):
                    node.children = [Node(self, owner, path, node) for owner, path in (children[0] if children else []) if path != NOTHING]
                    below += node.children
            level = below
        for node in root.descend():
            node.children = [child for child in node.children if child.has(SHOWING)]
        return root
