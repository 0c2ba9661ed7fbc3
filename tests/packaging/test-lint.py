#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks of build-aux/lint find what they are for: a small tree with one fault of each kind."""

import importlib.machinery
import importlib.util
import os
import pathlib
import sys
import tempfile

LINT = pathlib.Path(os.environ["CECI_LINT"])
FAULTS = {  # check: (file, its text, what the failure says)
    "licence": ("src/gui/ceci-bare.c", "int x;\n", "ceci-bare.c:1: no SPDX"),
    "length": ("src/gui/ceci-long.c", "// SPDX\n" * 1001, "ceci-long.c:1001: over 1000"),
    "arrows": ("src/core/store/ceci-up.c", '#include "core/model/ceci-student.h"\n', "ceci-up.c:1: store may not look into model"),
    "hosts": ("src/gui/ceci-call.c", 'const char *u = "https://example.com/";\n', "ceci-call.c:1: names a host"),
    "leftovers": ("src/gui/ceci-half.c", "// TO" "DO later\n", "ceci-half.c:1: unfinished"),
    "mirror": ("tests/core/attic/test-x.c", "int x;\n", "no src/core/attic"),
    "scripts": ("tests/ui/broken.py", "def (:\n", "broken.py:1:"),
    "potfiles": ("src/gui/ceci-word.c", 'const char *w = _ ("Word");\n', "ceci-word.c:1: not in po/POTFILES.in"),
    "typography": ("po/fr.po", 'msgid "Why?"\nmsgstr "Pourquoi ?"\n', "fr.po:2: an ordinary space"),
}
MORE_ARROWS = [
    ("src/cli/ceci-widget.c", "#include <gtk/gtk.h>\n", "nothing of cli knows a widget"),
    ("src/viewer/ceci-pdf.c", "#include <poppler.h>\n", "only src/render knows poppler"),
    ("src/gui/ceci-query.c", 'const char *q = "SELECT id FROM person";\n', "SQL stands in model and store only"),
    ("src/core/jury/ceci-raw.c", "#include <sqlite3.h>\n", "only the store includes sqlite3.h"),
]


def lint_of(tree):
    loader = importlib.machinery.SourceFileLoader("lint", str(LINT))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("lint", loader))
    loader.exec_module(module)
    module.TREE = tree
    module.FILES = sorted(str(path.relative_to(tree)) for path in tree.rglob("*") if path.is_file())
    return module


def said(check, *files):
    with tempfile.TemporaryDirectory() as folder:
        tree = pathlib.Path(folder)
        for name, text in (("po/POTFILES.in", ""), ("po/LINGUAS", "fr\n"), ("build-aux/hosts.txt", "# none\n"), *files):
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            (tree / name).write_text(text, encoding="utf-8")
        return "\n".join(lint_of(tree).CHECKS[check]())


def main() -> int:
    cases = [(check, name, text, expected) for check, (name, text, expected) in FAULTS.items()]
    cases += [("arrows", *case) for case in MORE_ARROWS]
    print(f"1..{len(cases) + len(FAULTS)}")
    failed, number = 0, 0
    for check, name, text, expected in cases:
        number += 1
        answer = said(check, (name, text))
        if expected in answer:
            print(f"ok {number} - {check} finds {name}")
        else:
            failed += 1
            print(f"not ok {number} - {check} finds {name}\n# said: {answer!r}")
    for check in FAULTS:
        number += 1
        answer = said(check)
        failed += bool(answer)
        print(f"{'not ok' if answer else 'ok'} {number} - {check} says nothing of a clean tree {answer}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
