// SPDX-License-Identifier: GPL-3.0-or-later
// The steps that the placement view writes, each named in words.
#include "config.h"

#include "ceci-placement-writes.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-placement-repository.h"

// --- new hours ----------------------------------------------------------------------------

typedef struct {
  char *student_id;
  gint64 minutes;
  char *worked_on;
  char *description; // or NULL
} NewHours;

static void
new_hours_free (gpointer data)
{
  NewHours *entry = data;

  g_free (entry->student_id);
  g_free (entry->worked_on);
  g_free (entry->description);
  g_free (entry);
}

static gpointer
add_hours (CeciDatabase *database, gpointer data, GError **error)
{
  NewHours *entry = data;
  g_autoptr (CeciPlacement) placement =
      ceci_placement_repository_at (database, entry->student_id, entry->worked_on, error);
  g_autoptr (CeciHours) draft = NULL;
  g_autofree char *id = NULL;

  if (placement == NULL)
    return NULL;
  draft = ceci_record_new (CECI_TYPE_HOURS, "placement_id", ceci_record_get_id (CECI_RECORD (placement)), "worked_on",
                           entry->worked_on, "minutes", entry->minutes, "description", entry->description, "state",
                           "accepted", NULL);
  id = ceci_hours_repository_add (database, draft, error);
  return NULL;
}

/**
 * ceci_placement_write_hours:
 * @view: the view that asks
 * @student: whose hours
 * @minutes: how long
 * @worked_on: which day
 * @description: (nullable): what for
 *
 * Records hours on the placement that covers the day. What the office enters is accepted at once.
 */
void
ceci_placement_write_hours (CeciView *view, CeciStudent *student, gint64 minutes, const char *worked_on,
                            const char *description)
{
  g_autofree char *label = ceci_label_hours_add (minutes, ceci_student_get_display_name (student));
  NewHours *entry = g_new0 (NewHours, 1);

  entry->student_id = g_strdup (ceci_record_get_id (CECI_RECORD (student)));
  entry->minutes = minutes;
  entry->worked_on = g_strdup (worked_on);
  entry->description = g_strdup (description);
  ceci_view_write (view, label, add_hours, entry, new_hours_free);
}

// --- the state of hours -------------------------------------------------------------------

typedef struct {
  char *id;
  CeciHoursState state;
  char *reason;
} HoursChange;

static void
hours_change_free (gpointer data)
{
  HoursChange *change = data;

  g_free (change->id);
  g_free (change->reason);
  g_free (change);
}

static gpointer
set_hours_state (CeciDatabase *database, gpointer data, GError **error)
{
  HoursChange *change = data;

  ceci_hours_repository_set_state (database, change->id, change->state, change->reason, error);
  return NULL;
}

static gpointer
remove_hours (CeciDatabase *database, gpointer data, GError **error)
{
  ceci_hours_repository_remove (database, data, error);
  return NULL;
}

void
ceci_placement_write_hours_state (CeciView *view, CeciStudent *student, CeciHours *hours, CeciHoursState state,
                                  const char *reason)
{
  g_autofree char *label = ceci_label_hours_change (ceci_student_get_display_name (student));
  HoursChange *change = g_new0 (HoursChange, 1);

  change->id = g_strdup (ceci_record_get_id (CECI_RECORD (hours)));
  change->state = state;
  change->reason = g_strdup (reason);
  ceci_view_write (view, label, set_hours_state, change, hours_change_free);
}

void
ceci_placement_remove_hours (CeciView *view, CeciStudent *student, CeciHours *hours)
{
  g_autofree char *label =
      ceci_label_hours_remove (ceci_hours_get_minutes (hours), ceci_student_get_display_name (student));

  ceci_view_write (view, label, remove_hours, g_strdup (ceci_record_get_id (CECI_RECORD (hours))), g_free);
}

// --- signatures ---------------------------------------------------------------------------

typedef struct {
  char *placement_id;
  CeciParty party;
  char *signatory;
  char *signed_on;
} NewSignature;

static void
new_signature_free (gpointer data)
{
  NewSignature *signature = data;

  g_free (signature->placement_id);
  g_free (signature->signatory);
  g_free (signature->signed_on);
  g_free (signature);
}

static gpointer
sign (CeciDatabase *database, gpointer data, GError **error)
{
  NewSignature *signature = data;

  ceci_agreement_repository_sign (database, signature->placement_id, signature->party, signature->signatory,
                                  signature->signed_on, error);
  return NULL;
}

void
ceci_placement_write_signature (CeciView *view, CeciStudent *student, CeciPlacement *placement, CeciParty party,
                                const char *signatory, const char *signed_on)
{
  g_autofree char *label = ceci_label_agreement_sign (ceci_enum_get_label (CECI_TYPE_PARTY, (int) party),
                                                      ceci_student_get_display_name (student));
  NewSignature *signature = g_new0 (NewSignature, 1);

  signature->placement_id = g_strdup (ceci_record_get_id (CECI_RECORD (placement)));
  signature->party = party;
  signature->signatory = g_strdup (signatory);
  signature->signed_on = g_strdup (signed_on);
  ceci_view_write (view, label, sign, signature, new_signature_free);
}
