// SPDX-License-Identifier: GPL-3.0-or-later
// What a path in Moodle's download of submissions says: whose file it is, under which number, and what it is called.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char *owner;  // «Élodie Martin», «Participant», a team's name; NULL if the path says nobody
  char *number; // «48213»; NULL
  char *inside; // the path inside the submission: «annexes/photo.jpg»
  gboolean blind;       // «Participant 48213»: the name is nobody's
  gboolean online_text; // typed on the virtual campus, as HTML
  gboolean junk;        // what a computer leaves beside files: never a document
} CeciSubmissionName;

void  ceci_submission_name_parse (const char *path, CeciSubmissionName *name);
void  ceci_submission_name_clear (CeciSubmissionName *name);
char *ceci_submission_course     (const char *archive_name) G_GNUC_WARN_UNUSED_RESULT; // the course of «course-assignment-[group-]number.zip»; NULL if it is not so named

// The letters and figures of a file’s name or a title, folded: what stays the same however it is cleaned and copied.
char *ceci_name_letters (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CeciSubmissionName, ceci_submission_name_clear)

G_END_DECLS
