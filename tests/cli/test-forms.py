# SPDX-License-Identifier: GPL-3.0-or-later
"""R12: whole exports of the two form programs, as they write them: LimeSurvey's CSV in both languages, Microsoft Forms' XLSX."""

import io
import unittest
import zipfile
from xml.sax.saxutils import escape

from cecictl import Office

COHORT = "February 2026"
QUESTIONS = [
    "Nom de famille", "Prénom", "Prénom usuel", "Adresse e-mail", "Matricule ULB", "Faculté", "Parcours / année d’études", "Genre",
    "Profil : es-tu déjà engagé·e ?", "Nom de l’organisme d’accueil", "Type d’organisme", "Forme juridique", "Numéro BCE", "Mission proposée",
    "Ta fonction", "Nombre d’heures prévues", "Date de début du stage", "Date de fin du stage", "Es-tu membre du comité ?",
    "Nom du maître de stage", "Adresse e-mail du maître de stage", "Référence de l’offre sur TIME", "Offre labellisée « stage étudiant » ?",
    "Motivation", "J’accepte le traitement de mes données personnelles",
]
ANSWERS = [
    ["Peeters", "Noor", "", "noor@etu.example", "000512345", "Médecine", "Bachelier, bloc 2", "Femme", "Déjà engagée", "Les Amis du Parc", "ASBL",
     "ASBL", "0403.019.261", "Animer l’école de devoirs\nle mercredi", "Animatrice", "160", "2026-02-02", "2026-06-30", "Non", "Jean Dupont",
     "jean@amis.example", "TIME-1042", "Oui", "Aider ; apprendre", "Oui"],
    ["Ziani", "Karim", "Kim", "karim@etu.example", "512346", "Polytech", "Master 1", "", "Prêt à agir", "", "", "", "", "", "", "", "", "", "", "",
     "", "", "", "Je cherche encore", "Oui"],
]


def limesurvey(heads, questions):
    """As LimeSurvey writes it: BOM, «;», CRLF, all quoted, NULL bare, line breaks as \\n; the second row is a draft."""
    def line(cells):
        return ";".join("" if cell is None else '"' + cell.replace('"', '""').replace("\n", "\\n") + '"' for cell in cells) + "\r\n"
    meta = [["1", "2026-01-05 10:00:00", "3", "fr", "77", "2026-01-05 09:50:00", "2026-01-05 10:00:00"],
            ["2", None, "1", "fr", "78", "2026-01-05 09:50:00", "2026-01-05 09:55:00"],
            ["3", "2026-01-06 23:30:00", "3", "fr", "79", "2026-01-06 23:00:00", "2026-01-06 23:30:00"]]
    answers = [ANSWERS[0], ["Draft", "Dan"] + [None] * (len(QUESTIONS) - 2), ANSWERS[1]]
    return "\ufeff" + line(heads + questions) + "".join(line(m + a) for m, a in zip(meta, answers, strict=True))


def microsoft(heads):
    """As Microsoft Forms writes it: inline strings, times as serial numbers, six columns of its own before the questions."""
    def cell(reference, value):
        if isinstance(value, float):
            return f'<c r="{reference}"><v>{value}</v></c>'
        return f'<c r="{reference}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'

    def letter(column):
        return (chr(64 + column // 26) if column >= 26 else "") + chr(65 + column % 26)
    rows = [heads + QUESTIONS]
    for number, answers in enumerate(ANSWERS):
        rows.append([str(number + 1), 46027.4, 46027.5 + number, "anonymous", "anonymous", "", *answers])
    data = "".join(f'<row r="{r}">' + "".join(cell(f"{letter(c)}{r}", value) for c, value in enumerate(row) if value != "") + "</row>"
                   for r, row in enumerate(rows, 1))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>')
        book.writestr("_rels/.rels", '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        book.writestr("xl/_rels/workbook.xml.rels", '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
        book.writestr("xl/workbook.xml", '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>')
        book.writestr("xl/worksheets/sheet1.xml", f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{data}</sheetData></worksheet>')
    return made.getvalue()


class Forms(Office):
    def setUp(self):
        super().setUp()
        self.make_cohort(COHORT)

    def bring(self, name, content):
        answer = self.run_json("import", "applications", self.write(name, content), "--cohort", COHORT)
        return answer, {each["family-name"]: each for each in self.run_json("application", "list")}

    def assert_noor(self, noor, received):
        expected = {
            "matricule": "512345", "email": "noor@etu.example", "faculty-code": "MED", "study-path": "Bachelier, bloc 2", "entry-profile": "Déjà engagée",
            "organisation-name": "Les Amis du Parc", "organisation-kind": "association", "legal-form": "asbl",
            "mission": "Animer l’école de devoirs\nle mercredi", "function": "Animatrice", "planned-minutes": 9600, "starts-on": "2026-02-02",
            "ends-on": "2026-06-30", "committee-member": False, "supervisor-name": "Jean Dupont", "supervisor-email": "jean@amis.example",
            "offer-reference": "TIME-1042", "offer-labelled": True, "motivation": "Aider ; apprendre", "consent": True, "state": "admissible",
            "received-at": received,
        }
        self.assertEqual({name: noor.get(name) for name in expected}, expected)

    def assert_karim(self, karim):
        self.assertEqual((karim["usual-first-name"], karim["faculty-code"], karim["state"]), ("Kim", "EPB", "inadmissible"))
        self.assertIn("No organisation is named.", karim["state-reason"])

    def test_R12_limesurvey_in_french(self):
        heads = ["ID de la réponse", "Date de soumission", "Dernière page", "Langue de départ", "Tête de série", "Date de lancement", "Date de la dernière action"]
        answer, found = self.bring("results-survey4711.csv", limesurvey(heads, QUESTIONS))
        self.assertEqual((len(answer["added"]), [row["line"] for row in answer["refused"]]), (2, [3]))
        self.assertIn("not submitted", answer["refused"][0]["reason"])
        self.assert_noor(found["Peeters"], "2026-01-05T09:00:00.000Z")
        self.assert_karim(found["Ziani"])

    def test_R12_limesurvey_in_english_with_codes(self):
        heads = ["Response ID", "Date submitted", "Last page", "Start language", "Seed", "Date started", "Date last action"]
        answer, found = self.bring("results-survey4711.csv", limesurvey(heads, [f"Q{i}[SQ001]. {question}" for i, question in enumerate(QUESTIONS, 1)]))
        self.assertEqual(len(answer["added"]), 2)
        self.assert_noor(found["Peeters"], "2026-01-05T09:00:00.000Z")

    def test_R12_microsoft_forms_in_french(self):
        answer, found = self.bring("CECi(1-2).xlsx", microsoft(["ID", "Heure de début", "Heure de fin", "Adresse de messagerie", "Nom", "Heure de la dernière modification"]))
        self.assertEqual(len(answer["added"]), 2, answer)
        self.assert_noor(found["Peeters"], "2026-01-05T11:00:00.000Z")
        self.assert_karim(found["Ziani"])

    def test_R12_microsoft_forms_in_english(self):
        answer, found = self.bring("CECi(1-2).xlsx", microsoft(["ID", "Start time", "Completion time", "Email", "Name", "Last modified time"]))
        self.assertEqual(len(answer["added"]), 2, answer)
        self.assert_noor(found["Peeters"], "2026-01-05T11:00:00.000Z")

    def test_R8_several_intakes(self):
        """R8: many intakes a year, each with its dates; one person may apply to both."""
        self.run_json("cohort", "create", "October 2026", "--opens", "2026-06-01", "--closes", "2026-08-31", "--starts", "2026-10-01")
        heads = ["ID", "Start time", "Completion time", "Email", "Name", "Last modified time"]
        self.bring("first.xlsx", microsoft(heads))
        path = self.write("second.xlsx", microsoft(heads))
        self.run_json("import", "applications", path, "--cohort", "October 2026")
        both = self.run_json("application", "list")
        self.assertEqual(sorted(each["cohort-name"] for each in both), ["February 2026"] * 2 + ["October 2026"] * 2)
        self.assertEqual(len({each["person-id"] for each in both}), 2)
        self.assertEqual(self.run_json("cohort", "phase", "February 2026", "closed")["phase"], "closed")


if __name__ == "__main__":
    unittest.main()
