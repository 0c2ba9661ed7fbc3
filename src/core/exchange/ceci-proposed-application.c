// SPDX-License-Identifier: GPL-3.0-or-later
// One row of an import's preview. What a form leaves blank never erases what the register knows.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-proposed-application-private.h"
#include "core/store/ceci-date.h"
#include "core/store/ceci-fold.h"

typedef struct {
  const char *name; // the record's field
  const char *title;
} Compared;

static const Compared of_person[] = {
    {"family_name", N_ ("Family name")},
    {"first_name", N_ ("First name")},
    {"usual_first_name", N_ ("Preferred first name")},
    {"matricule", N_ ("Student number")},
    {"email", N_ ("E-mail")},
    {"phone", N_ ("Telephone")},
    {"birth_date", N_ ("Date of birth")},
    {"gender", N_ ("Gender")},
    {"faculty_id", N_ ("Faculty")},
};

static const Compared of_application[] = {
    {"entry_profile", N_ ("Entry profile")},
    {"study_path", N_ ("Studies")},
    {"organisation_name", N_ ("Organisation")},
    {"organisation_kind", N_ ("Kind of organisation")},
    {"legal_form", N_ ("Legal form")},
    {"enterprise_number", N_ ("Enterprise number")},
    {"mission", N_ ("Assignment")},
    {"function", N_ ("Role")},
    {"planned_minutes", N_ ("Planned hours")},
    {"starts_on", N_ ("Placement begins")},
    {"ends_on", N_ ("Placement ends")},
    {"committee_member", N_ ("Committee member")},
    {"supervisor_name", N_ ("Supervisor")},
    {"supervisor_email", N_ ("Supervisor’s e-mail")},
    {"offer_reference", N_ ("TIME offer")},
    {"offer_labelled", N_ ("Labelled offer")},
    {"motivation", N_ ("Motivation")},
    {"consent", N_ ("Consent")},
};

enum {
  PROP_ACTION = 1,
  PROP_LINE,
  PROP_NAME,
  PROP_EMAIL,
  PROP_MATRICULE,
  PROP_ORGANISATION,
  PROP_REASON,
  PROP_CHANGES,
  PROP_INCLUDED,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CeciProposedApplication, ceci_proposed_application, G_TYPE_OBJECT)

static char *
changes_in_words (CeciProposedApplication *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->changes->len; i++) {
    const CeciProposedChange *change = g_ptr_array_index (self->changes, i);
    // Translators: a field, what it was, what it would be
    g_autofree char *line = g_strdup_printf (_ ("%s: %s → %s"), change->title,
                                             change->old_value != NULL ? change->old_value : "—", change->new_value);

    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", line);
  }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

static void
ceci_proposed_application_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CeciProposedApplication *self = CECI_PROPOSED_APPLICATION (object);

  switch (id) {
  case PROP_ACTION:
    g_value_set_enum (value, self->action);
    break;
  case PROP_LINE:
    g_value_set_uint (value, self->line);
    break;
  case PROP_NAME:
    g_value_set_string (value, self->reading.name);
    break;
  case PROP_EMAIL:
    g_value_set_string (value, self->person != NULL ? ceci_person_get_email (self->person) : NULL);
    break;
  case PROP_MATRICULE:
    g_value_set_string (value, self->person != NULL ? ceci_person_get_matricule (self->person) : NULL);
    break;
  case PROP_ORGANISATION:
    g_value_set_string (value,
                        self->application != NULL ? ceci_application_get_organisation_name (self->application) : NULL);
    break;
  case PROP_REASON:
    g_value_set_string (value, self->reason);
    break;
  case PROP_CHANGES:
    g_value_take_string (value, changes_in_words (self));
    break;
  case PROP_INCLUDED:
    g_value_set_boolean (value, self->included);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
ceci_proposed_application_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_INCLUDED)
    ceci_proposed_application_set_included (CECI_PROPOSED_APPLICATION (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ceci_proposed_application_finalize (GObject *object)
{
  CeciProposedApplication *self = CECI_PROPOSED_APPLICATION (object);

  ceci_application_reading_clear (&self->reading);
  g_clear_object (&self->person);
  g_clear_object (&self->application);
  g_clear_object (&self->known_person);
  g_clear_object (&self->known_application);
  g_clear_object (&self->matched);
  g_clear_object (&self->chosen);
  g_free (self->doubt);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_free (self->reason);
  g_free (self->application_id);
  G_OBJECT_CLASS (ceci_proposed_application_parent_class)->finalize (object);
}

static void
ceci_proposed_application_class_init (CeciProposedApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags reads = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ceci_proposed_application_get_property;
  object_class->set_property = ceci_proposed_application_set_property;
  object_class->finalize = ceci_proposed_application_finalize;

  properties[PROP_ACTION] =
      g_param_spec_enum ("action", NULL, NULL, CECI_TYPE_PROPOSAL_ACTION, CECI_PROPOSAL_ADD, reads);
  properties[PROP_LINE] = g_param_spec_uint ("line", NULL, NULL, 0, G_MAXUINT, 0, reads);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, reads);
  properties[PROP_EMAIL] = g_param_spec_string ("email", NULL, NULL, NULL, reads);
  properties[PROP_MATRICULE] = g_param_spec_string ("matricule", NULL, NULL, NULL, reads);
  properties[PROP_ORGANISATION] = g_param_spec_string ("organisation", NULL, NULL, NULL, reads);
  properties[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, NULL, reads);
  properties[PROP_CHANGES] = g_param_spec_string ("changes", NULL, NULL, NULL, reads);
  properties[PROP_INCLUDED] = g_param_spec_boolean (
      "included", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ceci_proposed_application_init (CeciProposedApplication *self)
{
  self->included = TRUE;
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) ceci_proposed_change_free);
  self->candidates = g_ptr_array_new_with_free_func (g_object_unref);
}

CeciProposedApplication *
ceci_proposed_application_new (const CeciApplicationReader *reader, guint row)
{
  CeciProposedApplication *self = g_object_new (CECI_TYPE_PROPOSED_APPLICATION, NULL);

  ceci_application_reading_init (&self->reading, reader, row);
  self->line = ceci_table_get_line (ceci_column_map_get_table (reader->map), row);
  return self;
}

// reason NULL: what was left out of the row, if anything was.
void
ceci_proposed_application_set_action (CeciProposedApplication *self, CeciProposalAction action, const char *reason)
{
  const char *remarks = self->reading.remarks->len > 0 ? self->reading.remarks->str : NULL;

  self->action = action;
  g_free (self->reason);
  if (reason != NULL && remarks != NULL)
    self->reason = g_strdup_printf ("%s %s", reason, remarks);
  else
    self->reason = g_strdup (reason != NULL ? reason : remarks);
  for (guint i = PROP_ACTION; i < PROP_INCLUDED; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

char *
ceci_proposed_application_dup_words (CeciProposedApplication *self)
{
  g_autofree char *changes = changes_in_words (self);
  const char *state = self->application != NULL ? ceci_application_get_state_reason (self->application) : NULL;

  return g_strjoin ("\n", self->reason != NULL ? self->reason : "", self->doubt != NULL ? self->doubt : "",
                    state != NULL ? state : "", changes, NULL);
}

static gboolean
is_unset (const GValue *value)
{
  if (G_VALUE_HOLDS_STRING (value))
    return g_value_get_string (value) == NULL;
  if (G_VALUE_HOLDS_INT64 (value))
    return g_value_get_int64 (value) == CECI_UNSET;
  if (G_VALUE_HOLDS_ENUM (value))
    return g_value_get_enum (value) < 0;
  return FALSE;
}

static gboolean
is_same (const char *field, const GValue *a, const GValue *b)
{
  if (G_VALUE_HOLDS_STRING (a)) {
    // a name in capitals is the same name
    if (g_str_has_suffix (field, "_name")) {
      g_autofree char *first = ceci_fold (g_value_get_string (a)), *second = ceci_fold (g_value_get_string (b));

      return g_str_equal (first, second);
    }
    if (g_str_has_suffix (field, "email") && g_value_get_string (a) != NULL && g_value_get_string (b) != NULL)
      return g_ascii_strcasecmp (g_value_get_string (a), g_value_get_string (b)) == 0;
    return g_strcmp0 (g_value_get_string (a), g_value_get_string (b)) == 0;
  }
  if (G_VALUE_HOLDS_INT64 (a))
    return g_value_get_int64 (a) == g_value_get_int64 (b);
  if (G_VALUE_HOLDS_ENUM (a))
    return g_value_get_enum (a) == g_value_get_enum (b);
  return g_value_get_boolean (a) == g_value_get_boolean (b);
}

static char *
in_words (const char *field, const GValue *value)
{
  if (is_unset (value))
    return NULL;
  if (G_VALUE_HOLDS_BOOLEAN (value))
    return g_strdup (g_value_get_boolean (value) ? _ ("yes") : _ ("no"));
  if (G_VALUE_HOLDS_INT64 (value))
    return ceci_duration_format (g_value_get_int64 (value));
  if (G_VALUE_HOLDS_ENUM (value))
    return g_strdup (ceci_enum_get_label (G_VALUE_TYPE (value), g_value_get_enum (value)));
  if (g_str_has_suffix (field, "_on") || g_str_equal (field, "birth_date"))
    return ceci_date_format_short (g_value_get_string (value));
  return g_value_dup_string (value);
}

static gpointer
with_value (gpointer record, const char *field, const GValue *value)
{
  if (G_VALUE_HOLDS_STRING (value))
    return ceci_record_with (record, field, g_value_get_string (value), NULL);
  if (G_VALUE_HOLDS_INT64 (value))
    return ceci_record_with (record, field, g_value_get_int64 (value), NULL);
  if (G_VALUE_HOLDS_ENUM (value))
    return ceci_record_with (record, field, ceci_enum_get_nick (G_VALUE_TYPE (value), g_value_get_enum (value)), NULL);
  return ceci_record_with (record, field, (int) g_value_get_boolean (value), NULL);
}

static gboolean
was_asked (CeciProposedApplication *self, const char *field)
{
  if (g_str_equal (field, "committee_member"))
    return self->reading.has_committee_member;
  if (g_str_equal (field, "offer_labelled"))
    return self->reading.has_offer_labelled;
  if (g_str_equal (field, "consent"))
    return self->reading.has_consent;
  return TRUE;
}

// known with every answer of draft that differs; each is listed. (transfer full)
static gpointer
merge (CeciProposedApplication *self, gpointer known, gpointer draft, const Compared *compared, guint n_compared)
{
  gpointer merged = g_object_ref (known);

  for (guint i = 0; i < n_compared; i++) {
    g_auto (GValue) old_value = G_VALUE_INIT, new_value = G_VALUE_INIT;
    g_autofree char *property = g_strdelimit (g_strdup (compared[i].name), "_", '-');
    CeciProposedChange *change;
    gpointer next;

    g_object_get_property (draft, property, &new_value);
    g_object_get_property (known, property, &old_value);
    if (is_unset (&new_value) || !was_asked (self, compared[i].name) ||
        is_same (compared[i].name, &old_value, &new_value))
      continue;
    change = g_new0 (CeciProposedChange, 1);
    change->field = compared[i].name;
    change->title = _ (compared[i].title);
    change->old_value = in_words (compared[i].name, &old_value);
    change->new_value = in_words (compared[i].name, &new_value);
    if (g_str_equal (compared[i].name, "faculty_id")) { // an id says nothing to a person
      g_set_str (&change->old_value, ceci_person_get_faculty_code (CECI_PERSON (known)));
      g_set_str (&change->new_value, self->reading.faculty);
    }
    g_ptr_array_add (self->changes, change);
    next = with_value (merged, compared[i].name, &new_value);
    g_object_unref (merged);
    merged = next;
  }
  return merged;
}

void
ceci_proposed_application_compare (CeciProposedApplication *self, CeciPerson *person, CeciApplication *application)
{
  g_ptr_array_set_size (self->changes, 0);
  g_set_object (&self->known_person, person);
  g_set_object (&self->known_application, application);
  g_clear_object (&self->person);
  g_clear_object (&self->application);
  g_clear_pointer (&self->application_id, g_free);

  self->person = person != NULL ? merge (self, person, self->reading.person, of_person, G_N_ELEMENTS (of_person))
                                : g_object_ref (self->reading.person);
  self->person_changes = self->changes->len > 0;
  if (application != NULL) {
    self->application =
        merge (self, application, self->reading.application, of_application, G_N_ELEMENTS (of_application));
    self->application_id = g_strdup (ceci_record_get_id (CECI_RECORD (application)));
  } else {
    self->application = g_object_ref (self->reading.application);
  }
}

CeciProposalAction
ceci_proposed_application_get_action (CeciProposedApplication *self)
{
  return self->action;
}

guint
ceci_proposed_application_get_line (CeciProposedApplication *self)
{
  return self->line;
}

const char *
ceci_proposed_application_get_name (CeciProposedApplication *self)
{
  return self->reading.name;
}

const char *
ceci_proposed_application_get_reason (CeciProposedApplication *self)
{
  return self->reason;
}

CeciPerson *
ceci_proposed_application_get_person (CeciProposedApplication *self)
{
  return self->person;
}

CeciApplication *
ceci_proposed_application_get_application (CeciProposedApplication *self)
{
  return self->application;
}

CeciPerson *
ceci_proposed_application_get_known_person (CeciProposedApplication *self)
{
  return self->known_person;
}

const char *
ceci_proposed_application_get_application_id (CeciProposedApplication *self)
{
  return self->application_id;
}

GPtrArray *
ceci_proposed_application_get_changes (CeciProposedApplication *self)
{
  return self->changes;
}

GPtrArray *
ceci_proposed_application_get_candidates (CeciProposedApplication *self)
{
  return self->candidates;
}

const char *
ceci_proposed_application_get_doubt (CeciProposedApplication *self)
{
  return self->doubt;
}

guint
ceci_proposed_application_get_namesake_line (CeciProposedApplication *self)
{
  return self->namesake != NULL ? self->namesake->line : 0;
}

gboolean
ceci_proposed_application_is_said (CeciProposedApplication *self, CeciPerson **person, gboolean *joined)
{
  if (person != NULL)
    *person = self->chosen;
  if (joined != NULL)
    *joined = self->choice == CECI_PROPOSAL_CHOICE_NAMESAKE;
  return self->choice != CECI_PROPOSAL_CHOICE_NONE;
}

gboolean
ceci_proposed_application_get_included (CeciProposedApplication *self)
{
  return self->included;
}

void
ceci_proposed_application_set_included (CeciProposedApplication *self, gboolean included)
{
  g_return_if_fail (CECI_IS_PROPOSED_APPLICATION (self));

  if (self->included == included)
    return;
  self->included = included;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INCLUDED]);
}
