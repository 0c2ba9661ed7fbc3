// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an archive of submissions: every name is safe, every size is counted, every file is read to its end.
#include "fuzz.h"
#include <string.h>
#include "core/exchange/ceci-archive-reader.h"
#include "core/exchange/ceci-submission-name.h"

static void
read_file (CeciArchiveReader *reader, const CeciArchiveLimits *limits)
{
  char piece[4096];
  guint64 total = 0;
  gssize n;

  while ((n = ceci_archive_reader_read (reader, piece, sizeof piece, NULL)) > 0)
    total += (guint64) n;
  g_assert_cmpuint (total, <=, limits->max_file + sizeof piece);
}

static void
check_name (const char *path)
{
  g_auto (CeciSubmissionName) name = {0};

  g_assert_true (g_utf8_validate (path, -1, NULL));
  g_assert_false (*path == '/' || g_str_has_prefix (path, "../") || strstr (path, "/../") != NULL);
  ceci_submission_name_parse (path, &name);
  g_assert_nonnull (name.inside);
  g_assert_true (name.number == NULL || name.owner != NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const CeciArchiveLimits limits = {.max_files = 50, .max_total = 1 << 20, .max_file = 1 << 18, .max_ratio = 100};
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (CeciArchiveReader) reader = ceci_archive_reader_open_bytes (bytes, &limits, NULL);
  const CeciArchiveEntry *entry;

  while (reader != NULL && (entry = ceci_archive_reader_next (reader, NULL)) != NULL)
    if (entry->refusal == NULL) {
      check_name (entry->path);
      read_file (reader, &limits);
    }
  return 0;
}
