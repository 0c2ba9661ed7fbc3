# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents, good and bad, seen from the command line through ceci-render."""

import struct
import subprocess
import unittest

from cecictl import Office


def make_pdf(width=595, height=842, text="Bonjour", n_pages=2):
    """A PDF with one line of text a page, its table in order."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(n_pages))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {n_pages} >>",
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    for i in range(n_pages):
        content = f"BT /F 24 Tf 60 700 Td ({text} {i + 1}) Tj ET"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents {5 + 2 * i} 0 R "
                       "/Resources << /Font << /F 3 0 R >> >> >>")
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return data + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()


class Documents(Office):
    def picture_size(self, path):
        with open(path, "rb") as file:
            start = file.read(24)
        self.assertEqual(start[:8], b"\x89PNG\r\n\x1a\n")
        return struct.unpack(">II", start[16:24])

    def test_inspect(self):
        found = self.run_json("inspect", self.write("plan.pdf", make_pdf()))
        self.assertEqual((found["health"], found["pages"], found["encrypted"], found["damaged"]), ("fine", 2, False, False))
        self.assertEqual(found["sizes"], [[595.0, 842.0], [595.0, 842.0]])
        self.assertEqual(found["text"], "Bonjour 1\nBonjour 2")
        self.assertTrue(found["isolation"]["seccomp"] and found["isolation"]["no_new_privs"] and found["isolation"]["limits"])

    def test_render(self):
        document, picture = self.write("plan.pdf", make_pdf()), self.path("page.png")
        drawn = self.run_json("render", document, "--page", 2, "--scale", 0.5, "--out", picture)
        self.assertEqual((drawn["width"], drawn["height"]), (297, 421))
        self.assertEqual(self.picture_size(picture), (297, 421))

    def test_render_stays_within_bounds(self):
        document, picture = self.write("huge.pdf", make_pdf(14400, 14400)), self.path("page.png")
        drawn = self.run_json("render", document, "--scale", 1000, "--out", picture)
        self.assertLessEqual(drawn["width"] * drawn["height"], 8 * 1024 * 1024)

    def test_requests_that_make_no_sense(self):
        document = self.write("plan.pdf", make_pdf())
        self.assert_refused("render", document, "--page", 3, "--out", self.path("x.png"), says="2 pages")
        self.assert_refused("render", document, "--page", 0, "--out", self.path("x.png"), code=2)
        self.assert_refused("render", document, "--scale", "nan", "--out", self.path("x.png"), code=2)
        self.assert_refused("render", document, code=2)
        self.assert_refused("render", document, "--out", self.path("nowhere/x.png"), says="nowhere")
        self.assert_refused("inspect", self.path("missing.pdf"))
        self.assert_refused("inspect", self.folder)

    def test_bad_documents(self):
        good = make_pdf()
        plain, encrypted = self.write("plain.pdf", good), self.path("encrypted.pdf")
        subprocess.run(["qpdf", "--encrypt", "secret", "owner", "256", "--", plain, encrypted], check=True)
        cases = ((encrypted, "encrypted", 1, "password"),
                 (self.write("empty.pdf", b""), "empty", 3, "empty"),
                 (self.write("letter.pdf", "Cher comité,\n"), "not_pdf", 3, "not a PDF"),
                 (self.write("cut.pdf", good[:100]), "damaged", 3, "damaged"),
                 (self.write("half.pdf", good[:len(good) * 3 // 4]), "damaged", 3, "damaged"))
        for path, health, code, says in cases:
            with self.subTest(path):
                self.assert_refused("inspect", path, code=code, says=says)
                done = self.run_program("--json", "inspect", path)
                self.assertIn(f'"health" : "{health}"', done.stdout)
                if '"pages" : 0' in done.stdout:
                    self.assert_refused("render", path, "--out", self.path("x.png"), code=code, says=says)

    def test_impossible_page(self):
        for box in ((0, 0), (10**30, 10**30), (1, 10**12)):
            with self.subTest(box):
                done = self.run_program("render", self.write("page.pdf", make_pdf(*box)), "--out", self.path("x.png"))
                self.assertIn(done.returncode, (0, 3))


if __name__ == "__main__":
    unittest.main()
