// SPDX-License-Identifier: GPL-3.0-or-later
// A dialog with entries of several kinds, each checked before it is accepted: what a contact, an offer, a subsidy is
// asked with.
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CECI_ENTRY_DIALOG_MOST 10

/**
 * CeciEntryKind:
 * @CECI_ENTRY_TEXT: any text
 * @CECI_ENTRY_DATE: a date; its value is YYYY-MM-DD
 * @CECI_ENTRY_HOURS: a duration; its value is minutes
 * @CECI_ENTRY_MONEY: an amount in euros; its value is cents
 * @CECI_ENTRY_NUMBER: a whole number that is not negative
 * @CECI_ENTRY_CHOICE: one of an enumeration of the model; its value is the column's word
 * @CECI_ENTRY_SWITCH: yes or no; its value is "1" or "0"
 */
typedef enum {
  CECI_ENTRY_TEXT,
  CECI_ENTRY_DATE,
  CECI_ENTRY_HOURS,
  CECI_ENTRY_MONEY,
  CECI_ENTRY_NUMBER,
  CECI_ENTRY_CHOICE,
  CECI_ENTRY_SWITCH,
} CeciEntryKind;

typedef struct {
  const char *title;
  CeciEntryKind kind;
  gboolean optional;
  const char *value;                         // what stands there at first, as the kind's value; NULL: nothing
  GType choice;                              // of CECI_ENTRY_CHOICE
  char *(*normalise) (const char *text);     // of CECI_ENTRY_TEXT: NULL refuses it
  const char *complaint;                     // and this says why
} CeciEntry;

/**
 * CeciEntriesFunc:
 * @values: one for each entry, in its kind's writing; %NULL where nothing was entered
 * @user_data: as given
 */
typedef void (*CeciEntriesFunc) (const char *const *values, gpointer user_data);

AdwDialog *ceci_entry_dialog_ask (GtkWidget *parent, const char *title, const char *accept, const char *today,
                                  const CeciEntry *entries, guint n_entries, CeciEntriesFunc answered,
                                  gpointer user_data, GDestroyNotify user_data_destroy);
// A button at its end that does something else than accept, and closes: @act gets no values.
void ceci_entry_dialog_add_act (AdwDialog *dialog, const char *label, CeciEntriesFunc act);

G_END_DECLS
