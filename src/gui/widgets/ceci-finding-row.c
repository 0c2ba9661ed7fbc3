// SPDX-License-Identifier: GPL-3.0-or-later
// One finding as a row: what is asked, why it stands so, since when and by when.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/store/ceci-date.h"
#include "ceci-finding-row.h"
#include "ceci-state-pill.h"
#include "ceci-state-words.h"

struct _CeciFindingRow {
  AdwActionRow parent_instance;
  GtkLabel *due;
  CeciStatePill *pill;
};

G_DEFINE_FINAL_TYPE (CeciFindingRow, ceci_finding_row, ADW_TYPE_ACTION_ROW)

static void
ceci_finding_row_class_init (CeciFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CECI_TYPE_STATE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/widgets/ceci-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciFindingRow, due);
  gtk_widget_class_bind_template_child (widget_class, CeciFindingRow, pill);
}

static void
ceci_finding_row_init (CeciFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_dates (CeciFindingRow *self, CeciFinding *finding)
{
  const char *since = ceci_finding_get_since (finding);
  const char *due = ceci_finding_get_due (finding);
  g_autofree char *since_text = since != NULL ? ceci_date_format_short (since) : NULL;
  g_autofree char *due_text = due != NULL ? ceci_date_format_short (due) : NULL;
  g_autofree char *text = NULL;

  if (due_text != NULL)
    text = g_strdup_printf (_ ("by %s"), due_text);
  else if (since_text != NULL)
    text = g_strdup_printf (_ ("since %s"), since_text);
  gtk_widget_set_visible (GTK_WIDGET (self->due), text != NULL);
  gtk_label_set_label (self->due, text != NULL ? text : "");
  if (since_text != NULL && due_text != NULL) {
    g_autofree char *both = g_strdup_printf (_ ("Since %s, by %s"), since_text, due_text);
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->due), both);
  }
}

/**
 * ceci_finding_row_new:
 * @finding: what to show
 * @who: (nullable): the student's name, where findings of several stand together; the title is then the name
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
ceci_finding_row_new (CeciFinding *finding, const char *who)
{
  CeciFindingRow *self = g_object_new (CECI_TYPE_FINDING_ROW, NULL);

  // before any text is set: a name may hold what would be read as markup
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), who != NULL ? who : ceci_finding_get_title (finding));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), ceci_finding_get_reason (finding));
  ceci_words_show_finding (self->pill, finding);
  show_dates (self, finding);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->pill), ceci_finding_get_rule (finding));
  return GTK_WIDGET (self);
}
