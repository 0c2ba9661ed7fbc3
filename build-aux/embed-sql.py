#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a C header that holds SQL scripts as one NULL-terminated array: embed-sql.py NAME OUTPUT SCRIPT…"""

import sys


def literal(line: str) -> str:
    return '  "' + line.replace("\\", "\\\\").replace('"', '\\"') + '\\n"'


def main() -> None:
    name, output, *scripts = sys.argv[1:]
    lines = [f"static const char *const {name}[] = {{"]
    for script in scripts:
        with open(script, encoding="utf-8") as source:
            lines += [literal(line) for line in source.read().splitlines()]
        lines[-1] += ","
    lines += ["  NULL,", "};", ""]
    with open(output, "w", encoding="utf-8") as header:
        header.write("\n".join(lines))


if __name__ == "__main__":
    main()
