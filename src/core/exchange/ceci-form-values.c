// SPDX-License-Identifier: GPL-3.0-or-later
// What a person wrote or ticked in a form, in French or English, as the values the register keeps. Nothing is guessed:
// what none of these words fits stays unclear, and the caller says so.
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "ceci-form-values.h"
#include "core/model/ceci-enums.h"
#include "core/model/ceci-identifiers.h"
#include "core/store/ceci-date.h"
#include "core/store/ceci-fold.h"

#define SECONDS_A_DAY 86400

typedef struct {
  const char *phrase; // as ceci_form_words() gives it
  int value;
} Phrase;

// The first phrase found in the answer decides: the particular before the general.
static const Phrase kinds[] = {
    {"bureau des etudiants administrateurs", CECI_ORGANISATION_KIND_BEA},
    {"bureau etudiant", CECI_ORGANISATION_KIND_STUDENT_OFFICE},
    {"bureau des etudiants", CECI_ORGANISATION_KIND_STUDENT_OFFICE},
    {"bureau facultaire", CECI_ORGANISATION_KIND_STUDENT_OFFICE},
    {"student office", CECI_ORGANISATION_KIND_STUDENT_OFFICE},
    {"faculty office", CECI_ORGANISATION_KIND_STUDENT_OFFICE},
    {"bea", CECI_ORGANISATION_KIND_BEA},
    {"cercle", CECI_ORGANISATION_KIND_SOCIETY},
    {"student society", CECI_ORGANISATION_KIND_SOCIETY},
    {"student club", CECI_ORGANISATION_KIND_SOCIETY},
    {"society", CECI_ORGANISATION_KIND_SOCIETY},
    {"fondation", CECI_ORGANISATION_KIND_FOUNDATION},
    {"foundation", CECI_ORGANISATION_KIND_FOUNDATION},
    {"ecole", CECI_ORGANISATION_KIND_SCHOOL},
    {"school", CECI_ORGANISATION_KIND_SCHOOL},
    {"cpas", CECI_ORGANISATION_KIND_PUBLIC_BODY},
    {"commune", CECI_ORGANISATION_KIND_PUBLIC_BODY},
    {"administration", CECI_ORGANISATION_KIND_PUBLIC_BODY},
    {"public", CECI_ORGANISATION_KIND_PUBLIC_BODY},
    {"publique", CECI_ORGANISATION_KIND_PUBLIC_BODY},
    {"municipality", CECI_ORGANISATION_KIND_PUBLIC_BODY},
    {"asbl", CECI_ORGANISATION_KIND_ASSOCIATION},
    {"aisbl", CECI_ORGANISATION_KIND_ASSOCIATION},
    {"ong", CECI_ORGANISATION_KIND_ASSOCIATION},
    {"ngo", CECI_ORGANISATION_KIND_ASSOCIATION},
    {"association", CECI_ORGANISATION_KIND_ASSOCIATION},
    {"non profit", CECI_ORGANISATION_KIND_ASSOCIATION},
    {"autre", CECI_ORGANISATION_KIND_OTHER},
    {"other", CECI_ORGANISATION_KIND_OTHER},
};

static const Phrase forms[] = {
    {"aisbl", CECI_LEGAL_FORM_AISBL},
    {"asbl", CECI_LEGAL_FORM_ASBL},
    {"association sans but lucratif", CECI_LEGAL_FORM_ASBL},
    {"vzw", CECI_LEGAL_FORM_ASBL},
    {"non profit", CECI_LEGAL_FORM_ASBL},
    {"association de fait", CECI_LEGAL_FORM_UNINCORPORATED},
    {"unincorporated", CECI_LEGAL_FORM_UNINCORPORATED},
    {"fondation", CECI_LEGAL_FORM_FOUNDATION},
    {"foundation", CECI_LEGAL_FORM_FOUNDATION},
    {"public", CECI_LEGAL_FORM_PUBLIC},
    {"publique", CECI_LEGAL_FORM_PUBLIC},
    {"commune", CECI_LEGAL_FORM_PUBLIC},
    {"cpas", CECI_LEGAL_FORM_PUBLIC},
    {"cooperative", CECI_LEGAL_FORM_COOPERATIVE},
    {"srl", CECI_LEGAL_FORM_COMMERCIAL},
    {"sprl", CECI_LEGAL_FORM_COMMERCIAL},
    {"societe anonyme", CECI_LEGAL_FORM_COMMERCIAL},
    {"sa", CECI_LEGAL_FORM_COMMERCIAL},
    {"commercial", CECI_LEGAL_FORM_COMMERCIAL},
    {"commerciale", CECI_LEGAL_FORM_COMMERCIAL},
    {"entreprise", CECI_LEGAL_FORM_COMMERCIAL},
    {"company", CECI_LEGAL_FORM_COMMERCIAL},
    {"je ne sais pas", CECI_LEGAL_FORM_UNKNOWN},
    {"unknown", CECI_LEGAL_FORM_UNKNOWN},
    {"inconnue", CECI_LEGAL_FORM_UNKNOWN},
};

static const Phrase genders[] = {
    {"non binaire", CECI_GENDER_OTHER},
    {"non binary", CECI_GENDER_OTHER},
    {"nonbinary", CECI_GENDER_OTHER},
    {"autre", CECI_GENDER_OTHER},
    {"other", CECI_GENDER_OTHER},
    {"genre fluide", CECI_GENDER_OTHER},
    {"agenre", CECI_GENDER_OTHER},
    {"x", CECI_GENDER_OTHER},
    {"femme", CECI_GENDER_FEMALE},
    {"feminin", CECI_GENDER_FEMALE},
    {"female", CECI_GENDER_FEMALE},
    {"woman", CECI_GENDER_FEMALE},
    {"f", CECI_GENDER_FEMALE},
    {"homme", CECI_GENDER_MALE},
    {"masculin", CECI_GENDER_MALE},
    {"male", CECI_GENDER_MALE},
    {"man", CECI_GENDER_MALE},
    {"m", CECI_GENDER_MALE},
    {"h", CECI_GENDER_MALE},
};

// Answers that decline to answer.
static const char *const declined[] = {"prefere ne pas", "ne souhaite pas", "prefer not", "rather not",
                                       "sans reponse",   "no answer",       "n a"};

static const Phrase months[] = {
    {"janvier", 1},  {"january", 1},  {"fevrier", 2},   {"february", 2},  {"mars", 3},      {"march", 3},
    {"avril", 4},    {"april", 4},    {"mai", 5},       {"may", 5},       {"juin", 6},      {"june", 6},
    {"juillet", 7},  {"july", 7},     {"aout", 8},      {"august", 8},    {"septembre", 9}, {"september", 9},
    {"octobre", 10}, {"october", 10}, {"novembre", 11}, {"november", 11}, {"decembre", 12}, {"december", 12},
    {"jan", 1},      {"feb", 2},      {"mar", 3},       {"apr", 4},       {"jun", 6},       {"jul", 7},
    {"aug", 8},      {"sep", 9},      {"sept", 9},      {"oct", 10},      {"nov", 11},      {"dec", 12},
};

/**
 * ceci_form_words:
 * @text: (nullable): any text
 *
 * Returns: (transfer full): @text folded, every run of other characters than letters and digits made one space
 */
char *
ceci_form_words (const char *text)
{
  g_autofree char *folded = ceci_fold (text);
  GString *words = g_string_sized_new (strlen (folded));

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar character = g_utf8_get_char (p);

    if (g_unichar_isalnum (character))
      g_string_append_unichar (words, character);
    else if (words->len > 0 && words->str[words->len - 1] != ' ')
      g_string_append_c (words, ' ');
  }
  if (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);
  return g_string_free_and_steal (words);
}

/**
 * ceci_form_has_words:
 * @words: where to look
 * @phrase: what for
 *
 * Returns: whether @phrase stands in @words, at the bounds of words
 */
gboolean
ceci_form_has_words (const char *words, const char *phrase)
{
  gsize length = strlen (phrase);

  for (const char *at = words; length > 0 && (at = strstr (at, phrase)) != NULL; at++)
    if ((at == words || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
      return TRUE;
  return FALSE;
}

static int
first_phrase (const char *text, const Phrase *phrases, guint n_phrases, int otherwise)
{
  g_autofree char *words = ceci_form_words (text);

  for (guint i = 0; i < n_phrases; i++)
    if (ceci_form_has_words (words, phrases[i].phrase))
      return phrases[i].value;
  return otherwise;
}

/**
 * ceci_form_text:
 * @text: (nullable): an answer
 * @escapes: whether a backslash and an n stand for a line break, as in LimeSurvey's export
 *
 * Returns: (transfer full) (nullable): the answer without blanks around it; %NULL if that is all there was
 */
char *
ceci_form_text (const char *text, gboolean escapes)
{
  g_autoptr (GString) whole = g_string_new (text);

  if (escapes) {
    g_string_replace (whole, "\\r\\n", "\n", 0);
    g_string_replace (whole, "\\n", "\n", 0);
  }
  // no-break spaces at the ends are blanks too
  while (g_str_has_suffix (whole->str, "\xC2\xA0") || (whole->len > 0 && g_ascii_isspace (whole->str[whole->len - 1])))
    g_string_truncate (whole, whole->len - (g_ascii_isspace (whole->str[whole->len - 1]) ? 1 : 2));
  while (g_str_has_prefix (whole->str, "\xC2\xA0") || g_ascii_isspace (*whole->str))
    g_string_erase (whole, 0, g_ascii_isspace (*whole->str) ? 1 : 2);
  return whole->len > 0 ? g_string_free_and_steal (g_steal_pointer (&whole)) : NULL;
}

CeciAnswer
ceci_form_answer (const char *text)
{
  static const char *const yes[] = {"oui",
                                    "yes",
                                    "y",
                                    "o",
                                    "1",
                                    "vrai",
                                    "true",
                                    "coche",
                                    "checked",
                                    "x",
                                    "j accepte",
                                    "je consens",
                                    "je marque mon accord",
                                    "d accord",
                                    "i agree",
                                    "i accept",
                                    "i consent"};
  static const char *const no[] = {"non",       "no",       "n",       "0",  "faux", "false", "je n accepte pas",
                                   "je refuse", "i do not", "i don t", "pas"};
  g_autofree char *words = ceci_form_words (text);

  // a longer answer begins with its yes or no: «oui, au comité»
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    if (g_str_has_prefix (words, no[i]) && strchr (" ", words[strlen (no[i])]) != NULL)
      return CECI_ANSWER_NO;
  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    if (g_str_has_prefix (words, yes[i]) && strchr (" ", words[strlen (yes[i])]) != NULL)
      return CECI_ANSWER_YES;
  return CECI_ANSWER_UNCLEAR;
}

/**
 * ceci_form_gender:
 * @text: (nullable): a self-declared gender
 * @unclear: (out): set when there was an answer that none of the words fits
 *
 * Returns: a #CeciGender; %CECI_GENDER_NONE when the person did not answer, or declined to
 */
int
ceci_form_gender (const char *text, gboolean *unclear)
{
  g_autofree char *words = ceci_form_words (text);
  int gender;

  *unclear = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (declined); i++)
    if (ceci_form_has_words (words, declined[i]))
      return CECI_GENDER_NONE;
  gender = first_phrase (text, genders, G_N_ELEMENTS (genders), CECI_GENDER_NONE);
  *unclear = gender == CECI_GENDER_NONE && *words != '\0';
  return gender;
}

int
ceci_form_organisation_kind (const char *text)
{
  int kind = text != NULL ? ceci_enum_from_nick (CECI_TYPE_ORGANISATION_KIND, text) : -1;

  return kind >= 0 ? kind : first_phrase (text, kinds, G_N_ELEMENTS (kinds), CECI_ORGANISATION_KIND_NONE);
}

int
ceci_form_legal_form (const char *text)
{
  int form = text != NULL ? ceci_enum_from_nick (CECI_TYPE_LEGAL_FORM, text) : -1;

  return form >= 0 ? form : first_phrase (text, forms, G_N_ELEMENTS (forms), CECI_LEGAL_FORM_NONE);
}

// A spreadsheet's day number, with its fraction of a day: 46000.5 is noon of 9 December 2025.
static gboolean
serial_day (const char *text, double *serial)
{
  char *end;

  if (text == NULL || !g_ascii_isdigit (*text))
    return FALSE;
  *serial = g_ascii_strtod (text, &end);
  return *end == '\0' && *serial >= 10000 && *serial < 100000;
}

// «12 mars 2026», «jeudi 12 mars 2026», «March 12, 2026»
static char *
date_in_words (const char *text)
{
  g_autofree char *words = ceci_form_words (text);
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);
  int year = 0, month = 0, day = 0;

  for (guint i = 0; parts[i] != NULL; i++) {
    int number = atoi (parts[i]);

    for (guint m = 0; m < G_N_ELEMENTS (months) && month == 0; m++)
      month = g_str_equal (parts[i], months[m].phrase) ? months[m].value : 0;
    if (number >= 1000 && number <= 9999 && year == 0)
      year = number;
    else if (number >= 1 && number <= 31 && day == 0)
      day = number;
  }
  if (year == 0 || month == 0 || day == 0)
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/**
 * ceci_form_date:
 * @text: (nullable): a date in numbers or words, or a spreadsheet's day number; an hour behind it is passed over
 * @today: (nullable): decides for a date without its year
 *
 * Returns: (transfer full) (nullable): the date, or %NULL if it is none
 */
char *
ceci_form_date (const char *text, const char *today)
{
  g_autofree char *date = NULL;
  double serial;

  if (serial_day (text, &serial))
    return ceci_date_add_days ("1899-12-30", (int) serial);
  date = ceci_date_parse_human (text, today);
  if (date == NULL && text != NULL)
    date = date_in_words (text);
  if (date == NULL || !ceci_date_is_valid (date))
    return NULL;
  return g_steal_pointer (&date);
}

// The time of day written behind a date, in seconds; 0 if there is none.
static int
seconds_of_day (const char *text)
{
  double serial;
  const char *colon;
  int hours, minutes, seconds = 0;

  if (serial_day (text, &serial))
    return (int) ((serial - (double) (int) serial) * SECONDS_A_DAY + 0.5) % SECONDS_A_DAY;
  colon = strchr (text, ':');
  if (colon == NULL || colon == text || !g_ascii_isdigit (colon[-1]))
    return 0;
  hours = colon[-1] - '0';
  if (colon - text >= 2 && g_ascii_isdigit (colon[-2]))
    hours += 10 * (colon[-2] - '0');
  minutes = atoi (colon + 1);
  colon = strchr (colon + 1, ':');
  if (colon != NULL)
    seconds = atoi (colon + 1);
  if (strstr (text, "PM") != NULL && hours < 12)
    hours += 12;
  if (hours > 23 || minutes > 59 || seconds > 59 || minutes < 0 || seconds < 0)
    return 0;
  return hours * 3600 + minutes * 60 + seconds;
}

/**
 * ceci_form_instant:
 * @text: (nullable): a date with or without a time of day, as forms write it: the time in Brussels
 * @today: (nullable): as for [func@form_date]
 *
 * Returns: (transfer full) (nullable): the instant in UTC, as `YYYY-MM-DDTHH:MM:SS.000Z`
 */
char *
ceci_form_instant (const char *text, const char *today)
{
  g_autofree char *date = ceci_form_date (text, today);
  g_autoptr (GDateTime) local = NULL;
  g_autoptr (GDateTime) utc = NULL;
  int seconds;

  if (date == NULL)
    return NULL;
  seconds = seconds_of_day (text);
  local = g_date_time_new (ceci_date_brussels (), atoi (date), atoi (date + 5), atoi (date + 8), seconds / 3600,
                           seconds / 60 % 60, seconds % 60);
  if (local == NULL)
    return NULL;
  utc = g_date_time_to_utc (local);
  return g_date_time_format (utc, "%Y-%m-%dT%H:%M:%S.000Z");
}

/**
 * ceci_form_minutes:
 * @text: (nullable): hours as people answer: «150», «150h», «environ 160 heures», «150,5»
 *
 * Returns: minutes, or -1 if no one duration stands there
 */
gint64
ceci_form_minutes (const char *text)
{
  gint64 minutes = ceci_duration_parse (text);
  g_autofree char *words = NULL;
  g_auto (GStrv) parts = NULL;

  if (minutes >= 0)
    return minutes;
  words = ceci_form_words (text);
  parts = g_strsplit (words, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++) {
    gint64 found = g_ascii_isdigit (*parts[i]) ? ceci_duration_parse (parts[i]) : -1;

    if (found < 0)
      continue;
    if (minutes >= 0)
      return -1; // two numbers: «10 h par semaine, 15 semaines»
    minutes = found;
  }
  return minutes;
}

/**
 * ceci_form_email:
 * @text: (nullable): an address
 *
 * Returns: (transfer full) (nullable): it in lower case; %NULL if it is none, or «anonymous», as Microsoft Forms writes
 */
char *
ceci_form_email (const char *text)
{
  g_autofree char *trimmed = ceci_form_text (text, FALSE);

  return ceci_email_normalise (trimmed);
}
