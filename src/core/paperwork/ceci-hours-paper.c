// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet of hours that a supervisor ticks and signs: the entries of a placement, blank lines, a place to sign.

#include "config.h"

#include "ceci-hours-paper.h"

#include "ceci-paper.h"
#include "ceci-signature-boxes.h"
#include "core/model/ceci-placement-repository.h"
#include "core/model/ceci-student-repository.h"
#include "core/store/ceci-date.h"

#define BLANK_LINES 12
#define TICK "☐"

// What is printed follows the paper's language, not the locale.
typedef struct {
  const char *title, *between, *student, *organisation, *supervisor, *period, *day, *hours, *work, *confirmed, *total,
      *how, *signs, *to_sign;
} Words;

static const Words french = {
    .title = "Relevé des heures de stage",
    .between = "Certificat d’engagement citoyen (CECi)",
    .student = "Étudiant·e",
    .organisation = "Organisme",
    .supervisor = "Maître de stage",
    .period = "Période",
    .day = "Date",
    .hours = "Heures",
    .work = "Travail accompli",
    .confirmed = "Confirmé",
    .total = "Total",
    .how = "Cochez les lignes que vous confirmez, corrigez ou complétez les autres, puis signez.",
    .signs = "Maître de stage",
    .to_sign = "Date et signature\u00a0:",
};

static const Words english = {
    .title = "Sheet of placement hours",
    .between = "Certificate in civic engagement (CECi)",
    .student = "Student",
    .organisation = "Organisation",
    .supervisor = "Supervisor",
    .period = "Period",
    .day = "Date",
    .hours = "Hours",
    .work = "Work done",
    .confirmed = "Confirmed",
    .total = "Total",
    .how = "Tick the lines that you confirm, correct or complete the others, then sign.",
    .signs = "Supervisor",
    .to_sign = "Date and signature:",
};

static char *
describe_period (const Words *words, CeciPlacement *placement, const char *language)
{
  const char *end = ceci_placement_get_closed_on (placement) != NULL ? ceci_placement_get_closed_on (placement)
                                                                     : ceci_placement_get_ends_on (placement);
  g_autofree char *from = ceci_date_format_long_in (ceci_placement_get_starts_on (placement), language);
  g_autofree char *to = end != NULL ? ceci_date_format_long_in (end, language) : g_strdup ("…");

  return words == &french ? g_strdup_printf ("du %s au %s", from, to) : g_strdup_printf ("from %s to %s", from, to);
}

static void
add_heading (CeciPaper *paper, const Words *words, CeciStudent *student, CeciPlacement *placement, const char *language)
{
  static const CeciPaperColumn columns[] = {{NULL, 1.2, PANGO_ALIGN_LEFT}, {NULL, 4, PANGO_ALIGN_LEFT}};
  CeciPaperTable *table = ceci_paper_table_new (CECI_PAPER_TABLE_PLAIN, columns, G_N_ELEMENTS (columns));
  g_autofree char *period = describe_period (words, placement, language);
  const char *supervisor = ceci_placement_get_supervisor_name (placement);

  ceci_paper_add_text (paper, CECI_PAPER_TITLE, words->title);
  ceci_paper_add_text (paper, CECI_PAPER_SUBTITLE, words->between);
  ceci_paper_table_add (table, words->student, ceci_student_get_display_name (student), NULL);
  ceci_paper_table_add (table, words->organisation, ceci_placement_get_organisation_name (placement), NULL);
  ceci_paper_table_add (table, words->supervisor, supervisor != NULL ? supervisor : "…", NULL);
  ceci_paper_table_add (table, words->period, period, NULL);
  ceci_paper_add_table (paper, table);
  ceci_paper_add_text (paper, CECI_PAPER_BODY, words->how);
}

static gboolean
is_shown (CeciHours *hours, const char *placement_id)
{
  return g_strcmp0 (ceci_hours_get_placement_id (hours), placement_id) == 0 &&
         ceci_hours_get_state (hours) != CECI_HOURS_STATE_REFUSED;
}

// A tick that the register has already, or a box for it.
static char *
tick_of (CeciHours *hours, const char *language)
{
  const char *day = ceci_hours_get_confirmed_on (hours);

  if (day != NULL)
    return ceci_date_format_long_in (day, language);
  return g_strdup (TICK);
}

static void
add_entries (CeciPaper *paper, const Words *words, GListModel *log, const char *placement_id, const char *language)
{
  const CeciPaperColumn columns[] = {{words->day, 1.6, PANGO_ALIGN_LEFT},
                                     {words->hours, 0.9, PANGO_ALIGN_RIGHT},
                                     {words->work, 4, PANGO_ALIGN_LEFT},
                                     {words->confirmed, 1.5, PANGO_ALIGN_CENTER}};
  CeciPaperTable *table = ceci_paper_table_new (CECI_PAPER_TABLE_RULED, columns, G_N_ELEMENTS (columns));
  g_autofree char *sum = NULL;
  gint64 total = 0;

  for (guint i = 0; i < g_list_model_get_n_items (log); i++) {
    g_autoptr (CeciHours) hours = g_list_model_get_item (log, i);
    g_autofree char *day = NULL, *duration = NULL, *tick = NULL;

    if (!is_shown (hours, placement_id))
      continue;
    day = ceci_date_format_long_in (ceci_hours_get_worked_on (hours), language);
    duration = ceci_duration_format (ceci_hours_get_minutes (hours));
    tick = tick_of (hours, language);
    total += ceci_hours_get_minutes (hours);
    ceci_paper_table_add (table, day, duration,
                          ceci_hours_get_description (hours) != NULL ? ceci_hours_get_description (hours) : "", tick,
                          NULL);
  }
  for (guint i = 0; i < BLANK_LINES; i++)
    ceci_paper_table_add (table, " ", " ", " ", TICK, NULL);
  sum = ceci_duration_format (total);
  ceci_paper_table_add_strong (table, words->total, sum, " ", " ", NULL);
  ceci_paper_add_table (paper, table);
}

/**
 * ceci_hours_paper_draw:
 * @database: a connection
 * @placement_id: a placement's id
 * @language: `fr` or `en`
 * @today: the day the file bears
 * @error: why there is none
 *
 * Returns: (transfer full) (nullable): the sheet as a PDF
 */
GBytes *
ceci_hours_paper_draw (CeciDatabase *database, const char *placement_id, const char *language, const char *today,
                       GError **error)
{
  const Words *words = g_str_equal (language, "en") ? &english : &french;
  g_autoptr (CeciPlacement) placement = ceci_placement_repository_find (database, placement_id, error);
  g_autoptr (CeciStudent) student =
      placement != NULL ? ceci_student_repository_find (database, ceci_placement_get_student_id (placement), error)
                        : NULL;
  g_autoptr (GListModel) log =
      student != NULL ? ceci_hours_repository_list (database, ceci_placement_get_student_id (placement), error) : NULL;
  g_autoptr (CeciPaper) paper = NULL;
  g_autofree char *title = NULL;

  if (log == NULL)
    return NULL;
  const CeciSignatureBox box = {words->signs, ceci_placement_get_supervisor_name (placement), words->to_sign};
  paper = ceci_paper_new (CECI_PAPER_PORTRAIT, language, today);
  title = g_strconcat (words->title, " – ", ceci_student_get_display_name (student), NULL);
  ceci_paper_set_description (paper, title, "ULB Engagée, Université libre de Bruxelles", words->between);
  ceci_paper_set_running (paper, "Université libre de Bruxelles  ·  ULB Engagée", words->title,
                          ceci_student_get_display_name (student));
  add_heading (paper, words, student, placement, language);
  add_entries (paper, words, log, placement_id, language);
  ceci_paper_add_space (paper, 12);
  ceci_paper_add_signature_boxes (paper, &box, 1);
  return ceci_paper_finish (paper, error);
}
