# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports of the virtual campus as it writes them, in French and in English, for the tests of imports."""


def quoted(*cells):
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)


def completion(french=False):
    """Course completion: Élodie has two modules, Noé one that someone set, Zoé nothing."""
    if french:
        heads = "ID,Nom,\"Adresse de courriel\"," + ",".join(f'"Module {n}","Module {n} - Date d’achèvement"' for n in range(1, 5)) + ",\"Cours terminé\""
        done, passed, not_done, forced = "Terminé", "Terminé (note minimale de réussite atteinte)", "Pas terminé", "Terminé (défini par Claire Lemaire)"
    else:
        heads = "ID,Name,\"Email address\"," + ",".join(f'"Module {n}","Module {n} - Completion date"' for n in range(1, 5)) + ",\"Course complete\""
        done, passed, not_done, forced = "Completed", "Completed (achieved pass grade)", "Not completed", "Completed (set by Claire Lemaire)"
    rows = [
        ("90211", "Élodie Martin", "elodie.martin@ulb.be", done, "2026-03-02 18:04:11", passed, "2026-04-07 09:00:00", not_done, "", not_done, "", ""),
        ("90212", "Noé D’Hondt", "noe.dhondt@ulb.be", forced, "2026-03-05 10:00:00", not_done, "", not_done, "", not_done, "", ""),
        ("90213", "Zoé Lambert", "zoe.lambert@ulb.be", not_done, "", not_done, "", not_done, "", not_done, "", ""),
        ("90214", "Prof Esseur", "prof.esseur@ulb.be", not_done, "", not_done, "", not_done, "", not_done, "", ""),
    ]
    return heads + "\n" + "\n".join(quoted(*row) for row in rows) + "\n"


def progress():
    """Activity completion: the first heading blank, pairs of a name and a blank, everything quoted."""
    heads = quoted("", "Email address", "Quiz engagement", "", "Lecture engagement", "", "Devoir budget", "")
    rows = [
        quoted("Élodie Martin", "elodie.martin@ulb.be", "Completed", "02/03/26, 18:04", "Completed (achieved pass grade)", "Thursday, 5 March 2026, 9:00 AM", "Completed (did not achieve pass grade)", "06/03/26, 08:00"),
        quoted("Noé D’Hondt", "noe.dhondt@ulb.be", "Completed (set by Claire Lemaire)", "03/03/26, 10:00", "Not completed", "", "Completed", "07/03/26, 11:30"),
    ]
    return heads + "\n" + "\n".join(rows) + "\n"


def attendance(french=True):
    """Attendance as text: tabs, no quotes, three lines above the headings."""
    everyone = "Tous les étudiants" if french else "All students"
    late = "R" if french else "L"
    heads = (["Nom de famille", "Prénom", "Groupes", "Numéro d’identification"] if french else ["Last name", "First name", "Groups", "ID number"])
    sums = ["P", late, "E", "A"] + (["Sessions prises", "Points", "Pourcentage"] if french else ["Taken sessions", "Points", "Percentage"])
    sessions = [f"10.03.2026 18:00 {everyone}", f"14.04.2026 18:00 {everyone}", f"12.05.2026 18:00 {everyone}"]
    rows = [
        ["Martin", "Élodie", "", "000512345", "P (2/2)", f"{late} (1/2)", "?", "1", "1", "0", "0", "2", "3 / 4", "75,0"],
        ["D’Hondt", "Noé \"No\"", "", "512346", "A (0/2)", "E (1/2)", "?", "0", "0", "1", "1", "2", "1 / 4", "25,0"],
        ["Lambert", "Zoé", "", "", "A (0/2)", "A (0/2)", "?", "0", "0", "0", "2", "2", "0 / 4", "0,0"],
        ["=cmd|' /C calc'!A0", "Hostile", "", "", "P (2/2)", "X (2/2)", "?", "1", "0", "0", "0", "1", "2 / 2", "100,0"],
    ]
    lines = ["Cours\tCECI-FEV26" if french else "Course\tCECI-FEV26", "Groupe\t" + everyone if french else "Group\t" + everyone, "",
             "\t".join(heads + sessions + sums)] + ["\t".join(row) for row in rows]
    return "\n".join(lines) + "\n"


def gradebook(french=True):
    if french:
        heads = "Prénom,\"Nom de famille\",\"Numéro d’identification\",Institution,Département,\"Adresse de courriel\",\"Test : Module 1 (Brut)\",\"Total du cours (Brut)\",\"Dernier téléchargement depuis ce cours\""
        grades = ("15,50", "9,99", "-")
    else:
        heads = "\"First name\",\"Last name\",\"ID number\",Institution,Department,\"Email address\",\"Quiz: Module 1 (Real)\",\"Course total (Real)\",\"Last downloaded from this course\""
        grades = ("15.50", "9.99", "-")
    people = [("Élodie", "Martin", "000512345", "elodie.martin@ulb.be"), ("Noé", "D’Hondt", "000512346", "noe.dhondt@ulb.be"), ("Zoé", "Lambert", "", "zoe.lambert@ulb.be")]
    rows = [quoted(first, last, number, "", "", mail, grade, grade, "1774429200") for (first, last, number, mail), grade in zip(people, grades)]
    return heads + "\n" + "\n".join(rows) + "\n"


WORKSHEET = (
    "\ufeffIdentifiant,\"Nom complet\",\"Adresse de courriel\",Statut,Note,\"Note maximale\",\"Statut du flux d’évaluation\",\"La note peut être modifiée\","
    "\"Dernière modification (travail remis)\",\"Dernière modification (note)\",\"Feedback par commentaires\"\r\n"
    "\"Participant 48213\",\"Élodie Martin\",elodie.martin@ulb.be,\"Remis pour évaluation\",,\"100,00\",\"Non évalué\",Oui,\"lundi 2 novembre 2026, 18:04\",-,\r\n"
    "\"Participant 48214\",\"Noé D’Hondt\",noe.dhondt@ulb.be,\"Aucun travail remis\",,\"100,00\",\"Non évalué\",Oui,-,-,\"déjà dit \"\"oui\"\", merci\"\r\n"
    "Participant 48299,Inconnue Personne,qui@ulb.be,\"Aucun travail remis\",,\"100,00\",\"Non évalué\",Oui,-,-,\r\n"
)
