// SPDX-License-Identifier: GPL-3.0-or-later
// The certificate as a sheet of paper: A4, landscape, French or English whatever the locale. Whether it may be issued
// is decided elsewhere.

#include "config.h"

#include <math.h>
#include <string.h>

#include "ceci-certificate-sheet.h"
#include "ceci-code.h"
#include "ceci-paper.h"
#include "core/store/ceci-date.h"

#define BLUE 0x0b3a75
#define SKY 0x5b9bd5
#define SUN 0xf2b13c
#define INK 0x1b2430
#define GREY 0x626d7c
#define WHITE 0xffffff

#define BAND 178.0
#define LEFT (BAND + 52.0)
#define RIGHT 52.0
#define DISPLAY "Inter Display, Adwaita Sans, Inter, Cantarell, sans-serif"

// What is printed is chosen by the sheet's language and never by the locale, so these are no messages of the interface.
typedef struct {
  const char *university, *awarded_to, *done_in, *cohort, *placement, *jury, *credits, *credit_value, *matricule,
      *done_at, *for_office, *for_jury, *holder, *verify;
} Words;

static const Words french = {
    .university = "UNIVERSITÉ LIBRE DE BRUXELLES  ·  ULB ENGAGÉE",
    .awarded_to = "L’Université libre de Bruxelles certifie que",
    .done_in = "Organisme d’accueil\u00a0: {1}",
    .cohort = "COHORTE",
    .placement = "STAGE",
    .jury = "JURY DU",
    .credits = "RECONNAISSANCE",
    .credit_value = "{1} crédits extracurriculaires",
    .matricule = "Matricule {1}",
    .done_at = "Fait à Bruxelles, le {1}",
    .for_office = "Pour ULB Engagée",
    .for_jury = "Pour le jury de validation",
    .holder = "Le ou la titulaire",
    .verify = "Signature vérifiable hors ligne",
};

static const Words english = {
    .university = "UNIVERSITÉ LIBRE DE BRUXELLES  ·  ULB ENGAGÉE",
    .awarded_to = "The Université libre de Bruxelles certifies that",
    .done_in = "Host organisation: {1}",
    .cohort = "INTAKE",
    .placement = "PLACEMENT",
    .jury = "AWARD PANEL OF",
    .credits = "RECOGNITION",
    .credit_value = "{1} extracurricular credits",
    .matricule = "Student number {1}",
    .done_at = "Done in Brussels, on {1}",
    .for_office = "For ULB Engagée",
    .for_jury = "For the award panel",
    .holder = "The holder",
    .verify = "Signature checked offline",
};

typedef struct {
  const CeciCertificateFacts *facts;
  const Words *words;
  GError *error;
} Sheet;

// Puts the words where {1} stands.
static char *
fill (const char *pattern, const char *words)
{
  g_autoptr (GString) text = g_string_new (pattern);

  g_string_replace (text, "{1}", words, 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

// «150 h», «152 h 30», with no-break spaces.
static char *
format_hours (gint64 minutes)
{
  if (minutes % 60 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT "\u00a0h", minutes / 60);
  return g_strdup_printf ("%" G_GINT64_FORMAT "\u00a0h\u00a0%02d", minutes / 60, (int) (minutes % 60));
}

// People around a table: rings of dots, one of them lit.
static void
draw_rings (cairo_t *cairo, double x, double y)
{
  cairo_save (cairo);
  for (int ring = 0; ring < 7; ring++) {
    int n = 10 + ring * 8;
    double radius = 34 + ring * 24;

    for (int i = 0; i < n; i++) {
      double angle = 2 * G_PI * i / n + ring * 0.21;
      gboolean lit = (ring == 2 && i == 4) || (ring == 4 && i == 30) || (ring == 5 && i == 12);

      ceci_paper_set_colour (cairo, lit ? SUN : SKY, lit ? 1 : 0.62 - ring * 0.075);
      cairo_arc (cairo, x + radius * cos (angle), y + radius * sin (angle), lit ? 4.2 : 3.4 - ring * 0.16, 0, 2 * G_PI);
      cairo_fill (cairo);
    }
  }
  cairo_restore (cairo);
}

static void
draw_band (CeciPaper *paper, cairo_t *cairo, double height, const Sheet *sheet)
{
  const CeciPaperInk mark = {.family = DISPLAY,
                             .size = 46,
                             .weight = PANGO_WEIGHT_BOLD,
                             .colour = WHITE,
                             .tracking = -0.8,
                             .tag = CECI_PAPER_ARTIFACT};
  const CeciPaperInk figure = {
      .family = DISPLAY, .size = 40, .weight = PANGO_WEIGHT_SEMIBOLD, .colour = SUN, .tag = CECI_PAPER_ARTIFACT};
  const CeciPaperInk words = {.size = 9, .leading = 12.5, .colour = WHITE, .tag = CECI_PAPER_ARTIFACT};
  const char *credits = strchr (sheet->words->credit_value, ' ') + 1;
  g_autofree char *number = g_strdup_printf ("%u", sheet->facts->credits);
  double width = ceci_paper_measure_text (paper, &figure, number);

  ceci_paper_set_colour (cairo, BLUE, 1);
  cairo_rectangle (cairo, 0, 0, BAND, height);
  cairo_fill (cairo);
  cairo_save (cairo);
  cairo_rectangle (cairo, 0, 0, BAND, height);
  cairo_clip (cairo);
  draw_rings (cairo, BAND * 0.5, height * 0.46);
  cairo_restore (cairo);
  ceci_paper_draw_text (paper, cairo, &mark, 28, 34, 0, "CECi");
  ceci_paper_draw_text (paper, cairo, &figure, 28, height - 92, 0, number);
  ceci_paper_draw_text (paper, cairo, &words, 28 + width + 10, height - 80, BAND - width - 46, credits);
}

static void
draw_fact (CeciPaper *paper, cairo_t *cairo, double x, double y, double width, const char *label, const char *value)
{
  const CeciPaperInk small = {.size = 6.6, .tracking = 0.7, .colour = GREY, .weight = PANGO_WEIGHT_MEDIUM};
  const CeciPaperInk strong = {.size = 10.2, .leading = 13.4, .weight = PANGO_WEIGHT_SEMIBOLD, .colour = INK};

  ceci_paper_draw_text (paper, cairo, &small, x, y, 0, label);
  ceci_paper_draw_text (paper, cairo, &strong, x, y + 12, width, value);
}

// The name is set as large as its length allows, on one line.
static double
draw_name (CeciPaper *paper, cairo_t *cairo, double y, double width, const char *name)
{
  CeciPaperInk ink = {
      .family = DISPLAY, .size = 36, .weight = PANGO_WEIGHT_SEMIBOLD, .colour = INK, .tracking = -0.4, .tag = "H2"};
  double natural = ceci_paper_measure_text (paper, &ink, name);

  if (natural > width)
    ink.size = MAX (16, ink.size * width / natural * 0.995);
  ceci_paper_draw_text (paper, cairo, &ink, LEFT, y + (36 - ink.size), 0, name);
  return y + 36 * 1.35;
}

static void
draw_signature (CeciPaper *paper, cairo_t *cairo, double x, double y, double width, const char *who)
{
  const CeciPaperInk ink = {.size = 7.8, .colour = GREY};

  ceci_paper_set_colour (cairo, INK, 0.55);
  cairo_set_line_width (cairo, 0.5);
  cairo_move_to (cairo, x, y);
  cairo_rel_line_to (cairo, width, 0);
  cairo_stroke (cairo);
  ceci_paper_draw_text (paper, cairo, &ink, x, y + 4, width, who);
}

static void
draw_head (CeciPaper *paper, cairo_t *cairo, double width, const Sheet *sheet)
{
  const CeciPaperInk house = {.size = 7.4, .tracking = 1.1, .colour = GREY, .weight = PANGO_WEIGHT_MEDIUM};
  const CeciPaperInk title = {
      .family = DISPLAY, .size = 30, .weight = PANGO_WEIGHT_LIGHT, .colour = BLUE, .tracking = -0.3, .tag = "H1"};
  const CeciPaperInk quiet = {.size = 11, .colour = GREY};

  ceci_paper_draw_text (paper, cairo, &house, LEFT, 50, width, sheet->words->university);
  ceci_paper_draw_text (paper, cairo, &title, LEFT - 1.5, 68, width, sheet->facts->title);
  ceci_paper_set_colour (cairo, SUN, 1);
  cairo_rectangle (cairo, LEFT, 118, 46, 3);
  cairo_fill (cairo);
  ceci_paper_draw_text (paper, cairo, &quiet, LEFT, 140, width, sheet->words->awarded_to);
}

// The text of the regulation is as long as the office writes it: it is set smaller rather than run into what follows.
static double
draw_body (CeciPaper *paper, cairo_t *cairo, double y, double width, double room, const char *text)
{
  CeciPaperInk ink = {.size = 10.6, .colour = INK};

  for (; ink.size > 6; ink.size *= 0.96) {
    g_autoptr (PangoLayout) layout = ceci_paper_make_layout (paper, &ink, text, width);

    ink.leading = ink.size * 1.55;
    if (pango_layout_get_line_count (layout) * ink.leading <= room)
      break;
  }
  return ceci_paper_draw_text (paper, cairo, &ink, LEFT, y, width, text);
}

static void
draw_person (CeciPaper *paper, cairo_t *cairo, double width, const Sheet *sheet)
{
  const CeciPaperInk quiet = {.size = 9.6, .colour = GREY};
  const CeciCertificateFacts *facts = sheet->facts;
  g_autofree char *matricule = NULL;
  g_autofree char *line = NULL;
  g_autofree char *done_in = NULL;
  double y = draw_name (paper, cairo, 158, width, facts->name);

  if (facts->matricule != NULL)
    matricule = fill (sheet->words->matricule, facts->matricule);
  if (facts->faculty != NULL && matricule != NULL)
    line = g_strconcat (facts->faculty, "  ·  ", matricule, NULL);
  else
    line = g_strdup (matricule != NULL ? matricule : facts->faculty);
  ceci_paper_draw_text (paper, cairo, &quiet, LEFT, y + 4, width, line);
  y += 34;
  y += draw_body (paper, cairo, y, width, facts->organisations != NULL ? 54 : 78, facts->body);
  if (facts->organisations != NULL) {
    done_in = fill (sheet->words->done_in, facts->organisations);
    ceci_paper_draw_text (paper, cairo, &quiet, LEFT, y + 3, width, done_in);
  }
}

static void
draw_facts (CeciPaper *paper, cairo_t *cairo, double width, const Sheet *sheet)
{
  const CeciCertificateFacts *facts = sheet->facts;
  g_autofree char *hours = format_hours (facts->minutes);
  g_autofree char *decided = ceci_date_format_long_in (facts->decided_on, facts->language);
  g_autofree char *number = g_strdup_printf ("%u", facts->credits);
  g_autofree char *credits = fill (sheet->words->credit_value, number);
  double y = 340;

  ceci_paper_set_colour (cairo, 0xd4dae2, 1);
  cairo_set_line_width (cairo, 0.6);
  cairo_move_to (cairo, LEFT, y - 13);
  cairo_rel_line_to (cairo, width, 0);
  cairo_move_to (cairo, LEFT, y + 47);
  cairo_rel_line_to (cairo, width, 0);
  cairo_stroke (cairo);
  draw_fact (paper, cairo, LEFT, y, width * 0.32 - 14, sheet->words->cohort, facts->cohort);
  draw_fact (paper, cairo, LEFT + width * 0.32, y, width * 0.15, sheet->words->placement, hours);
  draw_fact (paper, cairo, LEFT + width * 0.47, y, width * 0.25 - 10, sheet->words->jury, decided);
  draw_fact (paper, cairo, LEFT + width * 0.72, y, width * 0.28, sheet->words->credits, credits);
}

static void
draw_foot (CeciPaper *paper, cairo_t *cairo, double width, double height, Sheet *sheet)
{
  const CeciCertificateFacts *facts = sheet->facts;
  const CeciPaperInk done = {.size = 9.6, .colour = INK};
  const CeciPaperInk small = {.size = 7.4, .leading = 10.6, .colour = GREY};
  const CeciPaperInk number = {
      .size = 8.4, .weight = PANGO_WEIGHT_SEMIBOLD, .colour = INK, .alignment = PANGO_ALIGN_CENTER};
  const CeciPaperInk hint = {.size = 6.4, .leading = 8.4, .colour = GREY, .alignment = PANGO_ALIGN_CENTER};
  const double side = 92, code_x = LEFT + width - side, signature = (width - side - 28) / 3 - 14;
  g_autofree char *issued = ceci_date_format_long_in (facts->issued_on, facts->language);
  g_autofree char *place = fill (sheet->words->done_at, issued);
  g_autofree char *notice =
      g_strconcat (facts->recognition, " ", facts->notice, facts->contact != NULL ? "\n" : NULL, facts->contact, NULL);

  ceci_paper_draw_text (paper, cairo, &done, LEFT, 402, width - side - 20, place);
  draw_signature (paper, cairo, LEFT, 482, signature, sheet->words->for_office);
  draw_signature (paper, cairo, LEFT + signature + 20, 482, signature, sheet->words->for_jury);
  draw_signature (paper, cairo, LEFT + 2 * (signature + 20), 482, signature, sheet->words->holder);
  if (sheet->error == NULL)
    ceci_code_draw (cairo, facts->payload, code_x, 402, side, &sheet->error);
  ceci_paper_draw_text (paper, cairo, &number, code_x - 10, 402 + side + 6, side + 20, facts->number);
  ceci_paper_draw_text (paper, cairo, &hint, code_x - 10, 402 + side + 19, side + 20, sheet->words->verify);
  ceci_paper_draw_text (paper, cairo, &small, LEFT, height - 66, width - side - 40, notice);
}

static void
draw_sheet (CeciPaper *paper, cairo_t *cairo, double width, double height, gpointer user_data)
{
  Sheet *sheet = user_data;
  double column = width - LEFT - RIGHT;

  draw_band (paper, cairo, height, sheet);
  draw_head (paper, cairo, column, sheet);
  draw_person (paper, cairo, column, sheet);
  draw_facts (paper, cairo, column, sheet);
  draw_foot (paper, cairo, column, height, sheet);
}

/**
 * ceci_certificate_sheet_draw:
 * @facts: what stands on it
 * @error: why there is none
 *
 * The same facts give the same bytes.
 *
 * Returns: (transfer full): a PDF of one page
 */
GBytes *
ceci_certificate_sheet_draw (const CeciCertificateFacts *facts, GError **error)
{
  Sheet sheet = {.facts = facts, .words = g_str_equal (facts->language, "en") ? &english : &french};
  g_autoptr (CeciPaper) paper = ceci_paper_new (CECI_PAPER_LANDSCAPE, facts->language, facts->issued_on);
  g_autofree char *title = g_strconcat (facts->title, " – ", facts->name, NULL);
  g_autofree char *subject = g_strconcat ("CECi, ", facts->number, NULL);
  g_autoptr (GBytes) bytes = NULL;

  ceci_paper_set_margins (paper, 0, 0);
  ceci_paper_set_plain (paper, TRUE);
  ceci_paper_set_look (paper, NULL, BLUE);
  ceci_paper_set_description (paper, title, "ULB Engagée, Université libre de Bruxelles", subject);
  ceci_paper_add_drawing (paper, ceci_paper_get_height (paper), draw_sheet, &sheet, NULL);
  bytes = ceci_paper_finish (paper, error);
  if (sheet.error != NULL) {
    g_clear_error (error);
    g_propagate_error (error, sheet.error);
    return NULL;
  }
  return g_steal_pointer (&bytes);
}
