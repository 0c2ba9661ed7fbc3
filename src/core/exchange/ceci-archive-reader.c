// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a ZIP that may be hostile: names are only ever compared and shown, sizes are counted and not believed, links
// and passwords are refused, and an archive that is cut gives nothing.
#include "config.h"

#include "ceci-archive-reader.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#define PIECE (256 * 1024)
#define LONGEST_PATH 1024
#define RATIO_MATTERS_FROM (64ULL << 20)

const CeciArchiveLimits ceci_archive_limits = {
    .max_files = 20000, .max_total = 16ULL << 30, .max_file = 200ULL << 20, .max_ratio = 100};

struct _CeciArchiveReader {
  CeciArchiveLimits limits;
  struct archive *archive;
  GBytes *bytes; // or
  int fd;
  char *name;
  guint64 packed; // the size of the archive itself
  locale_t utf8;  // libarchive gives names in the locale's encoding
  CeciArchiveEntry entry;
  char *path;
  guint n_files;
  guint64 total;
  guint seen;
  guint64 unpacked;
  guint64 of_entry;
};

G_DEFINE_QUARK (ceci - archive - error - quark, ceci_archive_error)

// IBM code page 437 from 0x80: what a ZIP's names are where it does not say UTF-8.
static const gunichar cp437[128] = {
    0xc7,   0xfc,   0xe9,   0xe2,   0xe4,   0xe0,   0xe5,   0xe7,   0xea,   0xeb,   0xe8,   0xef,   0xee,
    0xec,   0xc4,   0xc5,   0xc9,   0xe6,   0xc6,   0xf4,   0xf6,   0xf2,   0xfb,   0xf9,   0xff,   0xd6,
    0xdc,   0xa2,   0xa3,   0xa5,   0x20a7, 0x192,  0xe1,   0xed,   0xf3,   0xfa,   0xf1,   0xd1,   0xaa,
    0xba,   0xbf,   0x2310, 0xac,   0xbd,   0xbc,   0xa1,   0xab,   0xbb,   0x2591, 0x2592, 0x2593, 0x2502,
    0x2524, 0x2561, 0x2562, 0x2556, 0x2555, 0x2563, 0x2551, 0x2557, 0x255d, 0x255c, 0x255b, 0x2510, 0x2514,
    0x2534, 0x252c, 0x251c, 0x2500, 0x253c, 0x255e, 0x255f, 0x255a, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550,
    0x256c, 0x2567, 0x2568, 0x2564, 0x2565, 0x2559, 0x2558, 0x2552, 0x2553, 0x256b, 0x256a, 0x2518, 0x250c,
    0x2588, 0x2584, 0x258c, 0x2590, 0x2580, 0x3b1,  0xdf,   0x393,  0x3c0,  0x3a3,  0x3c3,  0xb5,   0x3c4,
    0x3a6,  0x398,  0x3a9,  0x3b4,  0x221e, 0x3c6,  0x3b5,  0x2229, 0x2261, 0xb1,   0x2265, 0x2264, 0x2320,
    0x2321, 0xf7,   0x2248, 0xb0,   0x2219, 0xb7,   0x221a, 0x207f, 0xb2,   0x25a0, 0xa0,
};

// --- names ------------------------------------------------------------------------------------

// UTF-8 if it is that, or else what DOS made of it; composed, with / and without control characters.
static char *
readable_name (const char *raw)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *composed = NULL;

  if (g_utf8_validate (raw, -1, NULL))
    g_string_assign (text, raw);
  else
    for (const guchar *at = (const guchar *) raw; *at != '\0'; at++)
      g_string_append_unichar (text, *at < 0x80 ? *at : cp437[*at - 0x80]);
  for (char *at = text->str; *at != '\0'; at++)
    if (*at == '\\')
      *at = '/';
    else if (g_ascii_iscntrl (*at))
      *at = ' ';
  composed = g_utf8_normalize (text->str, -1, G_NORMALIZE_NFC);
  return composed != NULL ? g_steal_pointer (&composed) : g_strdup (text->str);
}

static gboolean
leads_out (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);

  if (*path == '/' || (g_ascii_isalpha (path[0]) && path[1] == ':'))
    return TRUE;
  for (guint i = 0; parts[i] != NULL; i++)
    if (g_str_equal (parts[i], ".."))
      return TRUE;
  return FALSE;
}

static char *
refusal_of (CeciArchiveReader *self, struct archive_entry *entry)
{
  if (self->path[0] == '\0' || strlen (self->path) > LONGEST_PATH)
    return g_strdup (_ ("Its name in the archive can’t be used."));
  if (leads_out (self->path))
    return g_strdup (_ ("Its name leads out of the archive: somebody made it so. It is not read."));
  if (archive_entry_filetype (entry) != AE_IFREG || archive_entry_hardlink (entry) != NULL)
    return g_strdup (_ ("It is a link and not a file."));
  if (archive_entry_is_encrypted (entry))
    return g_strdup (_ ("It is protected by a password. Ask for the file without one."));
  if (self->entry.size > self->limits.max_file) {
    g_autofree char *limit = g_format_size (self->limits.max_file);

    return g_strdup_printf (_ ("It is larger than %s. Ask for a lighter file."), limit);
  }
  return NULL;
}

// --- opening ----------------------------------------------------------------------------------

static gboolean
fail (CeciArchiveReader *self, GError **error, CeciArchiveError code, const char *sentence)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, CECI_ARCHIVE_ERROR, code, sentence, self->name);
#pragma GCC diagnostic pop
  return FALSE;
}

static gboolean
too_much (CeciArchiveReader *self, guint files, guint64 bytes, GError **error)
{
  if (files > self->limits.max_files || bytes > self->limits.max_total) {
    fail (self, error, CECI_ARCHIVE_ERROR_TOO_LARGE,
          _ ("“%s” holds more than a download of submissions can. Download fewer at a time."));
    return TRUE;
  }
  if (bytes > RATIO_MATTERS_FROM && bytes / self->limits.max_ratio > self->packed) {
    fail (self, error, CECI_ARCHIVE_ERROR_TOO_LARGE,
          _ ("“%s” unpacks to far more than documents do: somebody made it so. It is not read."));
    return TRUE;
  }
  return FALSE;
}

static gboolean
start (CeciArchiveReader *self, GError **error)
{
  int code;

  if (self->archive != NULL)
    archive_read_free (self->archive);
  self->archive = archive_read_new ();
  archive_read_support_format_zip_seekable (self->archive); // by the table at its end: one that is cut has none
  if (self->bytes != NULL) {
    code =
        archive_read_open_memory (self->archive, g_bytes_get_data (self->bytes, NULL), g_bytes_get_size (self->bytes));
  } else {
    lseek (self->fd, 0, SEEK_SET);
    code = archive_read_open_fd (self->archive, self->fd, PIECE);
  }
  return code == ARCHIVE_OK || fail (self, error, CECI_ARCHIVE_ERROR_DAMAGED,
                                     _ ("“%s” is cut or damaged. Download it again; nothing was imported."));
}

static gboolean
is_zip (CeciArchiveReader *self)
{
  guint8 head[4] = {0};

  if (self->bytes != NULL)
    memcpy (head, g_bytes_get_data (self->bytes, NULL), MIN (sizeof head, g_bytes_get_size (self->bytes)));
  else if (pread (self->fd, head, sizeof head, 0) != sizeof head)
    return FALSE;
  return head[0] == 'P' && head[1] == 'K' && (head[2] == 3 || head[2] == 5);
}

static int
next_header (CeciArchiveReader *self, struct archive_entry **entry)
{
  locale_t before = uselocale (self->utf8);
  int code = archive_read_next_header (self->archive, entry);

  uselocale (before);
  return code;
}

// What the archive says of itself, before any of it is unpacked.
static gboolean
survey (CeciArchiveReader *self, GError **error)
{
  struct archive_entry *entry;
  int code;

  while ((code = next_header (self, &entry)) == ARCHIVE_OK || code == ARCHIVE_WARN) {
    if (archive_entry_filetype (entry) == AE_IFDIR)
      continue;
    self->n_files++;
    self->total += (guint64) MAX (archive_entry_size (entry), 0);
    if (too_much (self, self->n_files, self->total, error))
      return FALSE;
  }
  if (code != ARCHIVE_EOF)
    return fail (self, error, CECI_ARCHIVE_ERROR_DAMAGED,
                 _ ("“%s” is cut or damaged. Download it again; nothing was imported."));
  return start (self, error);
}

static CeciArchiveReader *
begin (CeciArchiveReader *reader, const CeciArchiveLimits *limits, GError **error)
{
  g_autoptr (CeciArchiveReader) self = reader;

  self->limits = limits != NULL ? *limits : ceci_archive_limits;
  self->utf8 = newlocale (LC_CTYPE_MASK, "C.UTF-8", (locale_t) 0);
  if (!is_zip (self)) {
    fail (self, error, CECI_ARCHIVE_ERROR_NOT_AN_ARCHIVE,
          _ ("“%s” is not a ZIP. Choose the archive that “Download all submissions” gives."));
    return NULL;
  }
  return start (self, error) && survey (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * ceci_archive_reader_open:
 * @file: a ZIP on this machine
 * @limits: (nullable): %NULL for ceci_archive_limits
 * @error: return location for a %CECI_ARCHIVE_ERROR or a %G_IO_ERROR
 *
 * Looks through the archive's own table before anything of it is unpacked.
 *
 * Returns: (transfer full) (nullable): a reader before its first file
 */
CeciArchiveReader *
ceci_archive_reader_open (GFile *file, const CeciArchiveLimits *limits, GError **error)
{
  g_autoptr (CeciArchiveReader) self = g_new0 (CeciArchiveReader, 1);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *base = g_file_get_basename (file);
  GStatBuf status;

  self->name = g_filename_display_name (base);
  self->fd = path != NULL ? g_open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY, 0) : -1;
  if (self->fd < 0 || fstat (self->fd, &status) != 0 || !S_ISREG (status.st_mode)) {
    int code = self->fd < 0 && path != NULL ? errno : EINVAL;

    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _ ("“%s” can’t be read: %s."), self->name,
                 g_strerror (code));
    return NULL;
  }
  self->packed = (guint64) status.st_size;
  return begin (g_steal_pointer (&self), limits, error);
}

CeciArchiveReader *
ceci_archive_reader_open_bytes (GBytes *bytes, const CeciArchiveLimits *limits, GError **error)
{
  CeciArchiveReader *self = g_new0 (CeciArchiveReader, 1);

  self->fd = -1;
  self->name = g_strdup ("ZIP");
  self->bytes = g_bytes_ref (bytes);
  self->packed = g_bytes_get_size (bytes);
  return begin (self, limits, error);
}

void
ceci_archive_reader_free (CeciArchiveReader *self)
{
  if (self->archive != NULL)
    archive_read_free (self->archive);
  if (self->utf8 != (locale_t) 0)
    freelocale (self->utf8);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_fd (&self->fd, NULL);
  g_free (self->entry.refusal);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

guint
ceci_archive_reader_get_n_files (CeciArchiveReader *self)
{
  return self->n_files;
}

guint64
ceci_archive_reader_get_total (CeciArchiveReader *self)
{
  return self->total;
}

// --- reading ----------------------------------------------------------------------------------

const CeciArchiveEntry *
ceci_archive_reader_next (CeciArchiveReader *self, GError **error)
{
  struct archive_entry *entry;
  const char *raw;
  int code;

  do
    code = next_header (self, &entry);
  while ((code == ARCHIVE_OK || code == ARCHIVE_WARN) && archive_entry_filetype (entry) == AE_IFDIR);
  if (code == ARCHIVE_EOF)
    return NULL;
  if (code != ARCHIVE_OK && code != ARCHIVE_WARN) {
    fail (self, error, CECI_ARCHIVE_ERROR_DAMAGED,
          _ ("“%s” is cut or damaged. Download it again; nothing was imported."));
    return NULL;
  }
  if (too_much (self, ++self->seen, self->unpacked, error))
    return NULL;
  raw = archive_entry_pathname (entry);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->entry.refusal, g_free);
  self->path = readable_name (raw != NULL ? raw : "");
  self->of_entry = 0;
  self->entry.path = self->path;
  self->entry.modified_at = archive_entry_mtime_is_set (entry) ? (gint64) archive_entry_mtime (entry) : 0;
  self->entry.size = (guint64) MAX (archive_entry_size (entry), 0);
  self->entry.refusal = refusal_of (self, entry);
  return &self->entry;
}

gssize
ceci_archive_reader_read (CeciArchiveReader *self, void *buffer, gsize size, GError **error)
{
  gssize n = archive_read_data (self->archive, buffer, size);

  if (n == ARCHIVE_FATAL) {
    fail (self, error, CECI_ARCHIVE_ERROR_DAMAGED,
          _ ("“%s” is cut or damaged. Download it again; nothing was imported."));
    return -1;
  }
  if (n < 0) {
    g_set_error_literal (error, CECI_ARCHIVE_ERROR, CECI_ARCHIVE_ERROR_FILE,
                         _ ("It is damaged in the archive. Ask for the file again."));
    return -1;
  }
  self->of_entry += (guint64) n;
  self->unpacked += (guint64) n;
  if (self->of_entry > self->limits.max_file) {
    g_set_error_literal (error, CECI_ARCHIVE_ERROR, CECI_ARCHIVE_ERROR_FILE,
                         _ ("It is larger than the archive says, and than a document may be."));
    return -1;
  }
  return too_much (self, self->seen, self->unpacked, error) ? -1 : n;
}
