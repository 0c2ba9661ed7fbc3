// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of what differs and of whose findings change.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-regulation-preview.h"
#include "core/regulation/ceci-finding-change.h"
#include "widgets/ceci-state-words.h"

#define ROWS_SHOWN 200

struct _CeciRegulationPreview {
  AdwNavigationPage parent_instance;
  GtkWidget *adopt;
  AdwEntryRow *reason;
  AdwPreferencesGroup *differences;
  AdwPreferencesGroup *findings;
  GPtrArray *rows; // of both groups
};

G_DEFINE_FINAL_TYPE (CeciRegulationPreview, ceci_regulation_preview, ADW_TYPE_NAVIGATION_PAGE)

enum { ADOPT, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
has_reason (CeciRegulationPreview *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (ceci_regulation_preview_get_reason (self)));

  return *reason != '\0';
}

static void
on_reason_changed (CeciRegulationPreview *self)
{
  gtk_widget_set_sensitive (self->adopt, has_reason (self));
}

static void
on_adopt (CeciRegulationPreview *self)
{
  if (has_reason (self))
    g_signal_emit (self, signals[ADOPT], 0);
}

static GtkWidget *
add_row (CeciRegulationPreview *self, AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
show_differences (CeciRegulationPreview *self, GPtrArray *differences, gboolean grid_changes)
{
  for (guint i = 0; i < differences->len; i++) {
    CeciRegulationDifference *difference = differences->pdata[i];
    gboolean is_long = strlen (difference->before) + strlen (difference->after) > 60;
    // Translators: a value before and after
    g_autofree char *both =
        g_strdup_printf (is_long ? _ ("%s\n→ %s") : _ ("%s → %s"), difference->before, difference->after);

    add_row (self, self->differences, difference->title, both);
  }
  if (grid_changes)
    add_row (self, self->differences, _ ("The jury’s grid"),
             _ ("A new version, for the sessions created from now on. Those that exist keep theirs."));
}

static void
add_pill (GtkWidget *row, CeciFinding *finding)
{
  GtkWidget *pill;

  if (finding == NULL)
    return;
  pill = ceci_state_pill_new ();
  ceci_words_show_finding (CECI_STATE_PILL (pill), finding);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
}

static void
add_change (CeciRegulationPreview *self, CeciFindingChange *change)
{
  CeciFinding *before = ceci_finding_change_get_before (change), *after = ceci_finding_change_get_after (change);
  // Translators: a requirement, and what is said of it
  g_autofree char *subtitle = g_strdup_printf (_ ("%s: %s"), ceci_finding_get_title (after != NULL ? after : before),
                                               ceci_finding_get_reason (after != NULL ? after : before));
  GtkWidget *row = add_row (self, self->findings, ceci_finding_change_get_person_name (change), subtitle);

  if (!ceci_finding_change_is_of_state (change))
    return;
  add_pill (row, before);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new ("→"));
  add_pill (row, after);
}

static guint
count_students (GPtrArray *changes, gboolean of_state)
{
  g_autoptr (GHashTable) students = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < changes->len; i++)
    if (!of_state || ceci_finding_change_is_of_state (changes->pdata[i]))
      g_hash_table_add (students, (gpointer) ceci_finding_change_get_student_id (changes->pdata[i]));
  return g_hash_table_size (students);
}

static char *
describe (GPtrArray *changes)
{
  guint n_all = count_students (changes, FALSE), n_state = count_students (changes, TRUE);
  g_autofree char *all = NULL, *state = NULL;

  if (n_all == 0)
    return g_strdup (_ ("No student’s findings would change."));
  all = g_strdup_printf (ngettext ("The findings of %u student change.", "The findings of %u students change.", n_all),
                         n_all);
  state = g_strdup_printf (ngettext ("For %u student, the state of a requirement changes.",
                                     "For %u students, the state of a requirement changes.", n_state),
                           n_state);
  return g_strdup_printf ("%s %s", all, state);
}

static void
ceci_regulation_preview_dispose (GObject *object)
{
  g_clear_pointer (&CECI_REGULATION_PREVIEW (object)->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_REGULATION_PREVIEW);
  G_OBJECT_CLASS (ceci_regulation_preview_parent_class)->dispose (object);
}

static void
ceci_regulation_preview_class_init (CeciRegulationPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_regulation_preview_dispose;
  signals[ADOPT] =
      g_signal_new ("adopt", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/regulation/ceci-regulation-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciRegulationPreview, adopt);
  gtk_widget_class_bind_template_child (widget_class, CeciRegulationPreview, reason);
  gtk_widget_class_bind_template_child (widget_class, CeciRegulationPreview, differences);
  gtk_widget_class_bind_template_child (widget_class, CeciRegulationPreview, findings);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_adopt);
}

static void
ceci_regulation_preview_init (CeciRegulationPreview *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ceci_regulation_preview_show (CeciRegulationPreview *self, GPtrArray *differences, gboolean grid_changes,
                              GPtrArray *changes)
{
  g_autofree char *description = describe (changes);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (
        ADW_PREFERENCES_GROUP (gtk_widget_get_ancestor (self->rows->pdata[i], ADW_TYPE_PREFERENCES_GROUP)),
        self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  show_differences (self, differences, grid_changes);
  adw_preferences_group_set_description (self->findings, description);
  for (guint i = 0; i < MIN (changes->len, ROWS_SHOWN); i++)
    add_change (self, changes->pdata[i]);
  if (changes->len > ROWS_SHOWN) {
    g_autofree char *more = g_strdup_printf (ngettext ("… and %u more", "… and %u more", changes->len - ROWS_SHOWN),
                                             changes->len - ROWS_SHOWN);

    add_row (self, self->findings, more, NULL);
  }
}

const char *
ceci_regulation_preview_get_reason (CeciRegulationPreview *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->reason));
}
