// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers and texts of a regulation: their defaults are those of CECi's public FAQ, and ours where it is silent.

#include "config.h"

#include "ceci-regulation-defaults.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NUMBER(name, rule, part, unit, preset, minimum, maximum, title, note)                                          \
  {name, rule, CECI_REGULATION_##part, CECI_REGULATION_##unit, title, note, preset, minimum, maximum}

const CeciRegulationNumber ceci_regulation_numbers[CECI_REGULATION_NUMBERS] = {
    NUMBER ("placement-minutes", "R7", PLACEMENT, MINUTES, 9000, 1, 600000, N_ ("Length of the placement"),
            N_ ("What a placement must add up to; an application must plan as many")),
    NUMBER ("productions", "R22", PORTFOLIO, COUNT, 5, 0, 100, N_ ("Productions"),
            N_ ("Distinct files dated inside the placement; more are annexes")),
    NUMBER ("months", "R11", DEADLINES, MONTHS, 24, 1, 240, N_ ("Time to complete the certificate"),
            N_ ("From the enrolment to the deposit of the portfolio")),
    NUMBER ("credits", "R4", CERTIFICATE, COUNT, 10, 0, 1000, N_ ("Credits"), N_ ("All or nothing")),
    NUMBER ("places", "R27", INTAKE, COUNT, 30, 1, 1000000, N_ ("Places of a new intake"),
            N_ ("An intake’s own places are changed on its page")),
    NUMBER ("place-value-cents", "R29", INTAKE, CENTS, 60000, 0, G_MAXINT64, N_ ("Value of a place"),
            N_ ("Financed by subsidies; students pay nothing")),
    NUMBER ("readers", "R38", JURY, COUNT, 2, 1, 20, N_ ("Jurors a portfolio"), NULL),
    NUMBER ("award-threshold", "R38", JURY, POINTS, 200, 0, 400, N_ ("Suggested award from"),
            N_ ("Out of 400; the verdict is always the jury’s")),
    NUMBER ("reflection-minimum", "R38", JURY, COUNT, 2, 0, 4, N_ ("Least level of reflection"),
            N_ ("From 0 to 4, for a suggested award")),
    NUMBER ("discussion-gap", "R38", JURY, POINTS, 80, 0, 400, N_ ("To discuss from a gap of"),
            N_ ("Between two jurors’ scores")),
    NUMBER ("unexcused-absences", "R6", PLACEMENT, COUNT, 2, 0, 100, N_ ("Absences before a warning"),
            N_ ("Unexcused absences from meetings; a warning blocks nothing")),
    NUMBER ("alert-first", "R11", DEADLINES, DAYS, 180, 0, 3650, N_ ("First reminder"), N_ ("Before the deadline")),
    NUMBER ("alert-second", "R11", DEADLINES, DAYS, 90, 0, 3650, N_ ("Second reminder"), N_ ("Before the deadline")),
    NUMBER ("alert-last", "R11", DEADLINES, DAYS, 30, 0, 3650, N_ ("Last reminder"), N_ ("Before the deadline")),
};

const CeciRegulationText ceci_regulation_texts[CECI_REGULATION_TEXTS] = {
    {"certificate-title", "R5", CECI_REGULATION_CERTIFICATE, N_ ("Certificate: title"),
     "Certificat d’engagement citoyen", "Certificate in civic engagement"},
    {"certificate-body", "R5", CECI_REGULATION_CERTIFICATE, N_ ("Certificate: what was accomplished"),
     "a accompli avec succès le parcours du Certificat d’engagement citoyen : quatre modules théoriques, un stage de "
     "terrain "
     "d’au moins 150 heures dans un organisme sans but lucratif et un portfolio présenté à un jury de validation.",
     "has successfully completed the Certificate in civic engagement: four theoretical modules, a field placement of "
     "at least "
     "150 hours in a non-profit body, and a portfolio presented to an award panel."},
    {"compensation-notice", "R4", CECI_REGULATION_CERTIFICATE, N_ ("Notice: credits never compensate"),
     "Ce certificat vaut 10 crédits extracurriculaires. Ils s’ajoutent au parcours et ne peuvent jamais compenser un "
     "manque de "
     "crédits.",
     "This certificate is worth 10 extracurricular credits. They come on top of the degree and can never make up for "
     "missing "
     "credits."},
    {"recognition-notice", "R5", CECI_REGULATION_CERTIFICATE, N_ ("Notice: recognition"),
     "Formation reconnue par l’Académie de Recherche et d’Enseignement supérieur (ARES).",
     "A programme recognised by the Académie de Recherche et d’Enseignement supérieur (ARES)."},
    {"insurance-notice", "R26", CECI_REGULATION_PLACEMENT, N_ ("Notice: insurance"),
     "L’inscription au certificat assure l’étudiant·e pendant son stage, comme pour le reste de son cursus.",
     "Enrolment in the certificate insures the student during the placement, as for the rest of the degree."},
    {"reflective-questions", "R34", CECI_REGULATION_PORTFOLIO, N_ ("Questions of the reflective analysis, one a line"),
     "Qu’as-tu fait, et pourquoi de cette manière ?\n"
     "Qu’as-tu appris, dans les modules et sur le terrain ?\n"
     "Qu’as-tu essayé qui n’a pas marché, et qu’en retiens-tu ?\n"
     "Qui d’autre verrait les choses autrement, et pourquoi ?\n"
     "Que feras-tu autrement la prochaine fois ?",
     "What did you do, and why in that way?\n"
     "What did you learn, from the modules and in the field?\n"
     "What did you try that did not work, and what do you take from it?\n"
     "Who would see things otherwise, and why?\n"
     "What will you do differently next time?"},
};

const char *
ceci_regulation_part_get_title (CeciRegulationPart part)
{
  static const char *const titles[CECI_REGULATION_N_PARTS] = {
      NC_ ("regulation", "Intake"),    NC_ ("regulation", "Placement and meetings"),
      NC_ ("regulation", "Portfolio"), NC_ ("regulation", "Deadlines"),
      NC_ ("regulation", "Jury"),      NC_ ("regulation", "Certificate"),
  };

  g_return_val_if_fail (part < CECI_REGULATION_N_PARTS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "regulation", titles[part]);
}

// What one unit on the screen is in the regulation: an hour is 60 minutes, a euro 100 cents.
static gint64
scale_of (CeciRegulationUnit unit)
{
  return unit == CECI_REGULATION_MINUTES ? 60 : unit == CECI_REGULATION_CENTS ? 100 : 1;
}

static char *
format_scaled (gint64 value, gint64 scale)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (value % scale == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value / scale);
  return g_strdup (g_ascii_formatd (text, sizeof text, "%.2f", (double) value / (double) scale));
}

/**
 * ceci_regulation_number_format:
 * @number: one of the regulation's numbers
 * @value: a value of it, in the regulation's own unit
 *
 * Returns: (transfer full): the value as a person says it
 */
char *
ceci_regulation_number_format (const CeciRegulationNumber *number, gint64 value)
{
  g_autofree char *figure = format_scaled (value, scale_of (number->unit));

  switch (number->unit) {
  case CECI_REGULATION_MINUTES:
    return g_strdup_printf (_ ("%s h"), figure);
  case CECI_REGULATION_CENTS:
    return g_strdup_printf (_ ("€%s"), figure);
  case CECI_REGULATION_MONTHS:
    return g_strdup_printf (ngettext ("%s month", "%s months", (gulong) value), figure);
  case CECI_REGULATION_DAYS:
    return g_strdup_printf (ngettext ("%s day", "%s days", (gulong) value), figure);
  case CECI_REGULATION_POINTS:
    return g_strdup_printf (ngettext ("%s point", "%s points", (gulong) value), figure);
  case CECI_REGULATION_COUNT:
  default:
    return g_steal_pointer (&figure);
  }
}

/**
 * ceci_regulation_number_parse:
 * @number: one of the regulation's numbers
 * @text: what a person typed, in hours, euros, months, days or points; a comma or a point before the fraction
 * @value: (out): the value, in the regulation's own unit
 *
 * Returns: whether the text is a number within the limits
 */
gboolean
ceci_regulation_number_parse (const CeciRegulationNumber *number, const char *text, gint64 *value)
{
  g_autofree char *plain = g_strstrip (g_strdelimit (g_strdup (text), ",", '.'));
  char *end = NULL;
  double typed = g_ascii_strtod (plain, &end);
  double scaled = typed * (double) scale_of (number->unit);

  if (end == plain || *end != '\0' || !isfinite (scaled) || fabs (scaled - round (scaled)) > 1e-6 ||
      scaled < (double) number->minimum || scaled > (double) MIN (number->maximum, G_GINT64_CONSTANT (1) << 52))
    return FALSE;
  *value = (gint64) llround (scaled);
  return TRUE;
}
