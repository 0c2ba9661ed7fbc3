// SPDX-License-Identifier: GPL-3.0-or-later
// One thing to do, what kind it is, and what settles it.

#include "config.h"

#include "ceci-todo.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _CeciTodo {
  GObject parent_instance;

  CeciTodoKind kind;
  CeciFinding *finding;
  CeciTodoSubject *subject;
  char *row_id;
};

G_DEFINE_FINAL_TYPE (CeciTodo, ceci_todo, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (
    CeciTodoKind, ceci_todo_kind, G_DEFINE_ENUM_VALUE (CECI_TODO_DEADLINE_PASSED, "deadline-passed"),
    G_DEFINE_ENUM_VALUE (CECI_TODO_DEADLINE, "deadline"), G_DEFINE_ENUM_VALUE (CECI_TODO_NOTE, "note"),
    G_DEFINE_ENUM_VALUE (CECI_TODO_AGREEMENT, "agreement"), G_DEFINE_ENUM_VALUE (CECI_TODO_SUPERVISOR, "supervisor"),
    G_DEFINE_ENUM_VALUE (CECI_TODO_ORGANISATION, "organisation"),
    G_DEFINE_ENUM_VALUE (CECI_TODO_PLACEMENT, "placement"), G_DEFINE_ENUM_VALUE (CECI_TODO_HOURS, "hours"),
    G_DEFINE_ENUM_VALUE (CECI_TODO_CLAIMED_HOURS, "claimed-hours"),
    G_DEFINE_ENUM_VALUE (CECI_TODO_DOCUMENTS, "documents"), G_DEFINE_ENUM_VALUE (CECI_TODO_ATTENDANCE, "attendance"),
    G_DEFINE_ENUM_VALUE (CECI_TODO_ABSENCES, "absences"), G_DEFINE_ENUM_VALUE (CECI_TODO_APPLICATIONS, "applications"),
    G_DEFINE_ENUM_VALUE (CECI_TODO_PLACE_FREE, "place-free"), G_DEFINE_ENUM_VALUE (CECI_TODO_LETTER, "letter"),
    G_DEFINE_ENUM_VALUE (CECI_TODO_RETENTION, "retention"), G_DEFINE_ENUM_VALUE (CECI_TODO_OTHER, "other"))

static const struct {
  const char *nick, *title, *action, *letter;
} kinds[CECI_TODO_N_KINDS] = {
    [CECI_TODO_DEADLINE_PASSED] = {"deadline-passed", NC_ ("to do", "Deadlines passed: extend or close"),
                                   NC_ ("to do", "Open"), "deadline-passed"},
    [CECI_TODO_DEADLINE] = {"deadline", NC_ ("to do", "Deadlines near"), NC_ ("to do", "Write…"), "deadline-180"},
    [CECI_TODO_NOTE] = {"note", NC_ ("to do", "Follow-up notes due"), NC_ ("to do", "Done"), NULL},
    [CECI_TODO_AGREEMENT] = {"agreement", NC_ ("to do", "Agreements to sign"), NC_ ("to do", "Record signatures…"),
                             "agreement-unsigned"},
    [CECI_TODO_SUPERVISOR] = {"supervisor", NC_ ("to do", "Supervisors to choose"), NC_ ("to do", "Open"), NULL},
    [CECI_TODO_ORGANISATION] = {"organisation", NC_ ("to do", "Organisations to check"), NC_ ("to do", "Open"), NULL},
    [CECI_TODO_PLACEMENT] = {"placement", NC_ ("to do", "Placements to find or record"), NC_ ("to do", "Open"), NULL},
    [CECI_TODO_HOURS] = {"hours", NC_ ("to do", "Hours to accept"), NC_ ("to do", "Accept"), NULL},
    [CECI_TODO_CLAIMED_HOURS] = {"claimed-hours", NC_ ("to do", "Hours to have confirmed"), NC_ ("to do", "Write…"),
                                 "hours-to-confirm"},
    [CECI_TODO_DOCUMENTS] = {"documents", NC_ ("to do", "Documents to ask for"), NC_ ("to do", "Write…"),
                             "missing-documents"},
    [CECI_TODO_ATTENDANCE] = {"attendance", NC_ ("to do", "Attendance to mark"), NC_ ("to do", "Open"), NULL},
    [CECI_TODO_ABSENCES] = {"absences", NC_ ("to do", "Absences from meetings"), NC_ ("to do", "Write…"),
                            "meeting-absences"},
    [CECI_TODO_APPLICATIONS] = {"applications", NC_ ("to do", "Applications to check"), NC_ ("to do", "Open"), NULL},
    [CECI_TODO_PLACE_FREE] = {"place-free", NC_ ("to do", "Places free while someone waits"), NC_ ("to do", "Open"),
                              NULL},
    [CECI_TODO_LETTER] = {"letter", NC_ ("to do", "Letters prepared and not sent"), NC_ ("to do", "Send…"), NULL},
    [CECI_TODO_RETENTION] = {"retention", NC_ ("to do", "Personal data kept long enough"), NC_ ("to do", "Erase…"),
                             NULL},
    [CECI_TODO_OTHER] = {"other", NC_ ("to do", "To look at"), NC_ ("to do", "Open"), NULL},
};

const char *
ceci_todo_kind_get_nick (CeciTodoKind kind)
{
  return kinds[kind].nick;
}

const char *
ceci_todo_kind_get_title (CeciTodoKind kind)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "to do", kinds[kind].title);
}

const char *
ceci_todo_kind_get_action (CeciTodoKind kind)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "to do", kinds[kind].action);
}

const char *
ceci_todo_kind_get_letter (CeciTodoKind kind)
{
  return kinds[kind].letter;
}

CeciTodoSubject *
ceci_todo_subject_new (const char *student_id, const char *person_id, const char *name, const char *search_key,
                       const char *cohort_id, const char *cohort_name)
{
  CeciTodoSubject *self = g_new0 (CeciTodoSubject, 1);

  g_atomic_ref_count_init (&self->references);
  self->student_id = g_strdup (student_id);
  self->person_id = g_strdup (person_id);
  self->name = g_strdup (name);
  self->search_key = g_strdup (search_key);
  self->cohort_id = g_ref_string_new_intern (cohort_id);
  self->cohort_name = g_ref_string_new_intern (cohort_name);
  return self;
}

CeciTodoSubject *
ceci_todo_subject_ref (CeciTodoSubject *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
ceci_todo_subject_unref (CeciTodoSubject *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->student_id);
  g_free (self->person_id);
  g_free (self->name);
  g_free (self->search_key);
  g_ref_string_release (self->cohort_id);
  g_ref_string_release (self->cohort_name);
  g_free (self);
}

static void
ceci_todo_finalize (GObject *object)
{
  CeciTodo *self = CECI_TO_DO (object);

  g_clear_object (&self->finding);
  g_clear_pointer (&self->subject, ceci_todo_subject_unref);
  g_free (self->row_id);
  G_OBJECT_CLASS (ceci_todo_parent_class)->finalize (object);
}

static void
ceci_todo_class_init (CeciTodoClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ceci_todo_finalize;
}

static void
ceci_todo_init (CeciTodo *self)
{
}

CeciTodo *
ceci_todo_new (CeciTodoKind kind, CeciFinding *finding, CeciTodoSubject *subject, const char *row_id)
{
  CeciTodo *self = g_object_new (CECI_TYPE_TODO, NULL);

  self->kind = kind;
  self->finding = g_object_ref (finding);
  self->subject = ceci_todo_subject_ref (subject);
  self->row_id = g_strdup (row_id);
  return self;
}

/**
 * ceci_todo_kind_of:
 * @finding: what a rule says
 *
 * Returns: what settles it
 */
CeciTodoKind
ceci_todo_kind_of (CeciFinding *finding)
{
  static const struct {
    const char *rule;
    CeciTodoKind kind;
  } of_rule[] = {
      {"R6", CECI_TODO_ABSENCES},    {"R7", CECI_TODO_ORGANISATION},  {"R11", CECI_TODO_DEADLINE},
      {"R13", CECI_TODO_PLACEMENT},  {"R14", CECI_TODO_ORGANISATION}, {"R17", CECI_TODO_SUPERVISOR},
      {"R18", CECI_TODO_SUPERVISOR}, {"R19", CECI_TODO_SUPERVISOR},   {"R20", CECI_TODO_SUPERVISOR},
      {"R21", CECI_TODO_AGREEMENT},  {"R22", CECI_TODO_DOCUMENTS},    {"R34", CECI_TODO_DOCUMENTS},
      {"R35", CECI_TODO_DOCUMENTS},  {"hours", CECI_TODO_HOURS},      {"claimed-hours", CECI_TODO_CLAIMED_HOURS},
  };
  const char *rule = ceci_finding_get_rule (finding);

  if (strcmp (rule, "R11") == 0 && ceci_finding_get_state (finding) == CECI_FINDING_BLOCKED)
    return CECI_TODO_DEADLINE_PASSED;
  for (guint i = 0; i < G_N_ELEMENTS (of_rule); i++)
    if (strcmp (of_rule[i].rule, rule) == 0)
      return of_rule[i].kind;
  return CECI_TODO_OTHER;
}

CeciTodoKind
ceci_todo_get_kind (CeciTodo *self)
{
  return self->kind;
}

CeciFinding *
ceci_todo_get_finding (CeciTodo *self)
{
  return self->finding;
}

const char *
ceci_todo_get_student_id (CeciTodo *self)
{
  return self->subject->student_id;
}

const char *
ceci_todo_get_name (CeciTodo *self)
{
  return self->subject->name;
}

/**
 * ceci_todo_dup_who:
 * @self: a thing to do
 *
 * Returns: (transfer full): whom it is about: a student and their intake, or an intake alone
 */
char *
ceci_todo_dup_who (CeciTodo *self)
{
  return self->subject->student_id == NULL
             ? g_strdup (self->subject->name)
             : g_strdup_printf ("%s · %s", self->subject->name, self->subject->cohort_name);
}

const char *
ceci_todo_get_search_key (CeciTodo *self)
{
  return self->subject->search_key;
}

const char *
ceci_todo_get_cohort_id (CeciTodo *self)
{
  return self->subject->cohort_id;
}

const char *
ceci_todo_get_cohort_name (CeciTodo *self)
{
  return self->subject->cohort_name;
}

const char *
ceci_todo_get_row_id (CeciTodo *self)
{
  return self->row_id;
}

/**
 * ceci_todo_get_letter:
 * @self: a thing to do
 *
 * Of deadlines there are three letters: the alert that was reached is a fact of the finding.
 *
 * Returns: (nullable): the kind of the letter that fits
 */
const char *
ceci_todo_get_letter (CeciTodo *self)
{
  const char *alert = self->kind == CECI_TODO_DEADLINE ? ceci_finding_find_fact (self->finding, "alert") : NULL;

  if (g_strcmp0 (alert, "last") == 0)
    return "deadline-30";
  if (g_strcmp0 (alert, "second") == 0)
    return "deadline-90";
  return self->subject->student_id != NULL ? kinds[self->kind].letter : NULL;
}

gboolean
ceci_todo_can_sleep (CeciTodo *self)
{
  return self->subject->student_id != NULL && self->kind != CECI_TODO_LETTER && self->kind != CECI_TODO_NOTE;
}

int
ceci_todo_compare (CeciTodo *one, CeciTodo *other)
{
  const char *due = ceci_finding_get_due (one->finding), *other_due = ceci_finding_get_due (other->finding);
  const char *since = ceci_finding_get_since (one->finding), *other_since = ceci_finding_get_since (other->finding);
  int order = (int) one->kind - (int) other->kind;

  if (order == 0)
    order = strcmp (due != NULL ? due : "~", other_due != NULL ? other_due : "~");
  if (order == 0)
    order = strcmp (since != NULL ? since : "~", other_since != NULL ? other_since : "~");
  if (order == 0)
    order = strcmp (one->subject->search_key, other->subject->search_key);
  if (order == 0)
    order = g_strcmp0 (one->subject->student_id, other->subject->student_id);
  return order != 0 ? order : strcmp (ceci_finding_get_rule (one->finding), ceci_finding_get_rule (other->finding));
}

/**
 * ceci_todo_to_json:
 * @self: a thing to do
 *
 * Returns: (transfer full): the finding's members, and kind, name, cohort, row, letter
 */
JsonNode *
ceci_todo_to_json (CeciTodo *self)
{
  JsonNode *node = ceci_finding_to_json (self->finding);
  JsonObject *object = json_node_get_object (node);

  json_object_set_string_member (object, "kind", kinds[self->kind].nick);
  json_object_set_string_member (object, "name", self->subject->name);
  json_object_set_string_member (object, "cohort", self->subject->cohort_id);
  json_object_set_string_member (object, "cohort-name", self->subject->cohort_name);
  if (self->row_id != NULL)
    json_object_set_string_member (object, "row", self->row_id);
  if (ceci_todo_get_letter (self) != NULL)
    json_object_set_string_member (object, "letter", ceci_todo_get_letter (self));
  if (self->subject->student_id == NULL)
    json_object_remove_member (object, "student");
  return node;
}
