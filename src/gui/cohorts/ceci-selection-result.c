// SPDX-License-Identifier: GPL-3.0-or-later
// A confirmed selection: what was decided, its composition, the waiting list and the places that are free again.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-composition-list.h"
#include "ceci-gender-row.h"
#include "ceci-selection-result.h"
#include "ceci-selection-writes.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-question.h"

struct _CeciSelectionResult {
  AdwBin parent_instance;
  AdwActionRow *decided;
  AdwActionRow *places;
  CeciGenderRow *gender;
  AdwPreferencesGroup *waiting;
  GtkWidget *close;
  CeciCompositionList *composition;
  GPtrArray *rows;
  CeciCohort *cohort;
  gint64 free_places;
};

G_DEFINE_FINAL_TYPE (CeciSelectionResult, ceci_selection_result, ADW_TYPE_BIN)

static CeciView *
get_view (CeciSelectionResult *self)
{
  return CECI_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (self), CECI_TYPE_VIEW));
}

// --- giving places --------------------------------------------------------------------------------

typedef struct {
  CeciView *view;
  CeciApplication *application;
  CeciCohort *cohort;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_object_unref (asked->view);
  g_clear_object (&asked->application);
  g_clear_object (&asked->cohort);
  g_free (asked);
}

static void
on_reason (const char *const *answers, gpointer user_data)
{
  Asked *asked = user_data;

  ceci_selection_write_place (asked->view, asked->application, answers[0]);
}

// The next one gets a free place without more words; whoever else, or a place more, needs a reason.
static void
on_offer (CeciSelectionResult *self, GtkWidget *button)
{
  CeciApplication *application = g_object_get_data (G_OBJECT (button), "ceci-application");
  gboolean next = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "ceci-next")) != 0;
  const CeciQuestionLine line = {_ ("Reason"), NULL, FALSE};
  CeciView *view = get_view (self);
  Asked *asked;

  if (next && self->free_places > 0) {
    ceci_selection_write_place (view, application, NULL);
    return;
  }
  asked = g_new0 (Asked, 1);
  asked->view = g_object_ref (view);
  asked->application = g_object_ref (application);
  ceci_question_ask (
      GTK_WIDGET (self), self->free_places > 0 ? _ ("Why not the next on the list?") : _ ("Why one place more?"),
      ceci_application_get_display_name (application), _ ("_Give the place"), &line, 1, on_reason, asked, asked_free);
}

static void
on_close_reason (const char *const *answers, gpointer user_data)
{
  Asked *asked = user_data;

  ceci_selection_write_closing (asked->view, asked->cohort, *answers[0] != '\0' ? answers[0] : NULL);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciSelectionResult *self = CECI_SELECTION_RESULT (widget);
  const CeciQuestionLine line = {_ ("Reason"), NULL, FALSE};
  Asked *asked = g_new0 (Asked, 1);
  g_autofree char *body =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person is no longer waiting, and a letter is prepared.",
                                    "%u people are no longer waiting, and letters are prepared.", self->rows->len),
                       self->rows->len);

  asked->view = g_object_ref (get_view (self));
  asked->cohort = g_object_ref (self->cohort);
  ceci_question_ask (widget, _ ("Close the waiting list?"), body, _ ("_Close the list"), &line, 1, on_close_reason,
                     asked, asked_free);
}

// --- showing ------------------------------------------------------------------------------------------

static void
add_waiting (CeciSelectionResult *self, CeciApplication *application, guint position)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (position == 0 && self->free_places > 0 ? _ ("_Offer the place")
                                                                                           : _ ("Give a place…"));
  g_autofree char *title = g_strdup_printf ("%u. %s", position + 1, ceci_application_get_display_name (application));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (ceci_application_get_faculty_name (application) != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), ceci_application_get_faculty_name (application));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, position == 0 && self->free_places > 0 ? "suggested-action" : "flat");
  g_object_set_data_full (G_OBJECT (button), "ceci-application", g_object_ref (application), g_object_unref);
  g_object_set_data (G_OBJECT (button), "ceci-next", GINT_TO_POINTER (position == 0));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_offer), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->waiting, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_waiting (CeciSelectionResult *self, GListModel *waiting)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->waiting, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < g_list_model_get_n_items (waiting); i++) {
    g_autoptr (CeciApplication) application = g_list_model_get_item (waiting, i);

    add_waiting (self, application, i);
  }
  adw_preferences_group_set_description (self->waiting, self->rows->len > 0
                                                            ? _ ("In the order in which one place more would be given.")
                                                            : _ ("Nobody waits."));
  gtk_widget_set_visible (self->close, self->rows->len > 0);
}

static void
show_decision (CeciSelectionResult *self, CeciSelection *selection)
{
  g_autofree char *date = ceci_date_format_long (ceci_selection_get_confirmed_on (selection));
  const char *who = ceci_selection_get_confirmed_by (selection);
  // Translators: a date, then a name
  g_autofree char *title = who != NULL ? g_strdup_printf (_ ("Confirmed on %s by %s"), date, who)
                                       : g_strdup_printf (_ ("Confirmed on %s"), date);
  g_autofree char *distance = ceci_selection_format_distance (
      (gint64) (ceci_selection_get_objective (selection) * CECI_SELECTION_PERSON + 0.5));
  g_autofree char *best = ceci_selection_format_distance (
      (gint64) (ceci_selection_get_proposal_objective (selection) * CECI_SELECTION_PERSON + 0.5));
  g_autofree char *subtitle = g_strdup_printf (_ ("%s from the targets; the best is %s, proved · seed %d"), distance,
                                               best, (int) ceci_selection_get_seed (selection));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->decided), title);
  adw_action_row_set_subtitle (self->decided, subtitle);
}

static void
show_places (CeciSelectionResult *self, gint64 taken)
{
  int n = (int) ceci_cohort_get_places (self->cohort), n_free = (int) MAX (0, self->free_places);
  g_autofree char *title = g_strdup_printf (_ ("%d of %d places are taken"), (int) taken, n);
  g_autofree char *subtitle =
      n_free > 0
          ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d place is free: the next on the list is proposed.",
                                          "%d places are free: the next on the list is proposed.", (gulong) n_free),
                             n_free)
          : g_strdup (_ ("No place is free."));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->places), title);
  adw_action_row_set_subtitle (self->places, subtitle);
}

/**
 * ceci_selection_result_show:
 * @self: the page
 * @desk: the register
 * @pool: a confirmed selection
 * @waiting: (element-type CeciApplication): who waits, the next first
 * @taken: how many places are taken
 * @gender: until when gender is kept
 */
void
ceci_selection_result_show (CeciSelectionResult *self, CeciDesk *desk, CeciSelectionPool *pool, GListModel *waiting,
                            gint64 taken, const CeciGenderTerm *gender)
{
  g_autoptr (CeciSelectionComposition) composition =
      ceci_selection_composition_read (ceci_selection_get_composition (pool->selection), NULL);

  g_set_object (&self->cohort, pool->cohort);
  self->free_places = ceci_cohort_get_places (pool->cohort) - taken;
  show_decision (self, pool->selection);
  show_places (self, taken);
  ceci_gender_row_show (self->gender, desk, pool->cohort, gender);
  show_waiting (self, waiting);
  if (composition != NULL)
    ceci_composition_list_show (self->composition, composition);
}

static void
ceci_selection_result_dispose (GObject *object)
{
  CeciSelectionResult *self = CECI_SELECTION_RESULT (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->cohort);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_SELECTION_RESULT);
  G_OBJECT_CLASS (ceci_selection_result_parent_class)->dispose (object);
}

static void
ceci_selection_result_class_init (CeciSelectionResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_selection_result_dispose;
  g_type_ensure (CECI_TYPE_COMPOSITION_LIST);
  g_type_ensure (CECI_TYPE_GENDER_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/cohorts/ceci-selection-result.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciSelectionResult, decided);
  gtk_widget_class_bind_template_child (widget_class, CeciSelectionResult, places);
  gtk_widget_class_bind_template_child (widget_class, CeciSelectionResult, gender);
  gtk_widget_class_bind_template_child (widget_class, CeciSelectionResult, waiting);
  gtk_widget_class_bind_template_child (widget_class, CeciSelectionResult, close);
  gtk_widget_class_bind_template_child (widget_class, CeciSelectionResult, composition);
  gtk_widget_class_install_action (widget_class, "result.close", NULL, close_action);
}

static void
ceci_selection_result_init (CeciSelectionResult *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}
