// SPDX-License-Identifier: GPL-3.0-or-later
// The last place of a few words in bytes that may hold anything; private to paperwork/.
#pragma once

#include <glib.h>
#include <string.h>

// Where the last match of needle begins, -1 if there is none.
static inline gssize
ceci_find_last (const guint8 *data, gsize size, const char *needle)
{
  gsize length = strlen (needle);

  if (size < length)
    return -1;
  for (gsize i = size - length + 1; i-- > 0;)
    if (memcmp (data + i, needle, length) == 0)
      return (gssize) i;
  return -1;
}
