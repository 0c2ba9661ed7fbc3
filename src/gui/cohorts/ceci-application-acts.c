// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to an application from its page: what is written, and the words of its step.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-application-page-private.h"
#include "core/model/ceci-admission.h"
#include "core/model/ceci-application-repository.h"
#include "core/model/ceci-guidance.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-student-repository.h"

typedef struct {
  CeciApplicationAct act;
  char *id, *text, *other, *author, *day;
  int number;
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;

  g_free (act->id);
  g_free (act->text);
  g_free (act->other);
  g_free (act->author);
  g_free (act->day);
  g_free (act);
}

// What a write returns must need no freeing.
static gpointer
drop (char *id)
{
  g_free (id);
  return NULL;
}

static gpointer
write_act (CeciDatabase *database, gpointer data, GError **error)
{
  const Act *act = data;

  switch (act->act) {
  case CECI_APPLICATION_ACT_CHECK:
    ceci_admission_settle (database, act->id, error);
    return NULL;
  case CECI_APPLICATION_ACT_SET_STATE:
    ceci_application_repository_set_state (database, act->id, (CeciApplicationState) act->number, act->text, error);
    return NULL;
  case CECI_APPLICATION_ACT_VOUCH:
    ceci_admission_vouch (database, act->id, act->text, error);
    return NULL;
  case CECI_APPLICATION_ACT_GUIDE:
    ceci_guidance_start (database, act->id, act->day, error);
    return NULL;
  case CECI_APPLICATION_ACT_STOP_GUIDING:
    ceci_guidance_stop (database, act->id, error);
    return NULL;
  case CECI_APPLICATION_ACT_CONTACT:
    return drop (ceci_guidance_add_contact (database, act->id, act->day, (CeciContactChannel) act->number, act->author,
                                            act->text, error));
  case CECI_APPLICATION_ACT_FORGET_CONTACT:
    ceci_guidance_remove_contact (database, act->other, error);
    return NULL;
  case CECI_APPLICATION_ACT_TAKE_UP:
    ceci_guidance_take_up (database, act->id, act->other, error);
    return NULL;
  case CECI_APPLICATION_ACT_ENROL:
    return drop (ceci_student_repository_enrol (database, act->id, NULL, act->text, error));
  default:
    return NULL;
  }
}

static char *
label_of (CeciApplicationAct act, const char *name, int number)
{
  switch (act) {
  case CECI_APPLICATION_ACT_CHECK:
    // Translators: %s is a name, here and below
    return g_strdup_printf (_ ("Check the application of %s again"), name);
  case CECI_APPLICATION_ACT_SET_STATE:
    // Translators: a state, then a name
    return g_strdup_printf (_ ("Mark “%s”: %s"), ceci_enum_get_label (CECI_TYPE_APPLICATION_STATE, number), name);
  case CECI_APPLICATION_ACT_VOUCH:
    return g_strdup_printf (_ ("Hold the placement of %s for eligible"), name);
  case CECI_APPLICATION_ACT_GUIDE:
    return g_strdup_printf (_ ("Guide %s to a placement"), name);
  case CECI_APPLICATION_ACT_STOP_GUIDING:
    return g_strdup_printf (_ ("End the guidance of %s"), name);
  case CECI_APPLICATION_ACT_CONTACT:
    return g_strdup_printf (_ ("Record a contact with %s"), name);
  case CECI_APPLICATION_ACT_FORGET_CONTACT:
    return g_strdup_printf (_ ("Remove a contact with %s"), name);
  case CECI_APPLICATION_ACT_TAKE_UP:
    return g_strdup_printf (_ ("Take up an offer for %s"), name);
  case CECI_APPLICATION_ACT_ENROL:
  default:
    return ceci_label_enrol (name);
  }
}

void
ceci_application_act (CeciView *view, CeciApplicationAct act, CeciApplication *application, const char *text,
                      const char *other, int number, const char *day)
{
  Act *data = g_new0 (Act, 1);
  g_autofree char *label = label_of (act, ceci_application_get_display_name (application), number);

  data->act = act;
  data->id = g_strdup (ceci_record_get_id (CECI_RECORD (application)));
  data->text = g_strdup (text);
  data->other = g_strdup (other);
  data->author = g_strdup (g_get_real_name ());
  data->number = number;
  data->day = g_strdup (day);
  ceci_view_write (view, label, write_act, data, act_free);
}
