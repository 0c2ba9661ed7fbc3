#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the closing line of a test run from meson's log: N passed, N failed."""

import json
import os
import sys


def main() -> int:
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    failed = []
    if not os.path.exists(sys.argv[1]):
        print("0 passed, 0 failed")
        return 1
    with open(sys.argv[1], encoding="utf-8") as log:
        for line in log:
            record = json.loads(line)
            result = record["result"]
            if result in ("OK", "EXPECTEDFAIL"):
                counts["passed"] += 1
            elif result == "SKIP":
                counts["skipped"] += 1
            else:
                counts["failed"] += 1
                failed.append(f"{record['name']} ({result.lower()}, {record.get('duration', 0):.1f} s)")
    for name in failed:
        print(f"failed: {name}")
    text = f"{counts['passed']} passed, {counts['failed']} failed"
    if counts["skipped"]:
        text += f", {counts['skipped']} skipped"
    print(text)
    return 1 if counts["failed"] or not counts["passed"] else 0


if __name__ == "__main__":
    sys.exit(main())
