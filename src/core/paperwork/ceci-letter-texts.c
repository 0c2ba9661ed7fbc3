// SPDX-License-Identifier: GPL-3.0-or-later
// The letters as they are before an office words them itself: tu to students, vous to supervisors, each with the
// office's address (R16). They are written in the reader's language, not the program's, so gettext has no part in them.

#include "config.h"

#include "ceci-letter-template.h"

#include <glib/gi18n-lib.h>

#define END_FR                                                                                                         \
  "\n\nSi quelque chose n’est pas clair, écris-nous à {office-email} ou appelle le {office-phone}.\n\n{office-name}"
#define END_EN "\n\nIf anything is unclear, write to us at {office-email} or call {office-phone}.\n\n{office-name}"

const CeciLetterTemplate ceci_letter_templates[] = {
    {"selected", NC_ ("letter", "Selected"), CECI_LETTER_TO_STUDENT, "Ta place au Certificat d’engagement citoyen",
     "Bonjour {usual-name},\n\nBonne nouvelle : tu as une place à la rentrée « {cohort} » du Certificat "
     "d’engagement citoyen. Elle commence le {starts-on}.\n\nAvant de commencer ton stage, une convention "
     "doit être signée par toi, par ton organisme et par l’ULB : les heures ne comptent qu’après ces trois "
     "signatures. Nous te l’envoyons bientôt." END_FR,
     "Your place in the Certificate in civic engagement",
     "Hello {usual-name},\n\nGood news: you have a place in the intake “{cohort}” of the Certificate in "
     "civic engagement. It starts on {starts-on}.\n\nBefore your placement begins, an agreement must be "
     "signed by you, by your organisation and by the ULB: hours only count after these three signatures. "
     "We will send it to you soon." END_EN},
    {"waiting", NC_ ("letter", "Waiting list"), CECI_LETTER_TO_STUDENT,
     "Ta candidature au Certificat d’engagement citoyen",
     "Bonjour {usual-name},\n\nMerci pour ta candidature à la rentrée « {cohort} ». Elle remplit les "
     "conditions, mais il y a plus de candidatures que de places : tu es sur la liste d’attente, en "
     "position {rank}. Dès qu’une place se libère, nous te prévenons." END_FR,
     "Your application to the Certificate in civic engagement",
     "Hello {usual-name},\n\nThank you for your application to the intake “{cohort}”. It meets the "
     "conditions, but there are more applications than places: you are on the waiting list, in position "
     "{rank}. We will tell you as soon as a place is free." END_EN},
    {"not-selected", NC_ ("letter", "Not selected"), CECI_LETTER_TO_STUDENT,
     "Ta candidature au Certificat d’engagement citoyen",
     "Bonjour {usual-name},\n\nMerci pour ta candidature à la rentrée « {cohort} ». Il y avait plus de "
     "candidatures que de places, et nous n’avons pas pu retenir la tienne. Ce n’est pas un jugement sur "
     "ton engagement : tu peux poser ta candidature à une prochaine rentrée." END_FR,
     "Your application to the Certificate in civic engagement",
     "Hello {usual-name},\n\nThank you for your application to the intake “{cohort}”. There were more "
     "applications than places, and we could not keep yours. This is no judgement on your commitment: you "
     "can apply to a later intake." END_EN},
    {"inadmissible", NC_ ("letter", "Inadmissible"), CECI_LETTER_TO_STUDENT,
     "Ta candidature au Certificat d’engagement citoyen",
     "Bonjour {usual-name},\n\nMerci pour ta candidature à la rentrée « {cohort} ». Nous ne pouvons pas "
     "encore l’accepter :\n\n{reasons}\n\nIl te faut une opportunité de stage d’au moins {required-hours} "
     "dans un organisme sans but lucratif. Les offres labelisées « stage étudiant » de la plateforme TIME "
     "remplissent ces conditions, et nous t’aidons volontiers à trouver une mission." END_FR,
     "Your application to the Certificate in civic engagement",
     "Hello {usual-name},\n\nThank you for your application to the intake “{cohort}”. We cannot accept it "
     "yet:\n\n{reasons}\n\nYou need a placement of at least {required-hours} in a non-profit body. Offers "
     "labelled “student placement” on the TIME platform meet these conditions, and we are glad to help you "
     "find an assignment." END_EN},
    {"missing-documents", NC_ ("letter", "Missing documents"), CECI_LETTER_TO_STUDENT, "Ce qui manque à ton portfolio",
     "Bonjour {usual-name},\n\nIl manque encore ceci pour que ton portfolio soit "
     "complet :\n\n{missing}\n\nTout doit être déposé sur l’Université Virtuelle au plus tard le "
     "{deadline}." END_FR,
     "What your portfolio still lacks",
     "Hello {usual-name},\n\nThis is still missing for your portfolio to be "
     "complete:\n\n{missing}\n\nEverything must be on the Université Virtuelle by {deadline}." END_EN},
    {"agreement-unsigned", NC_ ("letter", "Agreement to sign"), CECI_LETTER_TO_STUDENT,
     "Ta convention de stage n’est pas encore signée",
     "Bonjour {usual-name},\n\nLa convention de ton stage chez {organisation} n’est pas complète. Il "
     "manque : {missing-signatures}.\n\nTes heures attendent ces signatures : elles ne comptent pas "
     "encore." END_FR,
     "Your placement agreement is not signed yet",
     "Hello {usual-name},\n\nThe agreement for your placement at {organisation} is not complete. Missing: "
     "{missing-signatures}.\n\nYour hours wait for these signatures: they do not count yet." END_EN},
    {"hours-to-confirm", NC_ ("letter", "Hours to confirm"), CECI_LETTER_TO_SUPERVISOR,
     "Heures de stage de {full-name} à confirmer",
     "Bonjour {supervisor},\n\n{full-name} effectue chez vous, {organisation}, son stage du Certificat "
     "d’engagement citoyen et a déclaré ces heures :\n\n{hours-to-confirm}\n\nPouvez-vous nous les "
     "confirmer, ou nous dire lesquelles ne sont pas exactes, en répondant à ce message ?\n\nPour toute "
     "question : {office-email} ou {office-phone}.\n\n{office-name}",
     "Placement hours of {full-name} to confirm",
     "Hello {supervisor},\n\n{full-name} is on placement with you, at {organisation}, for the Certificate "
     "in civic engagement, and has claimed these hours:\n\n{hours-to-confirm}\n\nCould you confirm them, "
     "or tell us which are not right, by answering this message?\n\nFor any question: {office-email} or "
     "{office-phone}.\n\n{office-name}"},
    {"deadline-180", NC_ ("letter", "Deadline in six months"), CECI_LETTER_TO_STUDENT,
     "Ton portfolio est attendu le {deadline}",
     "Bonjour {usual-name},\n\nTon portfolio doit être complet au plus tard le {deadline} : il reste "
     "{days} jours. C’est le bon moment pour faire le point.\n\nOù tu en es :\n\n{missing}" END_FR,
     "Your portfolio is due on {deadline}",
     "Hello {usual-name},\n\nYour portfolio must be complete by {deadline}: {days} days remain. It is a "
     "good moment to take stock.\n\nWhere you stand:\n\n{missing}" END_EN},
    {"deadline-90", NC_ ("letter", "Deadline in three months"), CECI_LETTER_TO_STUDENT,
     "Ton portfolio est attendu dans {days} jours",
     "Bonjour {usual-name},\n\nTon portfolio doit être complet au plus tard le {deadline} : il reste "
     "{days} jours. Il manque encore :\n\n{missing}\n\nSi une difficulté t’en empêche, parle-nous-en "
     "maintenant : une prolongation peut s’accorder." END_FR,
     "Your portfolio is due in {days} days",
     "Hello {usual-name},\n\nYour portfolio must be complete by {deadline}: {days} days remain. Still "
     "missing:\n\n{missing}\n\nIf something stands in your way, tell us now: an extension can be granted." END_EN},
    {"deadline-30", NC_ ("letter", "Deadline in one month"), CECI_LETTER_TO_STUDENT,
     "Plus que {days} jours pour ton portfolio",
     "Bonjour {usual-name},\n\nIl ne reste que {days} jours : ton portfolio doit être complet au plus tard "
     "le {deadline}. Il manque encore :\n\n{missing}\n\nSans portfolio complet à cette date, ton "
     "inscription prend fin. Si tu as besoin de plus de temps, écris-nous tout de suite." END_FR,
     "Only {days} days left for your portfolio",
     "Hello {usual-name},\n\nOnly {days} days remain: your portfolio must be complete by {deadline}. Still "
     "missing:\n\n{missing}\n\nWithout a complete portfolio on that day, your enrolment ends. If you need "
     "more time, write to us at once." END_EN},
    {"deadline-passed", NC_ ("letter", "Deadline passed"), CECI_LETTER_TO_STUDENT,
     "La date limite de ton portfolio est passée",
     "Bonjour {usual-name},\n\nTon portfolio devait être complet le {deadline}, et il manque "
     "encore :\n\n{missing}\n\nDis-nous où tu en es. Nous pouvons examiner une prolongation si tu as une "
     "raison ; sinon, ton inscription au certificat prend fin." END_FR,
     "The deadline of your portfolio has passed",
     "Hello {usual-name},\n\nYour portfolio was due on {deadline}, and this is still "
     "missing:\n\n{missing}\n\nTell us where you stand. We can look into an extension if you have a "
     "reason; otherwise your enrolment in the certificate ends." END_EN},
    {"extension-granted", NC_ ("letter", "Extension granted"), CECI_LETTER_TO_STUDENT, "Ta prolongation est accordée",
     "Bonjour {usual-name},\n\nTu as plus de temps : ton portfolio est maintenant attendu le {deadline}. "
     "Ton assurance court jusqu’à cette date.\n\nCe qui manque encore :\n\n{missing}" END_FR,
     "Your extension is granted",
     "Hello {usual-name},\n\nYou have more time: your portfolio is now due on {deadline}. Your insurance "
     "runs until that day.\n\nStill missing:\n\n{missing}" END_EN},
    {"withdrawal-confirmed", NC_ ("letter", "Withdrawal confirmed"), CECI_LETTER_TO_STUDENT,
     "Ton abandon est enregistré",
     "Bonjour {usual-name},\n\nNous avons enregistré ton abandon du Certificat d’engagement citoyen au "
     "{left-on}. Les heures après cette date ne comptent plus et ne sont plus assurées. Ce que tu as "
     "accompli reste à ton dossier un temps ; tu peux en demander une copie ou l’effacement.\n\nMerci pour "
     "ton engagement." END_FR,
     "Your withdrawal is recorded",
     "Hello {usual-name},\n\nWe have recorded your withdrawal from the Certificate in civic engagement on "
     "{left-on}. Hours after that day no longer count and are no longer insured. What you accomplished "
     "stays on file for a time; you can ask for a copy of it, or for its erasure.\n\nThank you for your "
     "commitment." END_EN},
    {"meeting-absences", NC_ ("letter", "Absences from meetings"), CECI_LETTER_TO_STUDENT,
     "Tes absences aux rencontres",
     "Bonjour {usual-name},\n\nTu as manqué {absences} rencontres sans nous prévenir. Ces rencontres font "
     "partie du certificat : on y échange, et on avance ensemble. Si tu ne peux pas venir, un mot suffit "
     "pour être excusé·e.\n\nProchaines rencontres :\n\n{meetings}" END_FR,
     "Your absences from meetings",
     "Hello {usual-name},\n\nYou missed {absences} meetings without telling us. These meetings are part of "
     "the certificate: we share there, and move forward together. If you cannot come, a word is enough to "
     "be excused.\n\nNext meetings:\n\n{meetings}" END_EN},
    {"invitation", NC_ ("letter", "Invitation to meetings"), CECI_LETTER_TO_STUDENT, "Les rencontres de ta rentrée",
     "Bonjour {usual-name},\n\nVoici les prochaines rencontres de la rentrée "
     "« {cohort} » :\n\n{meetings}\n\nNous t’y attendons." END_FR,
     "The meetings of your intake",
     "Hello {usual-name},\n\nHere are the next meetings of the intake “{cohort}”:\n\n{meetings}\n\nWe look "
     "forward to seeing you." END_EN},
    {"free", NC_ ("letter", "Free text"), CECI_LETTER_TO_STUDENT, "Certificat d’engagement citoyen",
     "Bonjour {usual-name},\n\n{text}" END_FR, "Certificate in civic engagement",
     "Hello {usual-name},\n\n{text}" END_EN},
    {NULL},
};
