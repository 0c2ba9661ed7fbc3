// SPDX-License-Identifier: GPL-3.0-or-later
// Where instants, identifiers and random bytes come from. Safe from any thread.
#include "ceci-entropy.h"

#include <sodium.h>
#include <string.h>

struct _CeciEntropy {
  gatomicrefcount references;
  GMutex mutex;
  gboolean seeded;
  guint8 key[crypto_stream_chacha20_ietf_KEYBYTES];
  guint32 blocks;     // how many times the stream was drawn from
  gint64 now;         // milliseconds since 1970, when seeded
  gint64 last_moment; // of the last identifier, with its counter: identifiers only grow
  guint last_counter;
};

G_DEFINE_BOXED_TYPE (CeciEntropy, ceci_entropy, ceci_entropy_ref, ceci_entropy_unref)

static gint64
milliseconds_of (const char *instant)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *whole =
      strchr (instant, 'T') != NULL ? g_strdup (instant) : g_strconcat (instant, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (whole, utc);

  g_return_val_if_fail (time != NULL, 0);
  return g_date_time_to_unix (time) * 1000 + g_date_time_get_microsecond (time) / 1000;
}

static gint64
current (CeciEntropy *self)
{
  return self->seeded ? self->now : g_get_real_time () / 1000;
}

// Called with the mutex held.
static void
draw (CeciEntropy *self, guint8 *bytes, gsize length)
{
  guint8 nonce[crypto_stream_chacha20_ietf_NONCEBYTES] = {0};

  if (!self->seeded) {
    randombytes_buf (bytes, length);
    return;
  }
  memcpy (nonce, &(guint32) {GUINT32_TO_LE (self->blocks)}, sizeof (guint32));
  self->blocks++;
  crypto_stream_chacha20_ietf (bytes, length, nonce, self->key);
}

static CeciEntropy *
ceci_entropy_new (void)
{
  CeciEntropy *self = g_new0 (CeciEntropy, 1);

  if (sodium_init () < 0)
    g_error ("libsodium could not be initialised");
  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->mutex);
  return self;
}

/**
 * ceci_entropy_new_system:
 *
 * Returns: (transfer full): the system's clock and random bytes
 */
CeciEntropy *
ceci_entropy_new_system (void)
{
  return ceci_entropy_new ();
}

/**
 * ceci_entropy_new_seeded:
 * @seed: any number; the same gives the same bytes in the same order
 * @start_instant: the UTC instant (or date) at which its clock stands until ceci_entropy_set_now()
 *
 * Returns: (transfer full): a clock that stands still and a stream of bytes that follows from @seed
 */
CeciEntropy *
ceci_entropy_new_seeded (guint64 seed, const char *start_instant)
{
  CeciEntropy *self = ceci_entropy_new ();
  guint64 number = GUINT64_TO_LE (seed);

  self->seeded = TRUE;
  self->now = milliseconds_of (start_instant);
  crypto_generichash (self->key, sizeof self->key, (const guint8 *) &number, sizeof number, NULL, 0);
  return self;
}

CeciEntropy *
ceci_entropy_ref (CeciEntropy *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
ceci_entropy_unref (CeciEntropy *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_mutex_clear (&self->mutex);
  g_free (self);
}

gboolean
ceci_entropy_is_seeded (CeciEntropy *self)
{
  return self->seeded;
}

/**
 * ceci_entropy_set_now:
 * @self: a seeded source
 * @instant: the UTC instant (or date) at which its clock stands from now on
 */
void
ceci_entropy_set_now (CeciEntropy *self, const char *instant)
{
  g_return_if_fail (self->seeded);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  self->now = milliseconds_of (instant);
}

/**
 * ceci_entropy_new_id:
 * @self: the source
 *
 * A UUID of version 7 (RFC 9562): 48 bits of milliseconds, 12 bits of a counter that starts at random in its lower half
 * in every new millisecond, 62 random bits. Those of one source only grow, even when the clock is set back.
 *
 * Returns: (transfer full): the identifier as text
 */
char *
ceci_entropy_new_id (CeciEntropy *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  gint64 moment = current (self);
  guint8 bytes[10];

  draw (self, bytes, sizeof bytes);
  if (moment > self->last_moment) {
    self->last_moment = moment;
    self->last_counter = (bytes[8] << 8 | bytes[9]) & 0x7ff;
  } else if (++self->last_counter > 0xfff) {
    self->last_moment++;
    self->last_counter = 0;
  }
  moment = self->last_moment;
  return g_strdup_printf ("%08x-%04x-7%03x-%02x%02x-%02x%02x%02x%02x%02x%02x", (guint) (moment >> 16),
                          (guint) (moment & 0xffff), self->last_counter, (bytes[0] & 0x3f) | 0x80, bytes[1], bytes[2],
                          bytes[3], bytes[4], bytes[5], bytes[6], bytes[7]);
}

/**
 * ceci_entropy_dup_now:
 * @self: the source
 *
 * Returns: (transfer full): the present UTC instant, as `2026-03-12T09:14:00.000Z`
 */
char *
ceci_entropy_dup_now (CeciEntropy *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  gint64 moment = current (self);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (moment / 1000);
  g_autofree char *seconds = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S");

  return g_strdup_printf ("%s.%03dZ", seconds, (int) (moment % 1000));
}

/**
 * ceci_entropy_fill:
 * @self: the source
 * @bytes: (array length=length): where random bytes go
 * @length: how many
 */
void
ceci_entropy_fill (CeciEntropy *self, guint8 *bytes, gsize length)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  draw (self, bytes, length);
}
