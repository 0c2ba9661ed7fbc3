// SPDX-License-Identifier: GPL-3.0-or-later
// A ZIP from outside, file by file, by libarchive: nothing is ever written where its names say, and nothing is larger
// than its limits.
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CECI_ARCHIVE_ERROR (ceci_archive_error_quark ())
/**
 * CeciArchiveError:
 * @CECI_ARCHIVE_ERROR_NOT_AN_ARCHIVE: the file is no ZIP
 * @CECI_ARCHIVE_ERROR_DAMAGED: it is cut or damaged: nothing of it may be used
 * @CECI_ARCHIVE_ERROR_TOO_LARGE: it holds more than the limits, or unpacks to far more than it is
 * @CECI_ARCHIVE_ERROR_FILE: one file in it can't be read, the others can
 */
typedef enum {
  CECI_ARCHIVE_ERROR_NOT_AN_ARCHIVE,
  CECI_ARCHIVE_ERROR_DAMAGED,
  CECI_ARCHIVE_ERROR_TOO_LARGE,
  CECI_ARCHIVE_ERROR_FILE,
} CeciArchiveError;
GQuark ceci_archive_error_quark (void);

typedef struct {
  guint max_files;
  guint64 max_total; // bytes, unpacked
  guint64 max_file;  // a larger one is refused and the others go on
  guint max_ratio;   // of what is unpacked to the file, once that is over 64 MB
} CeciArchiveLimits;
extern const CeciArchiveLimits ceci_archive_limits; // 20,000 files, 16 GB, 200 MB each, a hundred times

typedef struct {
  const char *path; // UTF-8, with /; never absolute, never with ..
  gint64 modified_at; // seconds since 1970, 0 if unknown
  guint64 size;       // as the archive says
  char *refusal;      // a sentence: why it must not be read; NULL
} CeciArchiveEntry;

typedef struct _CeciArchiveReader CeciArchiveReader;

CeciArchiveReader *ceci_archive_reader_open       (GFile *file, const CeciArchiveLimits *limits, GError **error); // limits NULL: ceci_archive_limits
CeciArchiveReader *ceci_archive_reader_open_bytes (GBytes *bytes, const CeciArchiveLimits *limits, GError **error);
void               ceci_archive_reader_free       (CeciArchiveReader *self);
guint              ceci_archive_reader_get_n_files (CeciArchiveReader *self); // by its own table; checked again while reading
guint64            ceci_archive_reader_get_total  (CeciArchiveReader *self);
// The next file, valid until the one after; NULL at the end, or with error.
const CeciArchiveEntry *ceci_archive_reader_next  (CeciArchiveReader *self, GError **error);
gssize             ceci_archive_reader_read       (CeciArchiveReader *self, void *buffer, gsize size, GError **error); // 0: its end; -1 with error

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciArchiveReader, ceci_archive_reader_free)

G_END_DECLS
