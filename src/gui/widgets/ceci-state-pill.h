// SPDX-License-Identifier: GPL-3.0-or-later
// A state as an icon and a word on a tint, the same everywhere.
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CeciTone:
 * @CECI_TONE_NEUTRAL: nothing to say of it
 * @CECI_TONE_ACCENT: under way
 * @CECI_TONE_SUCCESS: done, fulfilled
 * @CECI_TONE_WARNING: someone should act
 * @CECI_TONE_ERROR: refused, barred
 */
typedef enum { CECI_TONE_NEUTRAL, CECI_TONE_ACCENT, CECI_TONE_SUCCESS, CECI_TONE_WARNING, CECI_TONE_ERROR } CeciTone;

const char *ceci_tone_get_class (CeciTone tone);

#define CECI_TYPE_STATE_PILL (ceci_state_pill_get_type ())
G_DECLARE_FINAL_TYPE (CeciStatePill, ceci_state_pill, CECI, STATE_PILL, GtkWidget)

GtkWidget *ceci_state_pill_new (void);
void ceci_state_pill_set_state (CeciStatePill *self, CeciTone tone, const char *icon_name, const char *label);

G_END_DECLS
