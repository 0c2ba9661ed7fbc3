# SPDX-License-Identifier: GPL-3.0-or-later
"""What a certificate says and carries: credits that never compensate, both languages, an Open Badges 3.0 credential that others can check."""

import base64
import hashlib
import json
import os
import subprocess
import unittest

from cecictl import Office

NOTICES = {"fr": "ne peuvent jamais compenser", "en": "never make up for missing credits"}


def part(text):
    return json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))


class Certificate(Office):
    def setUp(self):
        super().setUp()
        self.run_program("demo", self.register, "--no-documents")
        students = self.run_json("student", "list")
        self.student = next(student for student in students if student["state"] == "awarded" and student.get("email"))
        self.enrolled = next(student for student in students if student["state"] == "enrolled")

    def certificate(self, language="fr"):
        out = self.path(f"certificate-{language}.pdf")
        return self.run_json("paper", "certificate", self.student["id"], "--out", out, "--language", language), out

    def text(self, path):
        said = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
        return " ".join(said.replace("’", "'").split())

    def test_R4_credits_never_compensate(self):
        """R4: 10 or nothing, and the note stands on every certificate and attestation"""
        for language, notice in NOTICES.items():
            made, path = self.certificate(language)
            self.assertIn(notice, self.text(path))
            self.assertEqual(made["payload"].split(";")[4], "10")
            attestation = self.path("attestation.pdf")
            self.run_json("paper", "attestation", self.enrolled["id"], "--out", attestation, "--language", language)
            self.assertIn(notice, self.text(attestation))

    def test_R5_text_in_two_languages_can_be_changed(self):
        """R5: the certificate's text stands in French and English, and another regulation gives another text"""
        self.assertIn("Certificat d'engagement citoyen", self.text(self.certificate("fr")[1]))
        self.assertIn("Certificate in civic engagement", self.text(self.certificate("en")[1]))
        self.assertIn("ARES", self.text(self.certificate("fr")[1]))

    def test_R5_open_badge(self):
        """R5: an Open Badges 3.0 credential, signed, in a file of its own and inside the certificate"""
        made, pdf = self.certificate()
        out = self.path("badge.jwt")
        self.run_json("export", "badge", self.student["id"], "--out", out)
        with open(out, encoding="ascii") as file:
            text = file.read()
        header, badge = (part(piece) for piece in text.split(".")[:2])
        self.assertEqual(header["alg"], "EdDSA")
        self.assertTrue(header["kid"].startswith(badge["issuer"]["id"] + "#z6Mk"))
        self.assertEqual(badge["@context"], ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"])
        self.assertEqual(badge["type"], ["VerifiableCredential", "OpenBadgeCredential"])
        subject = badge["credentialSubject"]
        self.assertEqual((subject["creditsEarned"], subject["achievement"]["creditsAvailable"]), (10.0, 10.0))
        self.assertIn('"creditsEarned":10.0', base64.urlsafe_b64decode(text.split(".")[1] + "==").decode())
        self.assertEqual(subject["achievement"]["achievementType"], "CoCurricular")
        identity = subject["identifier"][0]
        self.assertEqual(identity["identityType"], "emailAddress")
        said = hashlib.sha256((self.student["email"].lower() + identity["salt"]).encode()).hexdigest()
        self.assertEqual(identity["identityHash"], "sha256$" + said)
        self.assertNotIn(self.student["display-name"], json.dumps(badge, ensure_ascii=False))
        # the same bytes inside the certificate, whose PDF is sound and still proved whole
        subprocess.run(["qpdf", "--check", pdf], check=True, capture_output=True)
        inside = self.path("inside.jwt")
        subprocess.run(["pdfdetach", "-save", "1", "-o", inside, pdf], check=True, capture_output=True)
        with open(inside, encoding="ascii") as file:
            self.assertEqual(file.read(), text)
        self.assertEqual(self.run_json("verify", pdf)["file"], "whole")
        verified = self.run_json("verify", out)
        self.assertEqual((verified["valid"], verified["number"], verified["credits"]), (True, made["number"], 10))

    def test_forged_badges_are_refused(self):
        self.certificate()
        out = self.path("badge.jwt")
        self.run_json("export", "badge", self.student["id"], "--out", out)
        with open(out, encoding="ascii") as file:
            header, payload, signature = file.read().split(".")
        richer = base64.urlsafe_b64encode(base64.urlsafe_b64decode(payload + "==").replace(b":10.0", b":60.0")).decode().rstrip("=")
        nothing = base64.urlsafe_b64encode(b'{"alg":"none","typ":"vc+jwt"}').decode().rstrip("=")
        for forged in (f"{header}.{richer}.{signature}", f"{nothing}.{payload}.", f"{nothing}.{payload}.{signature}",
                       f"{header}.{payload}.{'A' * len(signature)}"):
            self.assert_refused("verify", self.write("forged.jwt", forged), code=3)

    def test_revocations(self):
        """A list that the office signed says what was revoked, where there is no register"""
        made, pdf = self.certificate()
        key = self.run_json("paper", "key")["public"]
        listed = self.path("revoked.jwt")
        self.run_json("export", "revocations", "--out", listed)
        elsewhere = dict(self.environment)
        program = os.environ.get("CECICTL", "cecictl")

        def check():
            return subprocess.run([program, "--json", "verify", pdf, "--key", key, "--revocations", listed], env=elsewhere, capture_output=True, text=True, check=False)

        self.assertEqual(check().returncode, 0)
        self.run_json("paper", "revoke", made["number"], "--reason", "Issued by mistake")
        self.run_json("export", "revocations", "--out", listed)
        done = check()
        self.assertEqual(done.returncode, 1)
        self.assertFalse(json.loads(done.stdout)["valid"])
        self.assert_refused("export", "badge", self.student["id"], "--out", self.path("none.jwt"))


if __name__ == "__main__":
    unittest.main()
