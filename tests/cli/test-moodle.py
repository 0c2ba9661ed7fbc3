# SPDX-License-Identifier: GPL-3.0-or-later
"""R31, R36: every export of the virtual campus, in French and in English, as what it would change and then as one step that can be undone."""

import unittest

import moodle_files as files
from cecictl import Office

COHORT = "February 2026"
HEADER = "Nom;Prénom;Adresse e-mail;Matricule;Faculté;Organisme;Forme juridique;Mission;Heures prévues;Date de début;Date de fin"
ROWS = (
    "Martin;Élodie;elodie.martin@ulb.be;000512345;Faculté des Sciences;Les Petits Riens;ASBL;Accueil;160;2026-02-10;2026-10-31",
    "D’Hondt;Noé;noe.dhondt@ulb.be;512346;Faculté de Médecine;Oxfam;ASBL;Vente;160;2026-02-10;2026-10-31",
    "Lambert;Zoé;zoe.lambert@ulb.be;512347;Faculté des Sciences;Les Petits Riens;ASBL;Accueil;150;2026-02-10;2026-10-31",
    "Lambert;Zoé;zoe.l@ulb.be;512348;Faculté de Droit;Oxfam;ASBL;Accueil;150;2026-02-10;2026-10-31",
)


class Intake(Office):
    """Four students, two of one name."""

    def setUp(self):
        super().setUp()
        self.make_cohort()
        self.run_json("import", "applications", self.write("form.csv", "\n".join((HEADER,) + ROWS) + "\n"), "--cohort", COHORT)
        self.assertEqual(len(self.run_json("student", "enrol", "--admissible-of", COHORT)), 4)

    def take(self, kind, name, content, *options):
        return self.run_json("import", kind, self.write(name, content), "--cohort", COHORT, *options)

    def modules(self, student):
        return {c["position"]: c for c in self.run_json("module", "completions", "--student", student)}

    def finding(self, rule, student):
        return next((f for f in self.run_json("check", "--student", student) if f["rule"] == rule), None)


class Completion(Intake):
    NAME = "completion-CECI-FEV26-20260901_0930-comma_separated.csv"

    def test_R30_R31_course_completion(self):
        for french in (True, False):
            with self.subTest(french=french):
                content = files.completion(french)
                before = self.take("completion", self.NAME, content, "--dry-run")
                self.assertEqual([row["name"] for row in before["added"]], ["Élodie Martin", "Noé D’Hondt"])
                self.assertEqual([change["new"] for change in before["added"][0]["fields"]], ["2 Mar 2026", "7 Apr 2026"])
                self.assertEqual(self.modules("512345"), {})
                self.assertEqual([row["line"] for row in before["refused"]], [5])
                self.take("completion", self.NAME, content)
                done = self.modules("512345")
                self.assertEqual({n: c["completed-on"] for n, c in done.items()}, {1: "2026-03-02", 2: "2026-04-07"})
                forced = self.modules("512346")[1]["evidence"]
                self.assertIn("Claire Lemaire", forced)
                self.assertIn(self.NAME, forced)
                self.assertEqual(self.finding("R30", "512345")["state"], "pending")
                again = self.take("completion", self.NAME, content)
                self.assertEqual((again["added"], again["changed"], again["unchanged"]), ([], [], 3))
                self.run_json("undo")
                self.assertEqual(self.modules("512345"), {})

    def test_what_is_not_said_undoes_nothing(self):
        self.run_json("module", "complete", "all", "--student", "512347", "--date", "2026-02-20", "--evidence", "Seen at the office")
        self.take("completion", self.NAME, files.completion())
        self.assertEqual(len(self.modules("512347")), 4)
        self.assertEqual(self.finding("R30", "512347")["state"], "ok")

    def test_another_day_is_a_change(self):
        self.run_json("module", "complete", "1", "--student", "512345", "--date", "2026-02-20")
        found = self.take("completion", self.NAME, files.completion(), "--dry-run")
        self.assertEqual([row["name"] for row in found["changed"]], ["Élodie Martin"])
        self.assertEqual(found["changed"][0]["fields"][0], {"field": "module", "old": "20 Feb 2026", "new": "2 Mar 2026"})

    def test_the_course_is_remembered(self):
        self.take("completion", self.NAME, files.completion())
        self.assertEqual(self.run_json("cohort", "show", COHORT)["course"], "CECI-FEV26")
        done = self.run_program("import", "completion", self.write("completion-AUTRE-20260901_0930-comma_separated.csv", files.completion()), "--cohort", COHORT, "--dry-run")
        self.assertIn("AUTRE", done.stderr)

    def test_without_a_date_it_is_said(self):
        found = self.take("completion", self.NAME, files.completion().replace("2026-03-02 18:04:11", ""), "--dry-run")
        self.assertIn("without a date", found["added"][0]["remark"])
        found = self.take("completion", self.NAME, files.completion().replace("2026-03-02 18:04:11", "2027-03-02 18:04:11"), "--dry-run")
        self.assertIn("not come yet", found["added"][0]["remark"])


class Progress(Intake):
    NAME = "progress.CECI-FEV26.csv"
    MAPS = ("--map", "Quiz engagement=module:1", "--map", "Lecture engagement=module:1", "--map", "Devoir budget=module:2")

    def test_R31_activities_are_mapped_once(self):
        self.assert_refused("import", "progress", self.write(self.NAME, files.progress()), "--cohort", COHORT, says="mapped to a module")
        self.take("progress", self.NAME, files.progress(), *self.MAPS)
        # both activities make module 1, on the later day; a failed one makes nothing
        self.assertEqual({n: c["completed-on"] for n, c in self.modules("512345").items()}, {1: "2026-03-05"})
        self.assertEqual({n: c["completed-on"] for n, c in self.modules("512346").items()}, {2: "2026-03-07"})
        again = self.take("progress", self.NAME, files.progress())
        self.assertEqual(again["unchanged"], 2)

    def test_another_course_is_mapped_anew(self):
        self.take("progress", self.NAME, files.progress(), *self.MAPS)
        self.run_json("cohort", "create", "October 2026", "--opens", "2026-06-01", "--closes", "2026-09-15", "--starts", "2026-10-01")
        self.assert_refused("import", "progress", self.write("progress.CECI-OCT26.csv", files.progress()), "--cohort", "October 2026", says="mapped to a module")

    def test_excelcsv(self):
        content = b"\xff\xfe" + files.progress().replace('","', '"\t"').encode("utf-16-le")
        self.take("progress", self.NAME, content, *self.MAPS)
        self.assertEqual(set(self.modules("512345")), {1})

    def test_windows_1252(self):
        content = files.progress().encode("cp1252")
        self.take("progress", self.NAME, content, *self.MAPS)
        self.assertEqual(set(self.modules("512346")), {2})


class Attendance(Intake):
    NAME = "CECI-FEV26_Attendances_20260901-0930.txt"

    def test_R6_R31_attendance(self):
        for french in (True, False):
            with self.subTest(french=french):
                content = files.attendance(french)
                before = self.take("attendance", self.NAME, content, "--dry-run")
                self.assertEqual([row["name"][:10] for row in before["added"]], ["10.03.2026", "14.04.2026", "12.05.2026", "Élodie Mar", "Noé \"No\" D"])
                self.assertEqual(self.run_json("meeting", "list", "--cohort", COHORT), [])
                self.assertEqual([row["name"] for row in before["unsure"]], ["Zoé Lambert"])
                self.assertEqual([row["name"] for row in before["refused"]], ["Hostile =cmd|' /C calc'!A0"])
                self.take("attendance", self.NAME, content, "--same", "7=512347")
                held = self.run_json("meeting", "list", "--cohort", COHORT)
                self.assertEqual([(m["held-on"], m["starts-at"], m["present"], m["excused"], m["absent"]) for m in held],
                                 [("2026-03-10", "18:00", 1, 0, 2), ("2026-04-14", "18:00", 1, 1, 1), ("2026-05-12", "18:00", 0, 0, 0)])
                again = self.take("attendance", self.NAME, content, "--same", "7=512347")
                self.assertEqual((again["added"], again["changed"]), ([], []))
                self.assertEqual(len(self.run_json("meeting", "list", "--cohort", COHORT)), 3)
                self.run_json("undo")
                self.assertEqual(self.run_json("meeting", "list", "--cohort", COHORT), [])

    def test_late_is_present_with_a_note(self):
        found = self.take("attendance", self.NAME, files.attendance(), "--dry-run")
        elodie = next(row for row in found["added"] if row["name"] == "Élodie Martin")
        self.assertEqual([change["new"] for change in elodie["fields"]], ["Present", "Present (late)"])

    def test_sessions_meet_meetings(self):
        self.run_json("meeting", "plan", "--cohort", COHORT, "--date", "2026-03-10", "--at", "18:30", "--title", "Welcome")
        self.run_json("meeting", "plan", "--cohort", COHORT, "--date", "2026-04-14", "--at", "12:00", "--title", "Lunch")
        self.run_json("meeting", "plan", "--cohort", COHORT, "--date", "2026-04-14", "--at", "20:00", "--title", "Evening")
        found = self.take("attendance", self.NAME, files.attendance(), "--dry-run")
        unsure = next(row for row in found["unsure"] if row["name"].startswith("14.04"))
        self.assertEqual([answer["marks"] for answer in unsure["candidates"] if "marks" in answer], ["12:00", "20:00"])
        self.assertEqual(sum(row["name"].startswith("10.03") for row in found["added"]), 0)
        self.take("attendance", self.NAME, files.attendance(), "--same", "4=20:00", "--same", "7=512347")
        held = {m["title"]: m for m in self.run_json("meeting", "list", "--cohort", COHORT)}
        self.assertEqual((held["Evening"]["present"], held["Lunch"]["present"], held["Welcome"]["present"]), (1, 0, 1))

    def test_an_old_workbook_is_refused(self):
        self.assert_refused("import", "attendance", self.write("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600), "--cohort", COHORT, code=3)

    def test_another_export_is_named(self):
        self.assert_refused("import", "attendance", self.write("x.csv", files.completion()), "--cohort", COHORT, code=3, says="completion")
        self.assert_refused("import", "completion", self.write("x.txt", files.attendance()), "--cohort", COHORT, code=3, says="attendance")
        self.assert_refused("import", "completion", self.write("x.csv", "Nom;Prénom\nA;B\n"), "--cohort", COHORT, code=3)


class Gradebook(Intake):
    def test_R31_a_grade_completes_where_a_mark_is_set(self):
        for french, heading in ((True, "Test : Module 1 (Brut)"), (False, "Quiz: Module 1 (Real)")):
            with self.subTest(french=french):
                mapped = ("--map", heading + "=module:1")
                shown = self.take("gradebook", "grades.csv", files.gradebook(french), *mapped, "--dry-run")
                self.assertEqual((shown["added"], shown["unchanged"]), ([], 3))
                done = self.take("gradebook", "grades.csv", files.gradebook(french), *mapped, "--pass-mark", "10")
                self.assertEqual([row["name"] for row in done["added"]], ["Élodie Martin"])
                self.assertIn("≥ 10", self.modules("512345")[1]["evidence"])
                self.assertEqual(self.modules("512346"), {})
                again = self.take("gradebook", "grades.csv", files.gradebook(french), "--dry-run")
                self.assertEqual((again["added"], again["changed"]), ([], []))
                lower = self.take("gradebook", "grades.csv", files.gradebook(french), "--pass-mark", heading + "=9.5", "--dry-run")
                self.assertEqual([row["name"] for row in lower["added"]], ["Noé D’Hondt"])
                self.run_json("undo")

    def test_a_mark_is_a_number(self):
        self.assert_refused("import", "gradebook", self.write("g.csv", files.gradebook()), "--cohort", COHORT, "--pass-mark", "ten", code=2)


class Worksheet(Intake):
    def test_R31_R36_numbers_are_learnt(self):
        found = self.take("worksheet", "Notes-CECI-FEV26-Portfolio-20811.csv", files.WORKSHEET)
        self.assertEqual([(row["name"], row["fields"][0]["new"]) for row in found["added"]], [("Élodie Martin", "48213"), ("Noé D’Hondt", "48214")])
        self.assertEqual([row["name"] for row in found["refused"]], ["Inconnue Personne"])
        # known from now on by the number alone, as where names are hidden
        blind = files.WORKSHEET.replace("Élodie Martin", "").replace("elodie.martin@ulb.be", "")
        self.assertEqual(self.take("worksheet", "Notes-CECI-FEV26-Portfolio-20811.csv", blind)["unchanged"], 2)

    def test_R31_R36_written_back_byte_for_byte(self):
        name = "Notes-CECI-FEV26-Portfolio-20811.csv"
        self.take("worksheet", name, files.WORKSHEET)
        out = self.path("back.csv")
        done = self.run_json("export", "worksheet", self.path(name), "--cohort", COHORT, "--out", out)
        self.assertEqual(done["filled"], 2)
        with open(out, "rb") as file:
            back = file.read().decode()
        before, after = files.WORKSHEET.split("\r\n"), back.split("\r\n")
        self.assertEqual((after[0], after[-2:]), (before[0], before[-2:]), "headings and strangers are as they were")
        self.assertTrue(after[1].startswith(before[1]), "only the empty feedback of Élodie is filled")
        self.assertIn("0/4", after[1])
        noe = next(line for line in back.split("\r\n") if "48214" in line)
        self.assertTrue(noe.startswith(before[2][:before[2].index('"déjà')]), "what stands before the feedback is the same")
        self.assertNotIn("déjà dit", noe)
        self.assert_refused("export", "worksheet", self.write("x.csv", files.completion()), "--cohort", COHORT, "--out", out, code=3)

    def test_a_closed_session_gives_the_grade(self):
        """R31, R36: whoever a closed session awarded has the grade that was asked for; nobody else has one"""
        register = self.path("sample.ceci")
        self.run_program("demo", register, "--no-documents")
        self.register = register
        students = [s for s in self.run_json("student", "list") if s.get("email")]
        awarded = next(s for s in students if s["state"] == "awarded")
        cohort = awarded["cohort-name"]
        enrolled = next((s for s in students if s["cohort-name"] == cohort and s["state"] != "awarded"), None)
        people = [p for p in (awarded, enrolled) if p]
        heads = files.WORKSHEET.split("\r\n")[0]
        lines = [f'"Participant {70001 + n}","{p["display-name"]}",{p["email"]},"Remis pour évaluation",,"100,00","Non évalué",Oui,-,-,' for n, p in enumerate(people)]
        name = "Notes-CECI-X-Portfolio-1.csv"
        path = self.write(name, "\r\n".join([heads, *lines, ""]))
        self.run_json("import", "worksheet", path, "--cohort", cohort)
        out = self.path("back.csv")
        self.run_json("export", "worksheet", path, "--cohort", cohort, "--out", out, "--awarded", "100")
        with open(out, "rb") as file:
            back = file.read().decode().split("\r\n")
        self.assertIn(',"Remis pour évaluation","100","100,00"', back[1])
        for line in back[2:len(people) + 1]:
            self.assertIn(',"Remis pour évaluation",,"100,00"', line)


if __name__ == "__main__":
    unittest.main()
