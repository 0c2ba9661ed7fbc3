// SPDX-License-Identifier: GPL-3.0-or-later
// A row made once and shown for one file after another, as the list scrolls.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-deposit-row.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-state-words.h"

struct _CeciDepositRow {
  GtkBox parent_instance;
  GtkWidget *taken;
  GtkLabel *title;
  GtkLabel *subtitle;
  CeciStatePill *health;
  CeciStatePill *action;
  CeciProposedDocument *proposed;
};

G_DEFINE_FINAL_TYPE (CeciDepositRow, ceci_deposit_row, GTK_TYPE_BOX)

static guint included_changed_signal;

const char *
ceci_deposit_action_label (CeciProposalAction action)
{
  static const char *const labels[] = {
      [CECI_PROPOSAL_ADD] = N_ ("New document"),    [CECI_PROPOSAL_CHANGE] = N_ ("New version"),
      [CECI_PROPOSAL_UNCHANGED] = N_ ("Unchanged"), [CECI_PROPOSAL_REFUSED] = N_ ("Refused"),
      [CECI_PROPOSAL_UNSURE] = N_ ("Unsure"),       [CECI_PROPOSAL_DRAFT] = N_ ("Left out"),
  };

  return _ (labels[action]);
}

static CeciTone
tone_of (CeciProposalAction action)
{
  switch (action) {
  case CECI_PROPOSAL_ADD:
  case CECI_PROPOSAL_CHANGE:
    return CECI_TONE_ACCENT;
  case CECI_PROPOSAL_REFUSED:
    return CECI_TONE_ERROR;
  case CECI_PROPOSAL_UNSURE:
    return CECI_TONE_WARNING;
  case CECI_PROPOSAL_UNCHANGED:
  case CECI_PROPOSAL_DRAFT:
  default:
    return CECI_TONE_NEUTRAL;
  }
}

static void
add (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

// «Output: minutes · 12 Mar 2026 · 3 pages», and on the next line why, or what to know.
static char *
describe (CeciProposedDocument *row)
{
  CeciArrival *arrival = ceci_proposed_document_get_arrival (row);
  CeciDocumentKind kind = ceci_proposed_document_get_kind (row);
  CeciProposalAction action = ceci_proposed_document_get_action (row);
  const char *why = ceci_proposed_document_get_reason (row);
  guint n_pages = ceci_arrival_get_n_pages (arrival);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *date = ceci_proposed_document_get_dated_on (row) != NULL
                              ? ceci_date_format_short (ceci_proposed_document_get_dated_on (row))
                              : NULL;

  if (action == CECI_PROPOSAL_ADD || action == CECI_PROPOSAL_CHANGE) {
    add (text,
         kind == CECI_DOCUMENT_KIND_PRODUCTION
             ? ceci_enum_get_label (CECI_TYPE_PRODUCTION_TYPE, (int) ceci_proposed_document_get_production_type (row))
             : ceci_enum_get_label (CECI_TYPE_DOCUMENT_KIND, (int) kind));
    add (text, date != NULL || kind != CECI_DOCUMENT_KIND_PRODUCTION ? date : _ ("no date"));
  }
  if (n_pages > 0) {
    g_autofree char *pages = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u page", "%u pages", n_pages), n_pages);

    add (text, pages);
  }
  add (text, ceci_arrival_get_inside (arrival));
  if (why == NULL)
    why = ceci_arrival_get_detail (arrival);
  if (why != NULL)
    g_string_append_printf (text, "\n%s", why);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
title_of (CeciProposedDocument *row)
{
  CeciStudent *student = ceci_proposed_document_get_student (row);
  CeciSubmitter *submitter = ceci_proposed_document_get_submitter (row);
  const char *title = ceci_proposed_document_get_title (row);
  const char *name = student != NULL ? ceci_student_get_display_name (student) : NULL;

  if (submitter == NULL)
    return g_strdup (title);
  if (name == NULL)
    name = ceci_submitter_get_name (submitter);
  // Translators: a student’s name, the title of a document
  return g_strdup_printf (_ ("%s: %s"), name != NULL ? name : "?", title);
}

char *
ceci_deposit_row_dup_description (CeciProposedDocument *proposed)
{
  g_autofree char *title = title_of (proposed);
  g_autofree char *description = describe (proposed);

  return g_strjoin (", ", title, ceci_deposit_action_label (ceci_proposed_document_get_action (proposed)), description,
                    NULL);
}

static void
show (CeciDepositRow *self)
{
  CeciArrival *arrival = ceci_proposed_document_get_arrival (self->proposed);
  CeciProposalAction action = ceci_proposed_document_get_action (self->proposed);
  CeciHealth health = ceci_arrival_get_health (arrival);
  gboolean writable = action == CECI_PROPOSAL_ADD || action == CECI_PROPOSAL_CHANGE;
  g_autofree char *title = title_of (self->proposed);
  g_autofree char *subtitle = describe (self->proposed);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->taken),
                               writable && ceci_proposed_document_get_included (self->proposed));
  gtk_widget_set_sensitive (self->taken, writable);
  gtk_widget_set_visible (GTK_WIDGET (self->health), ceci_arrival_is_inspected (arrival) && health != CECI_HEALTH_FINE);
  ceci_words_show_state (self->health, CECI_TYPE_HEALTH, (int) health);
  ceci_state_pill_set_state (self->action, tone_of (action), NULL, ceci_deposit_action_label (action));
}

static void
on_toggled (CeciDepositRow *self)
{
  CeciProposalAction action =
      self->proposed != NULL ? ceci_proposed_document_get_action (self->proposed) : CECI_PROPOSAL_REFUSED;

  if (action != CECI_PROPOSAL_ADD && action != CECI_PROPOSAL_CHANGE)
    return;
  ceci_proposed_document_set_included (self->proposed, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->taken)));
  g_signal_emit (self, included_changed_signal, 0);
}

void
ceci_deposit_row_set_proposed (CeciDepositRow *self, CeciProposedDocument *proposed)
{
  if (self->proposed != NULL)
    g_signal_handlers_disconnect_by_func (self->proposed, show, self);
  g_clear_object (&self->proposed);
  if (proposed == NULL)
    return;
  self->proposed = g_object_ref (proposed);
  g_signal_connect_object (proposed, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}

static void
ceci_deposit_row_dispose (GObject *object)
{
  ceci_deposit_row_set_proposed (CECI_DEPOSIT_ROW (object), NULL);
  G_OBJECT_CLASS (ceci_deposit_row_parent_class)->dispose (object);
}

static void
ceci_deposit_row_class_init (CeciDepositRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ceci_deposit_row_dispose;
  /**
   * CeciDepositRow::included-changed:
   * @self: a row
   *
   * Somebody said whether the file is taken.
   */
  included_changed_signal = g_signal_new ("included-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static GtkLabel *
make_label (GtkBox *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL) {
    gtk_widget_add_css_class (label, css_class);
    gtk_widget_add_css_class (label, "caption");
  }
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
ceci_deposit_row_init (CeciDepositRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *pills = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), 6);
  self->taken = gtk_check_button_new ();
  gtk_widget_set_valign (self->taken, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->taken, _ ("Take this file"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->taken), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Take this file"),
                                  -1);
  g_signal_connect_object (self->taken, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->taken);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  self->title = make_label (GTK_BOX (words), NULL);
  self->subtitle = make_label (GTK_BOX (words), "dimmed");
  gtk_box_append (GTK_BOX (self), words);
  self->action = CECI_STATE_PILL (ceci_state_pill_new ());
  self->health = CECI_STATE_PILL (ceci_state_pill_new ());
  gtk_widget_set_halign (GTK_WIDGET (self->action), GTK_ALIGN_END);
  gtk_widget_set_halign (GTK_WIDGET (self->health), GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (pills), GTK_WIDGET (self->action));
  gtk_box_append (GTK_BOX (pills), GTK_WIDGET (self->health));
  gtk_widget_set_valign (pills, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self), pills);
}

GtkWidget *
ceci_deposit_row_new (void)
{
  return g_object_new (CECI_TYPE_DEPOSIT_ROW, NULL);
}
