# SPDX-License-Identifier: GPL-3.0-or-later
"""What changes an enrolment, and what ends it for good: R11, R32, withdrawal, illness, name-change, erasure-request."""

import json
import unittest
import zipfile

from cecictl import Office

HEADER = "Nom;Prénom;Adresse e-mail;Matricule;Faculté;Genre;Organisme;Forme juridique;Mission;Heures prévues;Date de début;Date de fin"
ROWS = (
    "Mathurin;Élodie;elodie.mathurin@ulb.be;512345;Faculté des Sciences;Femme;Les Petits Riens;ASBL;Accueil;160;2026-02-10;2026-10-31",
    "Quenelle;Noé;noe.quenelle@ulb.be;512346;Faculté de Médecine;Homme;Les Petits Riens;ASBL;Vente;160;2026-02-10;2026-10-31",
)
PDF = b"%PDF-1.4\n% Mathurine wrote this herself: xylophone\n%%EOF\n"


class Life(Office):
    def setUp(self):
        super().setUp()
        self.make_cohort()
        applications = self.write("form.csv", "\n".join((HEADER,) + ROWS) + "\n")
        self.run_json("import", "applications", applications, "--cohort", "February 2026")
        self.run_json("student", "enrol", "--admissible-of", "February 2026")

    def show(self, student="512345"):
        return self.run_json("student", "show", student)

    def says(self, *command):
        return " ".join(self.run_json("student", *command, "--dry-run")["consequences"])

    def test_illness_gives_an_extension_without_medical_detail(self):
        """R11, illness: a reason category, a new date, who granted it."""
        asked = ("extend", "512345", "--until", "2028-08-02", "--granted-by", "Marie Dupont", "--category", "illness")
        said = self.says(*asked)
        self.assertIn("from 2 February 2028 to 2 August 2028", said)
        self.assertIn("No medical detail is stored", said)
        self.assertEqual(self.show()["deadline"], "2028-02-02", "saying it changes nothing")
        self.assertEqual(self.run_json("student", *asked)["deadline"], "2028-08-02")
        self.assert_refused("student", "extend", "512345", "--until", "2028-03-01", "--granted-by", "Marie", says="already")
        self.assert_refused("student", "extend", "512345", "--until", "2029-03-01", says="who granted")
        self.run_json("undo")
        self.assertEqual(self.show()["deadline"], "2028-02-02")

    def test_withdrawal(self):
        """withdrawal: date; hours and cover stop; the place is freed; purge scheduled; the placement closes."""
        self.run_json("hours", "add", "--student", "512345", "3h 2026-05-20")
        asked = ("withdraw", "512345", "--date", "2026-05-12", "--reason", "Erasmus")
        said = self.says(*asked)
        for expected in ("until 12 May 2026", "3 h dated later", "Les Petits Riens", "A place is free", "12 May 2028"):
            self.assertIn(expected, said)
        after = self.run_json("student", *asked)
        self.assertEqual((after["state"], after["left-on"]), ("withdrawn", "2026-05-12"))
        hours = self.run_json("hours", "list", "--student", "512345")
        self.assertEqual(hours[0]["count"], "no")
        self.assertEqual(self.run_json("cohort", "list")[0]["enrolled"], 1)
        placement = self.run_json("placement", "list", "--student", "512345")[0]
        self.assertEqual(placement["closed-on"], "2026-05-12")
        self.assert_refused("student", "withdraw", "512345", "--date", "2026-06-01", says="not enrolled")

    def test_readmission_leaves_a_gap(self):
        """R25, R26, withdrawal: what was done in between does not count."""
        self.run_json("student", "withdraw", "512345", "--date", "2026-05-12")
        asked = ("readmit", "512345", "--date", "2026-09-14", "--reason", "Back from abroad", "--deadline", "2028-06-06")
        self.assertIn("after 12 May 2026 and before 14 September 2026", self.says(*asked))
        after = self.run_json("student", *asked)
        self.assertEqual((after["state"], after.get("left-on"), after["deadline"]), ("enrolled", None, "2028-06-06"))
        self.run_json("hours", "add", "--student", "512345", "3h 2026-06-20")
        gap = self.run_json("hours", "list", "--student", "512345")[0]
        self.assertEqual((gap["count"], "interrupted" in gap["reason"]), ("no", True), gap)
        self.assert_refused("student", "readmit", "512345", "--date", "2026-10-01", "--reason", "x", says="withdrew")

    def test_timeline(self):
        """R11, R21, R25: what happened, day by day, with today and the deadline in their places."""
        self.run_json("hours", "add", "--student", "512345", "3h 2026-03-20")
        self.run_json("hours", "add", "--student", "512345", "2h 2026-05-02")
        self.run_json("student", "withdraw", "512345", "--date", "2026-05-12", "--reason", "Erasmus")
        self.run_json("student", "readmit", "512345", "--date", "2026-09-14", "--reason", "Back", "--deadline", "2028-06-06")
        events = self.run_json("student", "timeline", "512345")
        self.assertEqual([event["date"] for event in events], sorted(event["date"] for event in events))
        days = {event["kind"]: event["date"] for event in events}
        self.assertEqual(
            {kind: days[kind] for kind in ("enrolment", "first-hours", "latest-hours", "withdrawal", "readmission", "deadline")},
            {"enrolment": "2026-02-02", "first-hours": "2026-03-20", "latest-hours": "2026-05-02", "withdrawal": "2026-05-12",
             "readmission": "2026-09-14", "deadline": "2028-06-06"})
        kinds = [event["kind"] for event in events]
        self.assertEqual(kinds.count("today"), 1)
        self.assertLess(kinds.index("readmission"), kinds.index("today"))
        self.assertEqual(kinds[-1], "deadline")
        self.assertIn("2028", next(event["detail"] for event in events if event["kind"] == "extension"))

    def test_name_change(self):
        """name-change: the new name everywhere, the old one finds the student still."""
        asked = ("rename", "512345", "--family-name", "Deloitte", "--usual-first-name", "Eli")
        self.assertIn("“Eli Deloitte” stands everywhere instead of “Élodie Mathurin”", self.says(*asked))
        self.assertEqual(self.run_json("student", *asked)["display-name"], "Eli Deloitte")
        self.assertEqual(self.run_json("student", "find", "mathurin")[0]["display-name"], "Eli Deloitte")
        self.assert_refused("student", "rename", "512345", "--family-name", "Deloitte", says="the name already")

    def test_data_is_checked(self):
        changed = self.run_json("student", "change", "512345", "--email", "ELI@ulb.be", "--phone", "02 650 28 79")
        self.assertEqual((changed["email"], changed["phone"]), ("eli@ulb.be", "+32 2 650 28 79"))
        for option, value in (("--email", "eli"), ("--phone", "12"), ("--matricule", "12"), ("--faculty", "Nowhere"),
                              ("--language", "de"), ("--birth-date", "2030-01-01")):
            self.assert_refused("student", "change", "512345", option, value)
        self.assert_refused("student", "change", "512345", "--matricule", "512346", says="Noé Quenelle")

    def test_history_in_words(self):
        self.run_json("student", "change", "512345", "--email", "eli@ulb.be")
        self.run_json("student", "extend", "512345", "--until", "2028-08-02", "--granted-by", "Marie", "--category", "illness")
        steps = self.run_json("journal", "list", "--words", "--student", "512345")
        self.assertEqual(steps[0]["label"], "Grant Élodie Mathurin an extension")
        fields = {field["label"]: field for field in steps[0]["changes"][0]["fields"]}
        self.assertEqual((fields["Kind of reason"]["after"], fields["Deadline"]["after"]), ("Illness", "2 August 2028"))
        email = steps[1]["changes"][0]
        self.assertEqual((email["what"], email["did"]), ("Person · Mathurin", "changed"))
        self.assertEqual(email["fields"], [{"label": "E-mail", "before": "elodie.mathurin@ulb.be", "after": "eli@ulb.be"}])
        self.assertGreater(len(self.run_json("journal", "list", "--words")), len(steps))

    def test_undo_to_a_point(self):
        self.run_json("student", "change", "512345", "--email", "eli@ulb.be")
        self.run_json("student", "change", "512346", "--email", "no@ulb.be")
        self.run_json("student", "withdraw", "512345", "--date", "2026-05-12")
        steps = self.run_json("journal", "list", "--words", "--student", "512345")
        said = self.run_json("undo", "--to", steps[1]["id"], "--student", "512345", "--dry-run")
        self.assertEqual([step["label"] for step in said],
                         ["Record the withdrawal of Élodie Mathurin", "Change the data of Élodie Mathurin"])
        self.assertEqual([step["others"] for step in said], [0, 0])
        self.assertEqual(self.show()["state"], "withdrawn")
        self.run_json("undo", "--to", steps[1]["id"], "--student", "512345")
        self.assertEqual((self.show()["state"], self.show()["email"]), ("enrolled", "elodie.mathurin@ulb.be"))
        self.assertEqual(self.show("512346")["email"], "no@ulb.be", "another student’s step stands")
        imported = self.run_json("undo", "--to", steps[-1]["id"], "--student", "512345", "--dry-run")
        self.assertEqual(imported[-1]["others"], 1, "an import is of others too")

    def test_access_request(self):
        """erasure-request: what the register holds, in words, as JSON, and the documents."""
        paper = self.write("xylophone.pdf", PDF)
        self.run_json("document", "add", paper, "--student", "512345", "--kind", "annex", "--title", "Xylophone")
        self.run_json("note", "add", "--student", "512345", "Has a secret garden")
        out = self.path("access.zip")
        self.run_json("export", "access", "512345", "--out", out)
        with zipfile.ZipFile(out) as archive:
            names = archive.namelist()
            self.assertEqual(names[:2], ["dossier.pdf", "dossier.json"])
            self.assertEqual(archive.read(names[2]), PDF)
            self.assertTrue(archive.read("dossier.pdf").startswith(b"%PDF-"))
            held = json.loads(archive.read("dossier.json"))
        self.assertEqual(held["person"][0]["family_name"], "Mathurin")
        self.assertEqual(held["follow_up_note"][0]["text"], "Has a secret garden")
        self.assertNotIn("Quenelle", json.dumps(held), "nobody else’s")

    def on_the_disk(self, text):
        found = False
        for ending in ("", "-wal"):
            try:
                with open(self.register + ending, "rb") as file:
                    found = found or text.encode() in file.read()
            except FileNotFoundError:
                pass
        return found

    def test_erasure_request(self):
        """erasure-request: shown first, then nothing of the person is left, and the journal still verifies."""
        paper = self.write("xylophone.pdf", PDF)
        self.run_json("document", "add", paper, "--student", "512345", "--kind", "annex", "--title", "Xylophone")
        self.run_json("note", "add", "--student", "512345", "Has a secret garden")
        self.run_json("student", "rename", "512345", "--usual-first-name", "Philomène")
        self.assert_refused("erase", "512345", "--reason", "Asked", says="Record the withdrawal first")
        self.run_json("student", "withdraw", "512345", "--date", "2026-05-12")
        said = {line["what"]: line for line in self.run_json("erase", "512345", "--dry-run")["lines"]}
        self.assertTrue(said["Documents"]["erased"])
        self.assertFalse(said["Enrolments"]["erased"])
        words = ("Mathurin", "mathurin", "Philomène", "512345", "secret garden", "xylophone")
        for word in words:
            self.assertTrue(self.on_the_disk(word), word)
        self.run_json("erase", "512345", "--reason", "Asked by letter")
        for word in words:
            self.assertFalse(self.on_the_disk(word), word)
        self.assertTrue(self.run_json("journal", "verify")["sound"])
        self.assertTrue(self.run_json("integrity")["sound"])
        self.assertEqual(self.run_json("cohort", "list")[0]["students"], 2, "counted still")
        self.assertTrue(self.on_the_disk("Quenelle"))
        self.assert_refused("undo", says="nothing to undo")

    def test_what_was_kept_long_enough(self):
        """erasure-request: the retention schedule, with its preview."""
        self.run_json("student", "withdraw", "512345", "--date", "2026-05-12")
        self.run_json("note", "add", "--student", "512345", "Has a secret garden")
        self.assertEqual(self.run_json("retention", "--dry-run")["due"], [{
            "kind": "notes", "id": self.show()["id"], "name": "Élodie Mathurin", "due": "2026-11-12"}])
        due = self.run_json("retention", "--dry-run", on="2028-06-01")["due"]
        self.assertEqual([item["kind"] for item in due], ["notes", "withdrawn"])
        self.assertTrue(self.on_the_disk("secret garden"))
        self.assertTrue(self.run_json("retention", on="2028-06-01")["erased"])
        self.assertFalse(self.on_the_disk("secret garden"))
        self.assertFalse(self.on_the_disk("Mathurin"))
        self.assertEqual(self.run_json("retention", on="2028-06-01")["due"], [])
        self.assertTrue(self.run_json("journal", "verify")["sound"])

    def test_the_schedule_can_be_changed(self):
        self.assertEqual(self.run_json("schedule")["withdrawn"], 24)
        self.assertEqual(self.run_json("schedule", "withdrawn", "12")["withdrawn"], 12)
        self.assertIn("12 May 2027", self.says("withdraw", "512345", "--date", "2026-05-12"))
        self.assertEqual(self.run_json("schedule", "withdrawn", "0")["withdrawn"], 0)
        self.assertIn("kept for ever", self.says("withdraw", "512345", "--date", "2026-05-12"))
        self.assert_refused("schedule", "photographs", "3", says="not part of the schedule")


if __name__ == "__main__":
    unittest.main()
