// SPDX-License-Identifier: GPL-3.0-or-later
// A student's portfolio: its documents, what is missing, the pages of one. What is done to a document stands in
// ceci-portfolio-actions.c, what a new file needs in ceci-document-dialog.c.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-document-row.h"
#include "ceci-portfolio-private.h"
#include "core/model/ceci-document-repository.h"
#include "viewer/ceci-document-pane.h"
#include "widgets/ceci-empty-page.h"
#include "widgets/ceci-figure-bar.h"
#include "widgets/ceci-finding-row.h"

G_DEFINE_FINAL_TYPE (CeciPortfolioView, ceci_portfolio_view, CECI_TYPE_VIEW)

// --- the pages of one document --------------------------------------------------------------

static gpointer
read_bytes (CeciDatabase *database, gpointer sha256, GError **error)
{
  return ceci_database_get_blob (database, sha256, error);
}

static void
on_bytes_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciPortfolioView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ceci_register_read_finish (CECI_REGISTER (source), result, &error);
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || desk == NULL)
    return;
  g_clear_object (&self->reading);
  if (error != NULL) {
    ceci_desk_report (desk, _ ("The document could not be read"), error);
    return;
  }
  ceci_document_pane_set_document (CECI_DOCUMENT_PANE (self->pane), bytes);
  gtk_stack_set_visible_child_name (self->pages, "document");
}

static void
stop_reading (CeciPortfolioView *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
read_pages (CeciPortfolioView *self, CeciDocument *document, const char *sha256)
{
  stop_reading (self);
  self->reading = g_cancellable_new ();
  g_set_str (&self->chosen, ceci_record_get_id (CECI_RECORD (document)));
  g_set_str (&self->bytes_shown, sha256);
  adw_navigation_page_set_title (self->page, ceci_document_get_title (document));
  ceci_register_read_async (ceci_desk_get_register (ceci_view_get_desk (CECI_VIEW (self))), read_bytes,
                            g_strdup (sha256), g_free, (GDestroyNotify) g_bytes_unref, self->reading, on_bytes_read,
                            g_object_ref (self));
}

static void
read_newest (CeciPortfolioView *self, CeciDocument *document)
{
  const char *detail = ceci_document_get_health_detail (document);

  self->earlier = FALSE;
  adw_banner_set_title (self->health, detail != NULL ? detail : "");
  adw_banner_set_button_label (self->health, NULL);
  adw_banner_set_revealed (self->health, detail != NULL && ceci_document_get_health (document) != CECI_HEALTH_FINE);
  read_pages (self, document, ceci_document_get_sha256 (document));
}

static void
show_document (CeciPortfolioView *self, CeciDocument *document)
{
  read_newest (self, document);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

/**
 * ceci_portfolio_show_version:
 * @self: the portfolio
 * @document: one of its documents
 * @version: one of its versions
 *
 * Shows the pages of @version; above those of an earlier one stands that it was replaced.
 */
void
ceci_portfolio_show_version (CeciPortfolioView *self, CeciDocument *document, CeciDocumentVersion *version)
{
  g_autofree char *title = NULL;

  if (ceci_document_version_get_number (version) == ceci_document_get_versions (document)) {
    show_document (self, document);
    return;
  }
  // Translators: the numbers of two versions of a document
  title = g_strdup_printf (_ ("This is version %d; version %d replaced it."),
                           (int) ceci_document_version_get_number (version),
                           (int) ceci_document_version_get_number (version) + 1);
  self->earlier = TRUE;
  adw_banner_set_title (self->health, title);
  adw_banner_set_button_label (self->health, _ ("_Newest version"));
  adw_banner_set_revealed (self->health, TRUE);
  read_pages (self, document, ceci_document_version_get_sha256 (version));
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
on_newest (CeciPortfolioView *self)
{
  CeciDocument *document =
      self->shown != NULL && self->chosen != NULL ? ceci_portfolio_sheet_find (self->shown, self->chosen) : NULL;

  if (document != NULL)
    show_document (self, document);
}

// Pages of what was replaced meanwhile, or put back by Undo, are not left standing.
static void
follow_newest (CeciPortfolioView *self)
{
  CeciDocument *document = self->chosen != NULL ? ceci_portfolio_sheet_find (self->shown, self->chosen) : NULL;
  gboolean same = document != NULL && g_strcmp0 (self->bytes_shown, ceci_document_get_sha256 (document)) == 0;

  if (self->chosen == NULL || (document != NULL && same != self->earlier))
    return;
  if (document != NULL) {
    read_newest (self, document);
    return;
  }
  stop_reading (self);
  g_clear_pointer (&self->chosen, g_free);
  adw_banner_set_revealed (self->health, FALSE);
  gtk_stack_set_visible_child_name (self->pages, "none");
}

static void
on_back (CeciPortfolioView *self)
{
  adw_navigation_split_view_set_show_content (self->split, FALSE);
}

static void
on_row_activated (CeciPortfolioView *self, GtkWidget *row)
{
  show_document (self, g_object_get_data (G_OBJECT (row), "document"));
}

// --- the list -------------------------------------------------------------------------------

static void
add_row (CeciPortfolioView *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->groups, group);
}

static void
clear_rows (CeciPortfolioView *self)
{
  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    adw_preferences_group_remove (self->groups->pdata[i], self->rows->pdata[i]);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->rows = g_ptr_array_new ();
  self->groups = g_ptr_array_new ();
}

static AdwPreferencesGroup *
group_of (CeciPortfolioView *self, CeciDocument *document)
{
  if (ceci_document_get_removed_on (document) != NULL)
    return self->removed;
  return ceci_document_get_kind (document) == CECI_DOCUMENT_KIND_PRODUCTION ? self->productions : self->others;
}

// R34: what the regulation asks, to read beside the analysis.
static GtkWidget *
questions_row (const char *questions)
{
  GtkWidget *row = adw_expander_row_new ();
  g_auto (GStrv) lines = g_strsplit (questions, "\n", -1);
  guint number = 0;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Questions of the reflective analysis"));
  for (guint i = 0; lines[i] != NULL; i++) {
    GtkWidget *line = adw_action_row_new ();
    g_autofree char *text = g_strdup_printf ("%u. %s", ++number, lines[i]);

    adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), text);
    adw_action_row_set_title_lines (ADW_ACTION_ROW (line), 0);
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), line);
  }
  return row;
}

// R33 to R35: what the dossier has and lacks, in the words of the findings.
static void
show_missing (CeciPortfolioView *self)
{
  for (guint i = 0; i < self->shown->findings->len; i++)
    add_row (self, self->missing, ceci_finding_row_new (self->shown->findings->pdata[i], NULL));
  if (self->shown->questions != NULL && *self->shown->questions != '\0')
    add_row (self, self->missing, questions_row (self->shown->questions));
}

static gboolean
has_rows (CeciPortfolioView *self, AdwPreferencesGroup *group)
{
  for (guint i = 0; i < self->groups->len; i++)
    if (self->groups->pdata[i] == group)
      return TRUE;
  return FALSE;
}

static void
ceci_portfolio_view_show (CeciView *view, gpointer result)
{
  CeciPortfolioView *self = CECI_PORTFOLIO_VIEW (view);
  gboolean editable = !ceci_desk_is_read_only (ceci_view_get_desk (view));
  AdwPreferencesGroup *groups[] = {self->missing, self->productions, self->others, self->removed};
  g_autofree char *figures = NULL;

  g_clear_pointer (&self->shown, ceci_portfolio_sheet_unref);
  self->shown = ceci_portfolio_sheet_ref (result);
  clear_rows (self);
  follow_newest (self);
  show_missing (self);
  for (guint i = 0; i < self->shown->documents->len; i++) {
    CeciCountedDocument *counted = self->shown->documents->pdata[i];
    GtkWidget *row = ceci_document_row_new (counted, editable);

    g_object_set_data_full (G_OBJECT (row), "document", g_object_ref (counted->document), g_object_unref);
    g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
    add_row (self, group_of (self, counted->document), row);
  }
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    gtk_widget_set_visible (GTK_WIDGET (groups[i]), groups[i] == self->productions || has_rows (self, groups[i]));
  figures = g_strdup_printf ("%u/%u", ceci_student_summary_get_productions (self->shown->summary),
                             ceci_student_summary_get_required_productions (self->shown->summary));
  ceci_figure_bar_set_figures (self->count, ceci_student_summary_get_productions (self->shown->summary),
                               ceci_student_summary_get_required_productions (self->shown->summary), figures);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "portfolio.add", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "portfolio.paste", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "portfolio.write", editable && self->shown->lacking);
}

static gpointer
ceci_portfolio_view_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  return ceci_portfolio_sheet_read (database, subject, today, error);
}

static void
ceci_portfolio_view_dispose (GObject *object)
{
  CeciPortfolioView *self = CECI_PORTFOLIO_VIEW (object);

  stop_reading (self);
  g_clear_pointer (&self->shown, ceci_portfolio_sheet_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_free);
  g_clear_pointer (&self->bytes_shown, g_free);
  ceci_view_dispose_template (CECI_VIEW (object), CECI_TYPE_PORTFOLIO_VIEW);
  G_OBJECT_CLASS (ceci_portfolio_view_parent_class)->dispose (object);
}

static void
ceci_portfolio_view_class_init (CeciPortfolioViewClass *klass)
{
  static const char *const tables[] = {"document", "document_version", "placement", "student", "extension",
                                       "dossier",  "jury_session",     "cohort",    NULL};
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CeciViewClass *view_class = CECI_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_portfolio_view_dispose;
  view_class->tables = tables;
  view_class->read = ceci_portfolio_view_read;
  view_class->free_result = (GDestroyNotify) ceci_portfolio_sheet_unref;
  view_class->show = ceci_portfolio_view_show;

  g_type_ensure (CECI_TYPE_EMPTY_PAGE);
  g_type_ensure (CECI_TYPE_FIGURE_BAR);
  g_type_ensure (CECI_TYPE_DOCUMENT_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/portfolio/ceci-portfolio-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciPortfolioView, split);
  gtk_widget_class_bind_template_child (widget_class, CeciPortfolioView, page);
  gtk_widget_class_bind_template_child (widget_class, CeciPortfolioView, missing);
  gtk_widget_class_bind_template_child (widget_class, CeciPortfolioView, productions);
  gtk_widget_class_bind_template_child (widget_class, CeciPortfolioView, others);
  gtk_widget_class_bind_template_child (widget_class, CeciPortfolioView, removed);
  gtk_widget_class_bind_template_child (widget_class, CeciPortfolioView, count);
  gtk_widget_class_bind_template_child (widget_class, CeciPortfolioView, health);
  gtk_widget_class_bind_template_child (widget_class, CeciPortfolioView, pages);
  gtk_widget_class_bind_template_child (widget_class, CeciPortfolioView, pane);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_newest);
  ceci_portfolio_install_actions (widget_class);
  ceci_portfolio_install_filing (widget_class);
}

static void
ceci_portfolio_view_init (CeciPortfolioView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ceci_portfolio_take_drops (self);
}
