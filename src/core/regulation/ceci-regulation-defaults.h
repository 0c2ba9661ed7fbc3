// SPDX-License-Identifier: GPL-3.0-or-later
// What a regulation is made of: every number and text, what it is called, which requirement it belongs to, its limits and its default.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

// How a number is said and entered.
typedef enum {
  CECI_REGULATION_COUNT,
  CECI_REGULATION_MINUTES, // shown as hours
  CECI_REGULATION_MONTHS,
  CECI_REGULATION_DAYS,
  CECI_REGULATION_CENTS, // shown as euros
  CECI_REGULATION_POINTS,
} CeciRegulationUnit;

// The parts of the regulation's screen, in order.
typedef enum {
  CECI_REGULATION_INTAKE,
  CECI_REGULATION_PLACEMENT,
  CECI_REGULATION_PORTFOLIO,
  CECI_REGULATION_DEADLINES,
  CECI_REGULATION_JURY,
  CECI_REGULATION_CERTIFICATE,
  CECI_REGULATION_N_PARTS
} CeciRegulationPart;

typedef struct {
  const char        *name; // in JSON and for ceci_regulation_get_integer()
  const char        *rule; // the requirement: "R7"
  CeciRegulationPart part;
  CeciRegulationUnit unit;
  const char        *title; // marked for translation, as is note (NULL: none)
  const char        *note;
  gint64             preset, minimum, maximum;
} CeciRegulationNumber;

typedef struct {
  const char        *name;
  const char        *rule;
  CeciRegulationPart part;
  const char        *title;
  const char        *fr, *en; // the default
} CeciRegulationText;

#define CECI_REGULATION_NUMBERS 14
#define CECI_REGULATION_TEXTS 6
extern const CeciRegulationNumber ceci_regulation_numbers[CECI_REGULATION_NUMBERS];
extern const CeciRegulationText   ceci_regulation_texts[CECI_REGULATION_TEXTS];

const char *ceci_regulation_part_get_title (CeciRegulationPart part);                                              // translated
char       *ceci_regulation_number_format  (const CeciRegulationNumber *number, gint64 value) G_GNUC_WARN_UNUSED_RESULT; // «150 h», «24 months», «600 €»
// What a person typed in the number's unit (hours, euros…). FALSE: it is not a number, or outside the limits.
gboolean    ceci_regulation_number_parse   (const CeciRegulationNumber *number, const char *text, gint64 *value);

G_END_DECLS
