// SPDX-License-Identifier: GPL-3.0-or-later
// One file on its way into the register. Its bytes lie in the spool of its CeciArrivals.
#include "config.h"

#include "ceci-arrival-private.h"

#include <string.h>

#include "core/model/ceci-document-repository.h"

G_DEFINE_FINAL_TYPE (CeciArrival, ceci_arrival, G_TYPE_OBJECT)

static void
ceci_arrival_finalize (GObject *object)
{
  CeciArrival *self = CECI_ARRIVAL (object);

  ceci_submission_name_clear (&self->name);
  g_free (self->path);
  g_free (self->file_name);
  g_free (self->source);
  g_free (self->modified_at);
  g_free (self->sha256);
  g_free (self->refusal);
  g_free (self->detail);
  g_free (self->made_on);
  G_OBJECT_CLASS (ceci_arrival_parent_class)->finalize (object);
}

static void
ceci_arrival_class_init (CeciArrivalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ceci_arrival_finalize;
}

static void
ceci_arrival_init (CeciArrival *self)
{
}

CeciArrival *
ceci_arrival_new (const char *path, const char *origin, gboolean named)
{
  CeciArrival *self = g_object_new (CECI_TYPE_ARRIVAL, NULL);

  self->path = g_strdup (path);
  ceci_submission_name_parse (path, &self->name);
  if (!named) {
    g_clear_pointer (&self->name.owner, g_free);
    g_clear_pointer (&self->name.number, g_free);
    g_set_str (&self->name.inside, path);
    self->name.online_text = FALSE;
  }
  self->file_name = g_path_get_basename (self->name.inside);
  self->source = g_strjoin (origin != NULL ? ": " : "", origin != NULL ? origin : "", path, NULL);
  return self;
}

void
ceci_arrival_refuse (CeciArrival *self, const char *reason)
{
  g_set_str (&self->refusal, reason);
}

const char *
ceci_arrival_get_media_type (CeciArrival *self)
{
  static const guint8 png[] = {0x89, 'P', 'N', 'G'}, jpeg[] = {0xff, 0xd8, 0xff};

  if (memcmp (self->head, "%PDF", 4) == 0)
    return "application/pdf";
  if (memcmp (self->head, png, sizeof png) == 0)
    return "image/png";
  if (memcmp (self->head, jpeg, sizeof jpeg) == 0)
    return "image/jpeg";
  return ceci_media_type_of_file_name (self->file_name);
}

gboolean
ceci_arrival_is_for_renderer (CeciArrival *self)
{
  const char *type = ceci_arrival_get_media_type (self);

  return g_str_equal (type, "application/pdf") || g_str_has_prefix (type, "image/");
}

const char *
ceci_arrival_get_path (CeciArrival *self)
{
  return self->path;
}

const char *
ceci_arrival_get_inside (CeciArrival *self)
{
  return self->name.inside;
}

const char *
ceci_arrival_get_file_name (CeciArrival *self)
{
  return self->file_name;
}

const char *
ceci_arrival_get_source (CeciArrival *self)
{
  return self->source;
}

const char *
ceci_arrival_get_owner (CeciArrival *self)
{
  return self->name.owner;
}

const char *
ceci_arrival_get_number (CeciArrival *self)
{
  return self->name.number;
}

gboolean
ceci_arrival_is_blind (CeciArrival *self)
{
  return self->name.blind;
}

gboolean
ceci_arrival_is_online_text (CeciArrival *self)
{
  return self->name.online_text;
}

const char *
ceci_arrival_get_modified_at (CeciArrival *self)
{
  return self->modified_at;
}

guint64
ceci_arrival_get_size (CeciArrival *self)
{
  return self->size;
}

const char *
ceci_arrival_get_sha256 (CeciArrival *self)
{
  return self->sha256;
}

const char *
ceci_arrival_get_refusal (CeciArrival *self)
{
  return self->refusal;
}

gboolean
ceci_arrival_is_inspected (CeciArrival *self)
{
  return self->inspected;
}

CeciHealth
ceci_arrival_get_health (CeciArrival *self)
{
  return self->health;
}

guint
ceci_arrival_get_n_pages (CeciArrival *self)
{
  return self->n_pages;
}

const char *
ceci_arrival_get_detail (CeciArrival *self)
{
  return self->detail;
}

const char *
ceci_arrival_get_made_on (CeciArrival *self)
{
  return self->made_on;
}
