# SPDX-License-Identifier: GPL-3.0-or-later
"""R6: meetings planned for a whole intake, changed and cancelled, attended; and their calendar, read by a strict reader of our own."""

import datetime
import unittest

from cecictl import TODAY, Office
from icalendar_check import parse

COHORT = "February 2026"
HEADER = "Nom;Prénom;Adresse e-mail;Matricule;Faculté;Organisme;Forme juridique;Mission;Heures prévues;Date de début;Date de fin"
ROWS = (
    "Martin;Élodie;elodie.martin@ulb.be;000512345;Faculté des Sciences;Les Petits Riens;ASBL;Accueil;160;2026-02-10;2026-10-31",
    "D’Hondt;Noé;noe.dhondt@ulb.be;512346;Faculté de Médecine;Oxfam;ASBL;Vente;160;2026-02-10;2026-10-31",
)


class Meetings(Office):
    def setUp(self):
        super().setUp()
        self.make_cohort()

    def plan(self, *options):
        return self.run_json("meeting", "plan", "--cohort", COHORT, *options)

    def calendar(self):
        path = self.path("meetings.ics")
        self.run_json("export", "ics", "--cohort", COHORT, "--out", path)
        with open(path, "rb") as file:
            return parse(file.read())

    def enrol(self):
        self.run_json("import", "applications", self.write("form.csv", "\n".join((HEADER,) + ROWS) + "\n"), "--cohort", COHORT)
        self.run_json("student", "enrol", "--admissible-of", COHORT)

    def test_R6_a_whole_intake_at_once(self):
        days = self.run_json("meeting", "plan", "--cohort", COHORT, "--from", "2026-02-02", "--until", "2027-01-31", "--week", "2", "--weekday", "2", "--dry-run")
        self.assertEqual([d["held-on"] for d in days if "skipped" not in d],
                         ["2026-02-10", "2026-03-10", "2026-04-14", "2026-05-12", "2026-06-09", "2026-09-08", "2026-10-13", "2026-11-10", "2026-12-08", "2027-01-12"])
        self.assertEqual([d["held-on"] for d in days if "skipped" in d], ["2026-07-14", "2026-08-11"])
        self.assertEqual(self.run_json("meeting", "list", "--cohort", COHORT), [])
        made = self.plan("--from", "2026-02-02", "--until", "2027-01-31", "--at", "18:00", "--ends", "20:00", "--place", "Solbosch")
        self.assertEqual(len(made), 10)
        self.assertTrue(all(m["place"] == "Solbosch" and m["starts-at"] == "18:00" for m in made))
        self.run_json("undo")
        self.assertEqual(self.run_json("meeting", "list", "--cohort", COHORT), [])

    def test_days_off(self):
        days = lambda *options: [(d["held-on"], d.get("skipped")) for d in self.run_json("meeting", "plan", "--cohort", COHORT, *options, "--dry-run")]
        self.assertEqual(days("--from", "2026-04-01", "--until", "2026-05-31", "--week", "1", "--weekday", "1"), [("2026-04-06", "Easter Monday"), ("2026-05-04", None)])
        self.assertEqual(days("--from", "2026-05-01", "--until", "2026-05-31", "--week", "2", "--weekday", "4"), [("2026-05-14", "Ascension")])
        self.assertEqual(days("--from", "2026-05-01", "--until", "2026-05-31", "--week", "-1", "--weekday", "1"), [("2026-05-25", "Whit Monday")])
        self.assertEqual(days("--from", "2026-11-01", "--until", "2026-11-30", "--week", "3", "--weekday", "5"), [("2026-11-20", "Saint-Verhaegen")])
        self.assertEqual(days("--from", "2026-12-01", "--until", "2027-01-31", "--week", "-1", "--weekday", "3"), [("2026-12-30", "Winter holidays"), ("2027-01-27", None)])
        self.assertEqual(days("--from", "2026-11-01", "--until", "2026-11-30", "--week", "2", "--weekday", "3", "--skip", "none"), [("2026-11-11", None)])
        self.assert_refused("meeting", "plan", "--cohort", COHORT, "--from", "2026-11-30", "--until", "2026-11-01")
        self.assert_refused("meeting", "plan", "--cohort", COHORT, "--from", "2026-11-30", "--until", "2026-12-01", "--skip", "sundays", code=2)

    def test_attendance(self):
        self.enrol()
        self.plan("--date", "2026-03-10")
        self.run_json("meeting", "mark", "2026-03-10", "--cohort", COHORT, "--student", "512345", "excused", "--note", "Exam")
        held = self.run_json("meeting", "mark", "2026-03-10", "--cohort", COHORT, "all-present")
        self.assertEqual((held[0]["present"], held[0]["excused"], held[0]["absent"]), (1, 1, 0))
        held = self.run_json("meeting", "mark", "2026-03-10", "--cohort", COHORT, "--student", "512346", "none")
        self.assertEqual(held[0]["present"], 0)
        self.assert_refused("meeting", "mark", "2026-03-11", "--cohort", COHORT, "all-present", says="2026-03-11")
        self.assert_refused("meeting", "mark", "2026-03-10", "--cohort", COHORT, "--student", "512346", "asleep", code=2)

    def test_R6_warns_and_bars_nothing(self):
        self.enrol()
        finding = lambda: next((f for f in self.run_json("check", "--student", "512345") if f["rule"] == "R6"), None)
        self.assertIsNone(finding())
        for date in ("2026-05-12", "2026-03-10", "2026-04-14"):
            self.plan("--date", date)
            self.run_json("meeting", "mark", date, "--cohort", COHORT, "--student", "512345", "absent")
        self.assertEqual((finding()["state"], finding()["since"]), ("warning", "2026-04-14"))
        self.run_json("meeting", "cancel", "2026-04-14", "--cohort", COHORT)
        self.assertEqual((finding()["state"], finding()["since"]), ("warning", "2026-05-12"))
        self.run_json("meeting", "mark", "2026-03-10", "--cohort", COHORT, "--student", "512345", "excused", "--note", "Flu")
        self.assertEqual(finding()["state"], "ok")

    def test_hours_are_checked(self):
        self.assert_refused("meeting", "plan", "--cohort", COHORT, "--date", "2026-03-10", "--at", "25:00", says="18:30")
        self.assert_refused("meeting", "plan", "--cohort", COHORT, "--date", "2026-03-10", "--ends", "20:00")

    def deadlines(self):
        path = self.path("deadlines.ics")
        self.run_json("export", "ics", "--deadlines", "--cohort", COHORT, "--out", path)
        with open(path, "rb") as file:
            return {event.text("SUMMARY"): event for event in parse(file.read()).children("VEVENT")}

    def test_R11_deadlines_in_a_calendar(self):
        self.enrol()
        everyone = self.run_json("export", "ics", "--deadlines", "--out", self.path("all.ics"))
        self.assertEqual(everyone["events"], 2)
        title = "CECi · Portfolio due: Élodie Martin"
        first = self.deadlines()[title]
        due = datetime.date.fromisoformat(self.run_json("student", "show", "512345")["deadline"])
        self.assertEqual((first.day("DTSTART"), first.day("DTEND")), (due, due + datetime.timedelta(days=1)))
        self.assertEqual([alarm["TRIGGER"][0][1] for alarm in first.children("VALARM")], ["-P180D", "-P90D", "-P30D"])
        self.assertEqual((first.text("SEQUENCE"), first.text("DESCRIPTION")), ("0", COHORT))
        self.run_json("student", "extend", "512345", "--until", "2029-03-01", "--category", "illness", "--granted-by", "Dana")
        moved = self.deadlines()
        self.assertEqual((moved[title].text("UID"), moved[title].text("SEQUENCE")), (first.text("UID"), "1"))
        self.assertEqual(moved[title].day("DTSTART"), datetime.date(2029, 3, 1))
        other = moved["CECi · Portfolio due: Noé D’Hondt"]
        self.assertEqual((other.text("SEQUENCE"), len({event.text("UID") for event in moved.values()})), ("0", 2))
        self.run_json("student", "withdraw", "512346", "--date", TODAY, "--reason", "Moved away")
        gone = self.deadlines()["CECi · Portfolio due: Noé D’Hondt"]
        self.assertEqual((gone.text("UID"), gone.text("STATUS"), gone.text("SEQUENCE")), (other.text("UID"), "CANCELLED", "1"))
        self.assertEqual(gone.children("VALARM"), [])

    def test_R11_another_regulation_moves_deadlines(self):
        self.enrol()
        before = self.deadlines()["CECi · Portfolio due: Élodie Martin"]
        self.run_json("regulation", "set", COHORT, "months=30", "--reason", "Slower")
        after = self.deadlines()["CECi · Portfolio due: Élodie Martin"]
        self.assertEqual((after.text("UID"), after.text("SEQUENCE")), (before.text("UID"), "1"))
        self.assertGreater(after.day("DTSTART"), before.day("DTSTART"))

    def test_R6_the_calendar(self):
        title = "Échange de pratiques ; « à plusieurs », sur une très longue ligne que RFC 5545 demande de plier — é è ê ë à ù ç 🎓" + " suite" * 20
        self.plan("--date", "2026-03-10", "--at", "18:00", "--ends", "20:00", "--title", title, "--place", "Salle S.AY2.108, Solbosch\\Bât. S; 2e")
        self.plan("--date", "2026-04-14", "--title", "Journée entière")
        self.plan("--date", "2026-12-08", "--at", "22:00", "--ends", "00:30", "--title", "Veillée")
        calendar = self.calendar()
        self.assertEqual(calendar["VERSION"][0][1], "2.0")
        events = calendar.children("VEVENT")
        self.assertEqual(events[0].text("SUMMARY"), "CECi · " + title)
        self.assertEqual(events[0].text("LOCATION"), "Salle S.AY2.108, Solbosch\\Bât. S; 2e")
        self.assertEqual(events[0].utc("DTSTART"), datetime.datetime(2026, 3, 10, 17, 0))
        self.assertEqual(events[0].utc("DTEND"), datetime.datetime(2026, 3, 10, 19, 0))
        self.assertEqual((events[1].day("DTSTART"), events[1].day("DTEND")), (datetime.date(2026, 4, 14), datetime.date(2026, 4, 15)))
        self.assertEqual(events[2].utc("DTEND"), datetime.datetime(2026, 12, 8, 23, 30))
        self.assertEqual([e.text("SEQUENCE") for e in events], ["0", "0", "0"])
        self.assertEqual([e.text("STATUS") for e in events], ["CONFIRMED"] * 3)

    def test_summer_time(self):
        for date in ("2026-03-28", "2026-03-29", "2026-06-09", "2026-10-24", "2026-10-25", "2027-03-28"):
            self.plan("--date", date, "--at", "18:00", "--ends", "20:00")
        summer = {e.utc("DTSTART").date().isoformat(): e.utc("DTSTART").hour for e in self.calendar().children("VEVENT")}
        self.assertEqual(summer, {"2026-03-28": 17, "2026-03-29": 16, "2026-06-09": 16, "2026-10-24": 16, "2026-10-25": 17, "2027-03-28": 16})

    def test_a_change_keeps_the_uid_and_counts(self):
        self.plan("--date", "2026-03-10", "--at", "18:00")
        first = self.calendar().children("VEVENT")[0]
        self.run_json("meeting", "change", "2026-03-10", "--cohort", COHORT, "--date", "2026-03-17", "--place", "Flagey")
        self.run_json("meeting", "change", "2026-03-17", "--cohort", COHORT, "--place", "Flagey")
        moved = self.calendar().children("VEVENT")[0]
        self.assertEqual(moved.text("UID"), first.text("UID"))
        self.assertEqual(moved.text("SEQUENCE"), "1", "what changes nothing is not counted")
        self.run_json("meeting", "cancel", "2026-03-17", "--cohort", COHORT)
        cancelled = self.calendar().children("VEVENT")[0]
        self.assertEqual((cancelled.text("UID"), cancelled.text("STATUS"), cancelled.text("SEQUENCE")), (first.text("UID"), "CANCELLED", "2"))
        self.run_json("meeting", "cancel", "2026-03-17", "--cohort", COHORT, "--restore")
        self.assertEqual(self.calendar().children("VEVENT")[0].text("STATUS"), "CONFIRMED")


if __name__ == "__main__":
    unittest.main()
