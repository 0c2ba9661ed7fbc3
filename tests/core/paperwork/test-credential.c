// SPDX-License-Identifier: GPL-3.0-or-later
// A certificate's signed line proves what the office said, and a sealed file that no byte moved.

#include "core/paperwork/ceci-credential.h"
#include "core/paperwork/ceci-certificate-sheet.h"

#include <string.h>

#define SEED "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
#define OTHER_SEED "ff0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"

static char *
signed_line (CeciOfficeKey *key, const char *name)
{
  g_autoptr (CeciCredential) credential = ceci_credential_new ("CECI-2026-0001", name, "2026-06-12", 10);

  g_assert_true (ceci_office_key_from_seed (key, SEED, NULL));
  return ceci_credential_sign (credential, key, NULL);
}

static void
test_round_trip (void)
{
  CeciOfficeKey key, public_half;
  g_autofree char *line = signed_line (&key, "Élodie Van den Broeck");
  g_autofree char *again = signed_line (&key, "Élodie Van den Broeck");
  g_autofree char *hex = ceci_office_key_dup_public (&key);
  g_autoptr (CeciCredential) credential = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (line, ==, again);
  g_assert_true (ceci_office_key_from_public (&public_half, hex, &error));
  g_assert_no_error (error);
  g_assert_false (public_half.has_secret);
  credential = ceci_credential_verify (line, &public_half, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (credential->number, ==, "CECI-2026-0001");
  g_assert_cmpstr (credential->name, ==, "Élodie Van den Broeck");
  g_assert_cmpstr (credential->issued_on, ==, "2026-06-12");
  g_assert_cmpuint (credential->credits, ==, 10);
}

static void
test_every_byte_counts (void)
{
  CeciOfficeKey key;
  g_autofree char *line = signed_line (&key, "Zoé D’Hondt");

  for (gsize i = 0; line[i] != '\0'; i++) {
    g_autofree char *altered = g_strdup (line);
    g_autoptr (CeciCredential) credential = NULL;
    g_autoptr (GError) error = NULL;

    altered[i] ^= 1;
    credential = ceci_credential_verify (altered, &key, &error);
    g_assert_null (credential);
    g_assert_nonnull (error);
    g_assert_cmpuint (error->domain, ==, CECI_PAPERWORK_ERROR);
  }
}

static void
test_other_key (void)
{
  CeciOfficeKey key, other;
  g_autofree char *line = signed_line (&key, "Zoé D’Hondt");
  g_autoptr (CeciCredential) credential = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ceci_office_key_from_seed (&other, OTHER_SEED, NULL));
  credential = ceci_credential_verify (line, &other, &error);
  g_assert_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_OTHER_KEY);
  // a line that names the other key but was signed with this one
  g_clear_error (&error);
  memcpy (strstr (line, key.id), other.id, strlen (other.id));
  credential = ceci_credential_verify (line, &other, &error);
  g_assert_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_SIGNATURE);
}

// A name can't add a field or end the line.
static void
test_hostile_name (void)
{
  CeciOfficeKey key;
  g_autofree char *line = signed_line (&key, "A;B\n%CECi-file x\u2028C");
  g_autoptr (CeciCredential) credential = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (strchr (line, '\n'));
  credential = ceci_credential_verify (line, &key, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (credential->name, ==, "A,B %CECi-file x C");
}

static void
test_bad_keys (void)
{
  CeciOfficeKey key;
  g_autoptr (GError) error = NULL;

  g_assert_false (ceci_office_key_from_seed (&key, "00", &error));
  g_assert_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_false (
      ceci_office_key_from_public (&key, "zz0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", &error));
  g_assert_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_FORMAT);
}

static GBytes *
draw (const char *language, const char *payload)
{
  const CeciCertificateFacts facts = {
      .language = language,
      .number = "CECI-2026-0001",
      .name = "Élodie Van den Broeck",
      .matricule = "000512384",
      .faculty = "Faculté de Philosophie et Sciences sociales",
      .cohort = "Février 2025",
      .organisations = "Serve the City ASBL",
      .minutes = 9150,
      .credits = 10,
      .decided_on = "2026-06-12",
      .issued_on = "2026-06-19",
      .payload = payload,
      .title = "Certificat d’engagement citoyen",
      .body = "a accompli le parcours.",
      .recognition = "Formation reconnue.",
      .notice = "Ne compense jamais.",
      .contact = "engagement.citoyen@ulb.be  ·  02 650 28 79",
  };
  g_autoptr (GError) error = NULL;
  GBytes *bytes = ceci_certificate_sheet_draw (&facts, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_sealed_file (void)
{
  CeciOfficeKey key;
  g_autofree char *line = signed_line (&key, "Élodie Van den Broeck");
  g_autoptr (GBytes) sheet = draw ("fr", line);
  g_autoptr (GBytes) file = ceci_credential_seal_file (sheet, line, &key);
  g_autofree char *found = ceci_credential_read_file (file, NULL);
  gsize size;
  const guint8 *data = g_bytes_get_data (file, &size);

  g_assert_cmpstr (found, ==, line);
  g_assert_true (ceci_credential_file_is_whole (file, &key));
  g_assert_false (ceci_credential_file_is_whole (sheet, &key));
  for (gsize i = 0; i < size; i += 997) {
    g_autofree guint8 *copy = g_memdup2 (data, size);
    g_autoptr (GBytes) altered = NULL;

    copy[i] ^= 0x20;
    altered = g_bytes_new (copy, size);
    g_assert_false (ceci_credential_file_is_whole (altered, &key));
  }
}

// The proof belongs where it stands: moved elsewhere, even between the same bytes, it proves nothing.
static void
test_moved_proof (void)
{
  CeciOfficeKey key;
  g_autofree char *line = signed_line (&key, "Noah");
  static const char *const body = "%PDF-1.7\n% one\n% two\nstartxref\n0\n%%EOF\n";
  g_autoptr (GBytes) pdf = g_bytes_new_static (body, strlen (body));
  g_autoptr (GBytes) file = ceci_credential_seal_file (pdf, line, &key);
  g_autofree char *text = g_strndup (g_bytes_get_data (file, NULL), g_bytes_get_size (file));
  char *proof = strstr (text, "%CECi-file "), *end = strchr (proof, '\n') + 1;
  static const char *const places[] = {"% one", "% two", "%CECi-certificate", "%%EOF", ""};

  g_assert_true (ceci_credential_file_is_whole (file, &key));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autoptr (GString) moved = g_string_new_len (text, proof - text);
    g_autoptr (GBytes) altered = NULL;

    g_string_append (moved, end);
    g_string_insert_len (moved, *places[i] != '\0' ? strstr (moved->str, places[i]) - moved->str : -1, proof,
                         end - proof);
    g_assert_cmpuint (moved->len, ==, g_bytes_get_size (file));
    altered = g_bytes_new (moved->str, moved->len);
    g_assert_false (ceci_credential_file_is_whole (altered, &key));
  }
}

// What could not be read back is never signed.
static void
test_long_name (void)
{
  CeciOfficeKey key;

  g_assert_true (ceci_office_key_from_seed (&key, SEED, NULL));
  for (gsize length = 800; length < 1100; length++) {
    g_autofree char *name = g_strnfill (length, 'x');
    g_autoptr (CeciCredential) credential = ceci_credential_new ("CECI-2026-0001", name, "2026-06-12", 10);
    g_autoptr (CeciCredential) read = NULL;
    g_autoptr (GError) error = NULL;
    g_autofree char *line = ceci_credential_sign (credential, &key, &error);

    if (line == NULL)
      g_assert_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED);
    else {
      read = ceci_credential_verify (line, &key, &error);
      g_assert_no_error (error);
    }
    g_assert_true (length > 850 || line != NULL);
    g_assert_true (length < 1024 || line == NULL);
  }
}

static void
test_nothing_to_read (void)
{
  static const char *const contents[] = {"", "%PDF-1.7\nstartxref\n0\n%%EOF\n", "%CECi-certificate ", "CECI",
                                         "%CECi-file \n"};

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++) {
    g_autoptr (GBytes) file = g_bytes_new_static (contents[i], strlen (contents[i]));
    g_autoptr (GError) error = NULL;
    g_autofree char *line = ceci_credential_read_file (file, &error);
    CeciOfficeKey key;

    g_assert_null (line);
    g_assert_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_FORMAT);
    g_assert_true (ceci_office_key_from_seed (&key, SEED, NULL));
    g_assert_false (ceci_credential_file_is_whole (file, &key));
  }
}

static void
test_line_alone (void)
{
  CeciOfficeKey key;
  g_autofree char *line = signed_line (&key, "Noah");
  g_autofree char *text = g_strconcat (line, "\n", NULL);
  g_autoptr (GBytes) file = g_bytes_new_static (text, strlen (text));
  g_autofree char *found = ceci_credential_read_file (file, NULL);

  g_assert_cmpstr (found, ==, line);
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) first = draw ("fr", "x");
  g_autoptr (GBytes) second = draw ("fr", "x");
  g_autoptr (GBytes) english = draw ("en", "x");

  g_assert_true (g_bytes_equal (first, second));
  g_assert_false (g_bytes_equal (first, english));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/credential/round-trip", test_round_trip);
  g_test_add_func ("/credential/every-byte-counts", test_every_byte_counts);
  g_test_add_func ("/credential/other-key", test_other_key);
  g_test_add_func ("/credential/hostile-name", test_hostile_name);
  g_test_add_func ("/credential/bad-keys", test_bad_keys);
  g_test_add_func ("/credential/sealed-file", test_sealed_file);
  g_test_add_func ("/credential/moved-proof", test_moved_proof);
  g_test_add_func ("/credential/long-name", test_long_name);
  g_test_add_func ("/credential/nothing-to-read", test_nothing_to_read);
  g_test_add_func ("/credential/line-alone", test_line_alone);
  g_test_add_func ("/certificate-sheet/same-bytes", test_same_bytes);
  return g_test_run ();
}
