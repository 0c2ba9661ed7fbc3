# SPDX-License-Identifier: GPL-3.0-or-later
"""A strict reader of iCalendar (RFC 5545), written from the standard and not from our writer: what it can't read is an error."""

import datetime
import re

NAME = re.compile(r"^[A-Z0-9-]+$")
OFFSET = re.compile(r"^[+-]\d{4}$")
REQUIRED = {"VCALENDAR": {"PRODID", "VERSION"}, "VEVENT": {"UID", "DTSTAMP", "DTSTART"}, "VTIMEZONE": {"TZID"},
            "STANDARD": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"}, "DAYLIGHT": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
            "VALARM": {"ACTION", "TRIGGER"}}
ONCE = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "DESCRIPTION", "STATUS", "SEQUENCE", "VERSION", "PRODID", "METHOD", "CALSCALE", "TZID"}


class Invalid(Exception):
    pass


class Component(dict):
    """Properties by name, each a list of (parameters, value); components inside."""

    def __init__(self, kind, root=None):
        super().__init__()
        self.kind, self.inside, self.root = kind, [], root or self

    def children(self, kind):
        return [c for c in self.inside if c.kind == kind]

    def text(self, name):
        value = self[name][0][1]
        if re.search(r"(?<!\\)(?:\\\\)*[;,]", value):
            raise Invalid(f"{name}: a comma or semicolon that is not escaped: {value!r}")
        if re.search(r"(?<!\\)(?:\\\\)*\\(?![\\;,nN])", value):
            raise Invalid(f"{name}: an escape that does not exist: {value!r}")
        return re.sub(r"\\([\\;,nN])", lambda m: "\n" if m[1] in "nN" else m[1], value)

    def day(self, name):
        parameters, value = self[name][0]
        if parameters.get("VALUE") != "DATE":
            raise Invalid(f"{name} is not a day")
        return datetime.datetime.strptime(value, "%Y%m%d").date()

    def utc(self, name):
        """The instant of a local time, by the file's own VTIMEZONE."""
        parameters, value = self[name][0]
        local = datetime.datetime.strptime(value, "%Y%m%dT%H%M%S")
        zones = [z for z in self.root.children("VTIMEZONE") if z["TZID"][0][1] == parameters["TZID"]]
        if len(zones) != 1:
            raise Invalid(f"no time zone {parameters['TZID']}")
        return local - offset_at(zones[0], local)


def offset(text):
    if not OFFSET.match(text):
        raise Invalid(f"not an offset: {text}")
    sign = -1 if text[0] == "-" else 1
    return sign * datetime.timedelta(hours=int(text[1:3]), minutes=int(text[3:5]))


def last_weekday(year, month, weekday):
    day = datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)
    while day.weekday() != weekday:
        day -= datetime.timedelta(days=1)
    return day


def offset_at(zone, local):
    """The last change before this local time decides."""
    changes = []
    for part in zone.children("STANDARD") + zone.children("DAYLIGHT"):
        begins = datetime.datetime.strptime(part["DTSTART"][0][1], "%Y%m%dT%H%M%S")
        rule = dict(item.split("=") for item in part["RRULE"][0][1].split(";"))
        if set(rule) != {"FREQ", "BYMONTH", "BYDAY"} or rule["FREQ"] != "YEARLY" or rule["BYDAY"] != "-1SU":
            raise Invalid(f"a rule this reader does not know: {rule}")
        if begins.date() != last_weekday(begins.year, int(rule["BYMONTH"]), 6):
            raise Invalid("DTSTART is not the first of its rule")
        for year in (local.year - 1, local.year):
            change = datetime.datetime.combine(last_weekday(year, int(rule["BYMONTH"]), 6), begins.time())
            if change <= local:
                changes.append((change, offset(part["TZOFFSETTO"][0][1])))
    return max(changes)[1]


def unfold(data):
    if data.startswith(b"\xef\xbb\xbf"):
        raise Invalid("a byte order mark")
    if not data.endswith(b"\r\n"):
        raise Invalid("the last line does not end")
    lines = data[:-2].split(b"\r\n")
    whole = []
    for line in lines:
        if b"\r" in line or b"\n" in line:
            raise Invalid(f"a bare line break in {line!r}")
        if len(line) > 75:
            raise Invalid(f"{len(line)} octets on a line: {line!r}")
        line.decode("utf-8")  # a character cut in two is an error here
        if line[:1] in (b" ", b"\t"):
            if not whole:
                raise Invalid("the first line continues nothing")
            whole[-1] += line[1:]
        elif not line:
            raise Invalid("an empty line")
        else:
            whole.append(line)
    return [line.decode("utf-8") for line in whole]


def split(line):
    """A content line: its name, parameters, value."""
    match = re.match(r'^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$', line)
    if match is None:
        raise Invalid(f"not a content line: {line!r}")
    name, rest, value = match.groups()
    if re.search(r"[\x00-\x08\x0b-\x1f\x7f]", value):
        raise Invalid(f"a control character in {line!r}")
    return name.upper(), dict(item.split("=", 1) for item in rest.split(";")[1:]), value


def parse(data):
    """The calendar, checked."""
    root, stack = None, []
    for line in unfold(data):
        name, parameters, value = split(line)
        if name == "BEGIN":
            component = Component(value, stack[0] if stack else None)
            if stack:
                stack[-1].inside.append(component)
            elif root is not None:
                raise Invalid("two calendars")
            root = root or component
            stack.append(component)
        elif name == "END":
            ended = stack.pop()
            if ended.kind != value:
                raise Invalid(f"{ended.kind} ended by {value}")
            check(ended)
        else:
            stack[-1].setdefault(name, []).append((parameters, value))
    if stack or root is None or root.kind != "VCALENDAR":
        raise Invalid("not one whole calendar")
    uids = [event["UID"][0][1] for event in root.children("VEVENT")]
    if len(uids) != len(set(uids)):
        raise Invalid("a UID stands twice")
    return root


def check(component):
    missing = REQUIRED.get(component.kind, set()) - set(component)
    if missing:
        raise Invalid(f"{component.kind} without {missing}")
    for name, values in component.items():
        if name in ONCE and len(values) > 1:
            raise Invalid(f"{component.kind}: {name} stands {len(values)} times")
    if component.kind == "VEVENT":
        datetime.datetime.strptime(component["DTSTAMP"][0][1], "%Y%m%dT%H%M%SZ")
        if component["STATUS"][0][1] not in ("CONFIRMED", "TENTATIVE", "CANCELLED"):
            raise Invalid("a status that does not exist")
        if "DTEND" in component and component["DTEND"][0][0].keys() != component["DTSTART"][0][0].keys():
            raise Invalid("the beginning and the end are of two kinds")
        for name in ("SUMMARY", "LOCATION", "DESCRIPTION"):
            if name in component:
                component.text(name)
