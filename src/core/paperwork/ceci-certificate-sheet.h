// SPDX-License-Identifier: GPL-3.0-or-later
// The certificate as a sheet of paper, in French or in English.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

// What stands on the sheet. Strings are borrowed; those marked ? may be NULL and are then left out.
typedef struct {
  const char *language;  // fr, en
  const char *number;    // CECI-2026-0001
  const char *name;      // as the person is called
  const char *matricule; // ?
  const char *faculty;   // ? in the sheet's language
  const char *cohort;
  const char *organisations; // ? «Médecine Solidaire ASBL, Cercle de Droit»
  gint64 minutes;            // counted hours of placement
  guint credits;
  const char *decided_on;
  const char *issued_on;
  const char *payload;     // the text of the QR code
  const char *title;       // of the certificate
  const char *body;        // what was accomplished: a sentence whose subject is the person
  const char *recognition; // the line about ARES
  const char *notice;      // that its credits never make up for others
  const char *contact;     // ? the office's address
} CeciCertificateFacts;

GBytes *ceci_certificate_sheet_draw (const CeciCertificateFacts *facts, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
