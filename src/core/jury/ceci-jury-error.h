// SPDX-License-Identifier: GPL-3.0-or-later
// The error domain of the jury's room: sealed files, reviews, returns, sessions.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CECI_JURY_ERROR (ceci_jury_error_quark ())
/**
 * CeciJuryError:
 * @CECI_JURY_ERROR_FAILED: what has no code of its own here
 * @CECI_JURY_ERROR_NOT_SEALED: the file is not the sealed file that was expected
 * @CECI_JURY_ERROR_NEWER: the file was made by a newer version
 * @CECI_JURY_ERROR_DAMAGED: the file is cut short, altered or contradicts itself
 * @CECI_JURY_ERROR_WRONG_KEY: the passphrase or the key is not this file's
 * @CECI_JURY_ERROR_TOO_LARGE: a length is beyond what the format allows
 * @CECI_JURY_ERROR_INVALID: a value that a review, a return or a session does not take
 * @CECI_JURY_ERROR_NOT_FOUND: there is no such dossier, criterion, document or juror
 * @CECI_JURY_ERROR_UNDECLARED: a dossier was touched before its conflict declaration
 * @CECI_JURY_ERROR_RECUSED: the juror is recused from the dossier
 * @CECI_JURY_ERROR_INCOMPLETE: something required is missing
 * @CECI_JURY_ERROR_BUSY: the package is open elsewhere
 * @CECI_JURY_ERROR_REFUSED: a return or a dossier is refused, with its reason
 * @CECI_JURY_ERROR_CLOSED: the session is closed
 */
typedef enum {
  CECI_JURY_ERROR_FAILED,
  CECI_JURY_ERROR_NOT_SEALED,
  CECI_JURY_ERROR_NEWER,
  CECI_JURY_ERROR_DAMAGED,
  CECI_JURY_ERROR_WRONG_KEY,
  CECI_JURY_ERROR_TOO_LARGE,
  CECI_JURY_ERROR_INVALID,
  CECI_JURY_ERROR_NOT_FOUND,
  CECI_JURY_ERROR_UNDECLARED,
  CECI_JURY_ERROR_RECUSED,
  CECI_JURY_ERROR_INCOMPLETE,
  CECI_JURY_ERROR_BUSY,
  CECI_JURY_ERROR_REFUSED,
  CECI_JURY_ERROR_CLOSED,
} CeciJuryError;
GQuark ceci_jury_error_quark (void);

G_END_DECLS
