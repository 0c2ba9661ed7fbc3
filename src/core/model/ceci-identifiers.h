// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and addresses that check themselves: enterprise number, IBAN, telephone, postcode, e-mail. Each is kept in one
// way of writing and shown in another. The Belgian national number is never collected.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ceci_enterprise_number_is_valid  (const char *number); // BCE/KBO
char    *ceci_enterprise_number_normalise (const char *number) G_GNUC_WARN_UNUSED_RESULT; // «0403019261», or NULL
char    *ceci_enterprise_number_format    (const char *number) G_GNUC_WARN_UNUSED_RESULT; // «0403.019.261»; what is none, as it stands; NULL for NULL

char    *ceci_iban_normalise              (const char *iban) G_GNUC_WARN_UNUSED_RESULT; // «BE68539007547034», or NULL
char    *ceci_iban_format                 (const char *iban) G_GNUC_WARN_UNUSED_RESULT; // «BE68 5390 0754 7034»

char    *ceci_phone_normalise             (const char *phone) G_GNUC_WARN_UNUSED_RESULT; // «+32 2 650 28 79», or NULL
gboolean ceci_postcode_is_valid           (const char *postcode, const char *country); // country NULL: Belgium
char    *ceci_email_normalise             (const char *email) G_GNUC_WARN_UNUSED_RESULT; // in lower case, or NULL

G_END_DECLS
