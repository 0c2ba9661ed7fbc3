// SPDX-License-Identifier: GPL-3.0-or-later
// The steps that the placement view and its dialogs write, each named in words.
#include "config.h"

#include "ceci-placement-writes.h"
#include "core/model/ceci-document-repository.h"
#include "core/model/ceci-follow-up-repository.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-placement-repository.h"

static const char *
name_of (CeciStudent *student)
{
  return ceci_student_get_display_name (student);
}

// --- placements ---------------------------------------------------------------------------

typedef struct {
  CeciPlacementTask task;
  CeciPlacementDraft *draft;
  char *placement_id, *closed_on, *closed_reason, *amend_reason, *amend_changes, *today;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  ceci_placement_draft_free (saving->draft);
  g_free (saving->placement_id);
  g_free (saving->closed_on);
  g_free (saving->closed_reason);
  g_free (saving->amend_reason);
  g_free (saving->amend_changes);
  g_free (saving->today);
  g_free (saving);
}

static gpointer
save (CeciDatabase *database, gpointer data, GError **error)
{
  Saving *saving = data;
  g_autofree char *id = NULL;
  g_autofree char *amendment = NULL;

  switch (saving->task) {
  case CECI_PLACEMENT_CLOSE:
    ceci_placement_repository_close (database, saving->placement_id, saving->closed_on, saving->closed_reason, error);
    return NULL;
  case CECI_PLACEMENT_CHANGE:
    id = ceci_placement_change_make (database, saving->placement_id, saving->closed_on, saving->closed_reason,
                                     saving->draft, saving->today, error);
    return NULL;
  case CECI_PLACEMENT_ADD:
  case CECI_PLACEMENT_EDIT:
  default:
    id = ceci_placement_draft_store (saving->draft, database, error);
    if (id != NULL && saving->amend_reason != NULL)
      amendment = ceci_agreement_repository_amend (database, id, saving->today, saving->amend_reason,
                                                   saving->amend_changes, error);
    return NULL;
  }
}

static char *
label_of (CeciPlacementTask task, CeciStudent *student)
{
  switch (task) {
  case CECI_PLACEMENT_CLOSE:
    return ceci_label_placement_close (name_of (student));
  case CECI_PLACEMENT_CHANGE:
    return ceci_label_placement_change (name_of (student));
  case CECI_PLACEMENT_EDIT:
    return ceci_label_placement_edit (name_of (student));
  case CECI_PLACEMENT_ADD:
  default:
    return ceci_label_placement_add (name_of (student));
  }
}

void
ceci_placement_save (CeciDesk *desk, CeciStudent *student, const CeciPlacementSaving *saving)
{
  g_autofree char *label = label_of (saving->task, student);
  Saving *step = g_new0 (Saving, 1);

  step->task = saving->task;
  step->draft = saving->draft;
  step->placement_id = g_strdup (saving->placement_id);
  step->closed_on = g_strdup (saving->closed_on);
  step->closed_reason = g_strdup (saving->closed_reason);
  step->amend_reason = g_strdup (saving->amend_reason);
  step->amend_changes = g_strdup (saving->amend_changes);
  step->today = g_strdup (ceci_desk_get_today (desk));
  ceci_desk_write (desk, label, save, step, saving_free);
}

// --- hours --------------------------------------------------------------------------------

typedef struct {
  char *student_id, *hours_id;
  gint64 minutes;
  char *worked_on, *description;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->student_id);
  g_free (entry->hours_id);
  g_free (entry->worked_on);
  g_free (entry->description);
  g_free (entry);
}

static gpointer
write_entry (CeciDatabase *database, gpointer data, GError **error)
{
  Entry *entry = data;
  g_autoptr (CeciPlacement) placement =
      ceci_placement_repository_at (database, entry->student_id, entry->worked_on, error);
  g_autoptr (CeciHours) standing = NULL;
  g_autoptr (CeciHours) draft = NULL;
  g_autofree char *id = NULL;

  if (placement == NULL)
    return NULL;
  if (entry->hours_id == NULL) {
    draft = ceci_record_new (CECI_TYPE_HOURS, "placement_id", ceci_record_get_id (CECI_RECORD (placement)), "worked_on",
                             entry->worked_on, "minutes", entry->minutes, "description", entry->description, "state",
                             "accepted", NULL);
    id = ceci_hours_repository_add (database, draft, error);
    return NULL;
  }
  standing = ceci_record_find (CECI_TYPE_HOURS, database, entry->hours_id, error);
  if (standing == NULL)
    return NULL;
  draft = ceci_record_with (standing, "placement_id", ceci_record_get_id (CECI_RECORD (placement)), "worked_on",
                            entry->worked_on, "minutes", entry->minutes, "description", entry->description, NULL);
  ceci_hours_repository_change (database, draft, error);
  return NULL;
}

void
ceci_placement_write_hours (CeciDesk *desk, CeciStudent *student, const char *hours_id, const CeciHoursReading *reading)
{
  g_autofree char *label = hours_id != NULL ? ceci_label_hours_change (name_of (student))
                                            : ceci_label_hours_add (reading->minutes, name_of (student));
  Entry *entry = g_new0 (Entry, 1);

  entry->student_id = g_strdup (ceci_record_get_id (CECI_RECORD (student)));
  entry->hours_id = g_strdup (hours_id);
  entry->minutes = reading->minutes;
  entry->worked_on = g_strdup (reading->worked_on);
  entry->description = g_strdup (reading->description);
  ceci_desk_write (desk, label, write_entry, entry, entry_free);
}

typedef struct {
  GStrv ids;
  CeciHoursState state;
  char *reason, *confirmed_by, *confirmed_on;
} States;

static void
states_free (gpointer data)
{
  States *states = data;

  g_strfreev (states->ids);
  g_free (states->reason);
  g_free (states->confirmed_by);
  g_free (states->confirmed_on);
  g_free (states);
}

static gpointer
write_states (CeciDatabase *database, gpointer data, GError **error)
{
  States *states = data;

  ceci_hours_repository_set_states (database, (const char *const *) states->ids, states->state, states->reason,
                                    states->confirmed_by, states->confirmed_on, error);
  return NULL;
}

void
ceci_placement_write_states (CeciDesk *desk, CeciStudent *student, GStrv ids, CeciHoursState state, const char *reason,
                             const char *confirmed_by, const char *confirmed_on)
{
  g_autofree char *label = ceci_label_hours_states (
      g_strv_length (ids), ceci_enum_get_label (CECI_TYPE_HOURS_STATE, (int) state), name_of (student));
  States *states = g_new0 (States, 1);

  states->ids = g_strdupv (ids);
  states->state = state;
  states->reason = g_strdup (reason);
  states->confirmed_by = g_strdup (confirmed_by);
  states->confirmed_on = g_strdup (confirmed_on);
  ceci_desk_write (desk, label, write_states, states, states_free);
}

static gpointer
remove_entries (CeciDatabase *database, gpointer ids, GError **error)
{
  ceci_hours_repository_remove_all (database, ids, error);
  return NULL;
}

void
ceci_placement_remove_hours (CeciDesk *desk, CeciStudent *student, GStrv ids, gint64 minutes)
{
  g_autofree char *label = ceci_label_hours_remove (minutes, name_of (student));

  ceci_desk_write (desk, label, remove_entries, g_strdupv (ids), (GDestroyNotify) g_strfreev);
}

// --- agreements ---------------------------------------------------------------------------

typedef struct {
  char *placement_id, *agreement_id, *today;
  CeciParty party;
  char *signatory, *signed_on; // of a signature
  char *reason, *changes;      // of an amendment
  CeciDocument *document;      // of a scan
  CeciDocumentVersion *version;
  GBytes *bytes;
} Paper;

static void
paper_free (gpointer data)
{
  Paper *paper = data;

  g_free (paper->placement_id);
  g_free (paper->agreement_id);
  g_free (paper->today);
  g_free (paper->signatory);
  g_free (paper->signed_on);
  g_free (paper->reason);
  g_free (paper->changes);
  g_clear_object (&paper->document);
  g_clear_object (&paper->version);
  g_clear_pointer (&paper->bytes, g_bytes_unref);
  g_free (paper);
}

static Paper *
paper_new (CeciDesk *desk, const char *placement_id, const char *agreement_id)
{
  Paper *paper = g_new0 (Paper, 1);

  paper->placement_id = g_strdup (placement_id);
  paper->agreement_id = g_strdup (agreement_id);
  paper->today = g_strdup (ceci_desk_get_today (desk));
  return paper;
}

static gpointer
sign (CeciDatabase *database, gpointer data, GError **error)
{
  Paper *paper = data;

  if (!ceci_agreement_check_signing (NULL, paper->signed_on, paper->today, NULL, error))
    return NULL;
  if (paper->agreement_id != NULL)
    ceci_agreement_repository_sign_paper (database, paper->agreement_id, paper->party, paper->signatory,
                                          paper->signed_on, error);
  else
    ceci_agreement_repository_sign (database, paper->placement_id, paper->party, paper->signatory, paper->signed_on,
                                    error);
  return NULL;
}

void
ceci_placement_write_signature (CeciDesk *desk, CeciStudent *student, const char *placement_id,
                                const char *agreement_id, CeciParty party, const char *signatory, const char *signed_on)
{
  g_autofree char *label =
      ceci_label_agreement_sign (ceci_enum_get_label (CECI_TYPE_PARTY, (int) party), name_of (student));
  Paper *paper = paper_new (desk, placement_id, agreement_id);

  paper->party = party;
  paper->signatory = g_strdup (signatory);
  paper->signed_on = g_strdup (signed_on);
  ceci_desk_write (desk, label, sign, paper, paper_free);
}

static gpointer
draw (CeciDatabase *database, gpointer data, GError **error)
{
  Paper *paper = data;
  g_autofree char *id = paper->reason != NULL
                            ? ceci_agreement_repository_amend (database, paper->placement_id, paper->today,
                                                               paper->reason, paper->changes, error)
                            : ceci_agreement_repository_draw (database, paper->placement_id, paper->today, NULL, error);

  return NULL;
}

void
ceci_placement_draw_agreement (CeciDesk *desk, CeciStudent *student, const char *placement_id, const char *reason,
                               const char *changes)
{
  g_autofree char *label =
      reason != NULL ? ceci_label_amendment (name_of (student)) : ceci_label_agreement_draw (name_of (student));
  Paper *paper = paper_new (desk, placement_id, NULL);

  paper->reason = g_strdup (reason);
  paper->changes = g_strdup (changes);
  ceci_desk_write (desk, label, draw, paper, paper_free);
}

static gpointer
attach (CeciDatabase *database, gpointer data, GError **error)
{
  Paper *paper = data;
  g_autofree char *id =
      ceci_document_repository_add (database, paper->document, paper->version, paper->bytes, NULL, error);

  if (id != NULL)
    ceci_agreement_repository_attach (database, paper->agreement_id, id, error);
  return NULL;
}

void
ceci_placement_attach_scan (CeciDesk *desk, CeciStudent *student, const char *placement_id, const char *agreement_id,
                            CeciDocument *draft, CeciDocumentVersion *version, GBytes *bytes)
{
  g_autofree char *label = ceci_label_agreement_attach (name_of (student));
  Paper *paper = paper_new (desk, placement_id, agreement_id);

  paper->document = g_object_ref (draft);
  paper->version = g_object_ref (version);
  paper->bytes = g_bytes_ref (bytes);
  ceci_desk_write (desk, label, attach, paper, paper_free);
}

// --- the follow-up grid --------------------------------------------------------------------

typedef struct {
  CeciFollowUpGrid *grid;
  GListModel *ratings;
} Transcription;

static void
transcription_free (gpointer data)
{
  Transcription *transcription = data;

  g_object_unref (transcription->grid);
  g_object_unref (transcription->ratings);
  g_free (transcription);
}

static gpointer
write_grid (CeciDatabase *database, gpointer data, GError **error)
{
  Transcription *it = data;
  g_autofree char *id = NULL;

  if (ceci_record_get_id (CECI_RECORD (it->grid)) != NULL)
    ceci_follow_up_repository_change_grid (database, it->grid, it->ratings, error);
  else
    id = ceci_follow_up_repository_add_grid (database, it->grid, it->ratings, error);
  return NULL;
}

void
ceci_placement_write_grid (CeciDesk *desk, CeciStudent *student, CeciFollowUpGrid *grid, GListModel *ratings)
{
  g_autofree char *label = ceci_label_grid (name_of (student));
  Transcription *transcription = g_new0 (Transcription, 1);

  transcription->grid = g_object_ref (grid);
  transcription->ratings = g_object_ref (ratings);
  ceci_desk_write (desk, label, write_grid, transcription, transcription_free);
}
