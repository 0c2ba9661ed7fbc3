// SPDX-License-Identifier: GPL-3.0-or-later
// One thread that hashes; one piece at a time is its.
#include "config.h"

#include "ceci-file-digest.h"

#include <sodium.h>

struct _CeciFileDigest {
  crypto_hash_sha256_state state;
  GThread *thread;
  GMutex lock;
  GCond changed;
  const void *piece; // NULL: nothing to do
  gsize size;
  gboolean ending;
};

static gpointer
hash (gpointer data)
{
  CeciFileDigest *self = data;

  g_mutex_lock (&self->lock);
  while (!self->ending || self->piece != NULL) {
    if (self->piece == NULL) {
      g_cond_wait (&self->changed, &self->lock);
      continue;
    }
    g_mutex_unlock (&self->lock);
    crypto_hash_sha256_update (&self->state, self->piece, self->size);
    g_mutex_lock (&self->lock);
    self->piece = NULL;
    g_cond_broadcast (&self->changed);
  }
  g_mutex_unlock (&self->lock);
  return NULL;
}

static void
give (CeciFileDigest *self, const void *piece, gsize size, gboolean ending)
{
  g_mutex_lock (&self->lock);
  while (self->piece != NULL)
    g_cond_wait (&self->changed, &self->lock);
  self->piece = piece;
  self->size = size;
  self->ending = ending;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
}

CeciFileDigest *
ceci_file_digest_new (void)
{
  CeciFileDigest *self = g_new0 (CeciFileDigest, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  self->thread = g_thread_new ("ceci-digest", hash, self);
  return self;
}

void
ceci_file_digest_free (CeciFileDigest *self)
{
  give (self, NULL, 0, TRUE);
  g_thread_join (self->thread);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
  g_free (self);
}

void
ceci_file_digest_begin (CeciFileDigest *self)
{
  give (self, NULL, 0, FALSE);
  crypto_hash_sha256_init (&self->state);
}

void
ceci_file_digest_add (CeciFileDigest *self, const void *piece, gsize size)
{
  if (size > 0)
    give (self, piece, size, FALSE);
}

char *
ceci_file_digest_end (CeciFileDigest *self)
{
  guint8 digest[crypto_hash_sha256_BYTES];
  char text[2 * sizeof digest + 1];

  give (self, NULL, 0, FALSE);
  crypto_hash_sha256_final (&self->state, digest);
  return g_strdup (sodium_bin2hex (text, sizeof text, digest, sizeof digest));
}

void
ceci_file_digest_abandon (CeciFileDigest *self)
{
  give (self, NULL, 0, FALSE);
}
