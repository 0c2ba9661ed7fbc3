// SPDX-License-Identifier: GPL-3.0-or-later
// What an application form asks, and the words by which its questions are known. Adding a word here is how a new form
// is understood without mapping it by hand.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-application-fields.h"

#define WORDS(...)                                                                                                     \
  (const char *const[])                                                                                                \
  {                                                                                                                    \
    __VA_ARGS__, NULL                                                                                                  \
  }

// The two fields of the account that filled in a Microsoft form come last: other forms do not have them.
#define N_ACCOUNT_FIELDS 2

static const CeciImportField fields[] = {
    {"submitted-at", N_ ("Submitted"),
     WORDS ("=date de soumission", "=date submitted", "=submitdate", "=heure de fin", "=completion time", "=horodateur",
            "=timestamp", "soumis le", "submitted on")},
    {"response-id", N_ ("Response number"), WORDS ("=id de la reponse", "=response id", "=id")},
    {"family-name", N_ ("Family name"),
     WORDS ("=nom", "=last name", "=lastname", "=surname", "=votre nom", "nom de famille", "family name", "last name")},
    {"first-name", N_ ("First name"),
     WORDS ("=prenom", "=prenoms", "=prenom s", "=first name", "=firstname", "=given name", "prenom", "first name")},
    {"usual-first-name", N_ ("Preferred first name"),
     WORDS ("prenom usuel", "prenom d usage", "prenom choisi", "preferred first name", "usual first name",
            "preferred name", "chosen name")},
    {"full-name", N_ ("Full name"),
     WORDS ("=nom complet", "=full name", "=name", "=your name", "nom et prenom", "prenom et nom", "nom prenom")},
    {"email", N_ ("E-mail"),
     WORDS ("=mail", "=e mail ulb", "adresse mail", "adresse e mail", "adresse email", "adresse de messagerie",
            "adresse electronique", "email", "e mail", "courriel")},
    {"matricule", N_ ("Student number"),
     WORDS ("matricule", "student number", "numero d etudiant", "numero d etudiante", "student id")},
    {"birth-date", N_ ("Date of birth"),
     WORDS ("date de naissance", "date of birth", "birth date", "birthdate", "birthday")},
    {"phone", N_ ("Telephone"), WORDS ("telephone", "gsm", "phone", "mobile")},
    {"gender", N_ ("Gender"), WORDS ("genre", "gender", "sexe")},
    {"faculty", N_ ("Faculty"), WORDS ("=fac", "faculte", "faculty")},
    {"study-path", N_ ("Studies"),
     WORDS ("annee d etudes", "annee d etude", "parcours", "etudes", "cursus", "year of study", "study programme",
            "study program", "studies", "field of study")},
    {"language", N_ ("Language"),
     WORDS ("=langue de depart", "=start language", "=startlanguage", "=langue", "=language")},
    {"entry-profile", N_ ("Entry profile"), WORDS ("profil", "profile", "deja engage", "deja engagee")},
    {"organisation-name", N_ ("Organisation"),
     WORDS ("=association", "nom de l organisme", "nom de l organisation", "nom de l association",
            "nom de la structure", "organisme d accueil", "lieu de stage", "organisme", "organisation",
            "organization")},
    {"organisation-kind", N_ ("Kind of organisation"),
     WORDS ("type d organisme", "type d organisation", "type de structure", "nature de l organisme",
            "kind of organisation", "kind of organization", "type of organisation", "type of organization",
            "organisation type")},
    {"legal-form", N_ ("Legal form"), WORDS ("forme juridique", "statut juridique", "legal form", "legal status")},
    {"enterprise-number", N_ ("Enterprise number"),
     WORDS ("bce", "kbo", "numero d entreprise", "enterprise number", "company number")},
    {"mission", N_ ("Assignment"), WORDS ("mission", "missions", "assignment", "taches", "tasks")},
    {"function", N_ ("Role"), WORDS ("=role", "fonction", "votre role", "your role", "function", "poste")},
    {"planned-hours", N_ ("Planned hours"),
     WORDS ("=heures", "=hours", "nombre d heures", "heures prevues", "volume horaire", "planned hours",
            "number of hours", "how many hours")},
    {"starts-on", N_ ("Placement begins"),
     WORDS ("=debut", "date de debut", "debut du stage", "debut+stage", "start date", "=starts on",
            "=start of placement")},
    {"ends-on", N_ ("Placement ends"),
     WORDS ("=fin", "date de fin", "fin du stage", "fin+stage", "end date", "=ends on", "=end of placement")},
    {"committee-member", N_ ("Committee member"),
     WORDS ("membre du comite", "membre du bureau", "membre+comite", "partie+comite", "partie+bureau", "committee",
            "board member")},
    {"supervisor-name", N_ ("Supervisor"),
     WORDS ("nom+maitre de stage", "maitre de stage", "maitresse de stage", "maitre sse de stage", "supervisor",
            "name+supervisor")},
    {"supervisor-email", N_ ("Supervisor’s e-mail"),
     WORDS ("maitre de stage+mail", "maitre de stage+email", "maitre de stage+courriel", "maitre de stage+messagerie",
            "maitre de stage+adresse e mail", "maitre de stage+adresse mail", "maitresse de stage+mail",
            "supervisor+e mail", "supervisor+email", "supervisor+mail")},
    {"offer-reference", N_ ("TIME offer"),
     WORDS ("reference de l offre", "reference+offre", "offre+time", "offer reference", "reference+offer", "offer+time",
            "numero de l offre")},
    {"offer-labelled", N_ ("Labelled offer"),
     WORDS ("labelisee", "labellisee", "label+stage etudiant", "=label", "label+offre", "labelled", "labeled")},
    {"motivation", N_ ("Motivation"), WORDS ("motivation", "motivations")},
    {"consent", N_ ("Consent"),
     WORDS ("consentement", "consent", "donnees personnelles", "rgpd", "gdpr", "personal data", "j accepte")},
    {"account-email", N_ ("Account’s e-mail"), WORDS ("==adresse de messagerie", "==email")},
    {"account-name", N_ ("Account’s name"), WORDS ("==nom", "==name")},
};

static gboolean
has_both (CeciTable *table, const char *first, const char *second)
{
  return ceci_table_find_column (table, first) >= 0 && ceci_table_find_column (table, second) >= 0;
}

/**
 * ceci_application_form_kind:
 * @table: a form's export
 *
 * Returns: which program it came from, by the columns that the program adds itself
 */
CeciFormKind
ceci_application_form_kind (CeciTable *table)
{
  if (has_both (table, "Date de soumission", "Dernière page") || has_both (table, "Date submitted", "Last page") ||
      has_both (table, "submitdate", "lastpage"))
    return CECI_FORM_LIMESURVEY;
  if (has_both (table, "Heure de début", "Heure de fin") || has_both (table, "Start time", "Completion time"))
    return CECI_FORM_MICROSOFT;
  return CECI_FORM_OTHER;
}

/**
 * ceci_application_column_map:
 * @table: a form's export
 *
 * Returns: (transfer full): its columns, matched by name
 */
CeciColumnMap *
ceci_application_column_map (CeciTable *table)
{
  gboolean microsoft = ceci_application_form_kind (table) == CECI_FORM_MICROSOFT;

  return ceci_column_map_new (table, fields, G_N_ELEMENTS (fields) - (microsoft ? 0 : N_ACCOUNT_FIELDS));
}
