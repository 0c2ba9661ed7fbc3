// SPDX-License-Identifier: GPL-3.0-or-later
// All that an application's page shows, read at once.
#include "config.h"

#include "ceci-application-sheet.h"
#include "core/model/ceci-admission.h"
#include "core/model/ceci-application-repository.h"
#include "core/model/ceci-guidance.h"
#include "core/model/ceci-letter.h"
#include "core/model/ceci-person-duplicates.h"
#include "core/model/ceci-person-repository.h"
#include "core/model/ceci-student-repository.h"

void
ceci_application_sheet_free (CeciApplicationSheet *self)
{
  g_clear_object (&self->application);
  g_clear_object (&self->person);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_object (&self->others);
  g_clear_object (&self->students);
  g_clear_pointer (&self->duplicates, g_ptr_array_unref);
  g_clear_object (&self->contacts);
  g_clear_object (&self->offers);
  g_clear_object (&self->letters);
  g_free (self);
}

static GListModel *
read_others (CeciDatabase *database, CeciApplication *application, GError **error)
{
  GListModel *all =
      ceci_application_repository_of_person (database, ceci_application_get_person_id (application), error);

  for (guint i = all != NULL ? g_list_model_get_n_items (all) : 0; i-- > 0;) {
    g_autoptr (CeciRecord) each = g_list_model_get_item (all, i);

    if (g_str_equal (ceci_record_get_id (each), ceci_record_get_id (CECI_RECORD (application))))
      g_list_store_remove (G_LIST_STORE (all), i);
  }
  return all;
}

/**
 * ceci_application_sheet_read:
 * @database: a connection
 * @id: an application's
 * @today: decides which offers are valid
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what its page shows
 */
CeciApplicationSheet *
ceci_application_sheet_read (CeciDatabase *database, const char *id, const char *today, GError **error)
{
  g_autoptr (CeciApplicationSheet) self = g_new0 (CeciApplicationSheet, 1);
  const char *person_id;

  self->application = ceci_application_repository_find (database, id, error);
  if (self->application == NULL)
    return NULL;
  person_id = ceci_application_get_person_id (self->application);
  if ((self->person = ceci_person_repository_find (database, person_id, error)) == NULL ||
      (self->findings = ceci_admission_check (database, self->application, error)) == NULL ||
      (self->others = read_others (database, self->application, error)) == NULL ||
      (self->students = ceci_student_repository_of_person (database, person_id, error)) == NULL ||
      (self->duplicates = ceci_person_duplicates_of (database, person_id, error)) == NULL ||
      (self->contacts = ceci_guidance_contacts (database, id, error)) == NULL ||
      (self->offers = ceci_guidance_offers (database, self->application, today, error)) == NULL ||
      (self->letters = G_LIST_MODEL (
           ceci_record_select (CECI_TYPE_LETTER, database, "application_id", id, "prepared_at", error))) == NULL)
    return NULL;
  return g_steal_pointer (&self);
}
