// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of one folder's owner. How it became known is the proposal's business.
#include "config.h"

#include "ceci-submitter.h"

struct _CeciSubmitter {
  GObject parent_instance;
  char *name;
  char *number;
  CeciSubmitterState state;
  char *doubt;
  GPtrArray *candidates;
  GPtrArray *students;
  guint n_files;
};

G_DEFINE_FINAL_TYPE (CeciSubmitter, ceci_submitter, G_TYPE_OBJECT)

static void
ceci_submitter_finalize (GObject *object)
{
  CeciSubmitter *self = CECI_SUBMITTER (object);

  g_free (self->name);
  g_free (self->number);
  g_free (self->doubt);
  g_ptr_array_unref (self->candidates);
  g_ptr_array_unref (self->students);
  G_OBJECT_CLASS (ceci_submitter_parent_class)->finalize (object);
}

static void
ceci_submitter_class_init (CeciSubmitterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ceci_submitter_finalize;
}

static void
ceci_submitter_init (CeciSubmitter *self)
{
  self->candidates = g_ptr_array_new_with_free_func (g_object_unref);
  self->students = g_ptr_array_new_with_free_func (g_object_unref);
}

CeciSubmitter *
ceci_submitter_new (const char *name, const char *number)
{
  CeciSubmitter *self = g_object_new (CECI_TYPE_SUBMITTER, NULL);

  self->name = g_strdup (name);
  self->number = g_strdup (number);
  return self;
}

void
ceci_submitter_add_file (CeciSubmitter *self)
{
  self->n_files++;
}

static void
fill (GPtrArray *to, GPtrArray *from)
{
  g_ptr_array_set_size (to, 0);
  for (guint i = 0; from != NULL && i < from->len; i++)
    g_ptr_array_add (to, g_object_ref (from->pdata[i]));
}

void
ceci_submitter_know (CeciSubmitter *self, CeciStudent *student)
{
  g_ptr_array_set_size (self->students, 0);
  g_ptr_array_add (self->students, g_object_ref (student));
  self->state = CECI_SUBMITTER_KNOWN;
}

void
ceci_submitter_doubt (CeciSubmitter *self, const char *reason, GPtrArray *candidates)
{
  g_set_str (&self->doubt, reason);
  fill (self->candidates, candidates);
  ceci_submitter_say (self, NULL);
}

void
ceci_submitter_say (CeciSubmitter *self, GPtrArray *students)
{
  fill (self->students, students);
  self->state = students == NULL    ? CECI_SUBMITTER_UNSURE
                : students->len > 0 ? CECI_SUBMITTER_SAID
                                    : CECI_SUBMITTER_LEFT_OUT;
}

const char *
ceci_submitter_get_name (CeciSubmitter *self)
{
  return self->name;
}

const char *
ceci_submitter_get_number (CeciSubmitter *self)
{
  return self->number;
}

CeciSubmitterState
ceci_submitter_get_state (CeciSubmitter *self)
{
  return self->state;
}

const char *
ceci_submitter_get_doubt (CeciSubmitter *self)
{
  return self->doubt;
}

GPtrArray *
ceci_submitter_get_candidates (CeciSubmitter *self)
{
  return self->candidates;
}

GPtrArray *
ceci_submitter_get_students (CeciSubmitter *self)
{
  return self->students;
}

guint
ceci_submitter_get_n_files (CeciSubmitter *self)
{
  return self->n_files;
}
