// SPDX-License-Identifier: GPL-3.0-or-later
// Separated text of every dialect is read to the same table, and what can't be read is refused with a sentence.
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "core/exchange/ceci-table-reader.h"

static CeciTable *
read_data (gconstpointer data, gsize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  return ceci_table_read_bytes (bytes, NULL, NULL, error);
}

static CeciTable *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  CeciTable *table = read_data (text, strlen (text), &error);

  g_assert_no_error (error);
  g_assert_nonnull (table);
  return table;
}

static void
assert_refused (gconstpointer data, gsize length, CeciTableError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciTable) table = read_data (data, length, &error);

  g_assert_null (table);
  g_assert_error (error, CECI_TABLE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
}

static void
assert_note (CeciTable *table, const char *words)
{
  const char *const *notes = ceci_table_get_notes (table);

  for (; *notes != NULL; notes++)
    if (strstr (*notes, words) != NULL)
      return;
  g_error ("no note speaks of «%s»", words);
}

static void
test_dialects (void)
{
  static const char *const texts[] = {
      "Nom;Prénom;Remarque\nDupont;Élodie;\"a;b\"\nPeeters;Loïc;\n",
      "Nom,Prénom,Remarque\r\nDupont,Élodie,a;b\r\nPeeters,Loïc,\r\n",
      "Nom\tPrénom\tRemarque\rDupont\tÉlodie\ta;b\rPeeters\tLoïc\t",
      "Nom:Prénom:Remarque\nDupont:Élodie:\"a;b\"\nPeeters:Loïc:",
      "\"Nom\";\"Prénom\";\"Remarque\"\n\"Dupont\";\"Élodie\";\"a;b\"\n\n\"Peeters\";\"Loïc\";\n",
      "sep=;\r\nNom;Prénom;Remarque\r\nDupont;Élodie;\"a;b\"\r\nPeeters;Loïc;\r\n",
      "\xEF\xBB\xBFNom;Prénom;Remarque;;;\nDupont;Élodie;\"a;b\";;;\nPeeters;Loïc;;;;\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (CeciTable) table = read_text (texts[i]);

    g_assert_cmpuint (ceci_table_get_n_columns (table), ==, 3);
    g_assert_cmpuint (ceci_table_get_n_rows (table), ==, 2);
    g_assert_cmpstr (ceci_table_get_heading (table, 0), ==, "Nom");
    g_assert_cmpstr (ceci_table_get_key (table, 1), ==, "prenom");
    g_assert_cmpstr (ceci_table_get_cell (table, 0, 1), ==, "Élodie");
    g_assert_cmpstr (ceci_table_get_cell (table, 0, 2), ==, "a;b");
    g_assert_null (ceci_table_get_cell (table, 1, 2));
    g_assert_null (ceci_table_get_problem (table, 0));
    g_assert_null (ceci_table_get_problem (table, 1));
  }
}

static void
test_quotes (void)
{
  g_autoptr (CeciTable) table =
      read_text ("a;b;c\n\"dit \"\"oui\"\"\";\"\";\n\"une\r\nligne\rdeux\n\";5\" et 6\";\"x\"y\nz;;\"fin\"");

  g_assert_cmpuint (ceci_table_get_n_rows (table), ==, 3);
  g_assert_cmpstr (ceci_table_get_cell (table, 0, 0), ==, "dit \"oui\"");
  g_assert_cmpstr (ceci_table_get_cell (table, 0, 1), ==, "");
  g_assert_null (ceci_table_get_cell (table, 0, 2));
  g_assert_cmpstr (ceci_table_get_cell (table, 1, 0), ==, "une\nligne\ndeux\n");
  g_assert_cmpstr (ceci_table_get_cell (table, 1, 1), ==, "5\" et 6\"");
  g_assert_cmpstr (ceci_table_get_cell (table, 1, 2), ==, "xy");
  g_assert_cmpuint (ceci_table_get_line (table, 0), ==, 2);
  g_assert_cmpuint (ceci_table_get_line (table, 1), ==, 3);
  g_assert_cmpuint (ceci_table_get_line (table, 2), ==, 7);
  g_assert_cmpstr (ceci_table_get_cell (table, 2, 2), ==, "fin");
}

static void
test_windows_1252 (void)
{
  g_autoptr (CeciTable) table = read_text ("Nom,Pr\xE9nom,Montant\nL\x92H\xF4te,Chlo\xE9,5 \x80\nO\x8D,x,y\n");

  g_assert_cmpstr (ceci_table_get_heading (table, 1), ==, "Prénom");
  g_assert_cmpstr (ceci_table_get_cell (table, 0, 0), ==, "L’Hôte");
  g_assert_cmpstr (ceci_table_get_cell (table, 0, 2), ==, "5 €");
  g_assert_true (g_utf8_validate (ceci_table_get_cell (table, 1, 0), -1, NULL));
  assert_note (table, "Windows-1252");
}

static void
test_late_accent (void)
{
  // the first accent stands beyond the first piece: the whole file is still read as what it is
  g_autoptr (GString) text = g_string_new ("nom,prenom\n");
  g_autoptr (CeciTable) table = NULL;
  guint n_rows;

  while (text->len < 200000)
    g_string_append (text, "Dupont,Jean\n");
  g_string_append (text, "Caf\xE9,Jean\n");
  table = read_text (text->str);
  n_rows = ceci_table_get_n_rows (table);
  g_assert_cmpstr (ceci_table_get_cell (table, n_rows - 1, 0), ==, "Café");
  g_assert_cmpuint (ceci_table_get_line (table, n_rows - 1), ==, n_rows + 1);
}

static void
test_utf16 (void)
{
  const char *text = "\xEF\xBB\xBF\"\"\t\"Nom\"\t\"Prénom\"\r\n\"1\"\t\"🌍 Dupont\"\t\"Zoë\"\r\n";
  static const char *const encodings[] = {"UTF-16LE", "UTF-16BE"};

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++) {
    gsize length;
    g_autofree char *data = g_convert (text, -1, encodings[i], "UTF-8", NULL, &length, NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (CeciTable) table = read_data (data, length, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (ceci_table_get_n_columns (table), ==, 3);
    g_assert_cmpstr (ceci_table_get_heading (table, 0), ==, "");
    g_assert_cmpstr (ceci_table_get_heading (table, 2), ==, "Prénom");
    g_assert_cmpstr (ceci_table_get_cell (table, 0, 1), ==, "🌍 Dupont");
    g_assert_cmpstr (ceci_table_get_cell (table, 0, 2), ==, "Zoë");
  }
}

static void
test_pieces (void)
{
  // characters, quotes and line breaks that fall across the pieces in which a file is read
  for (guint shift = 0; shift < 8; shift++) {
    g_autoptr (GString) text = g_string_new ("\xEF\xBB\xBFnom;note\r\n");
    g_autoptr (CeciTable) table = NULL;
    guint row;

    g_string_append_printf (text, "x;%*s\r\n", (int) shift, "");
    while (text->len < 150000)
      g_string_append (text, "Zoë 🌍;\"a\"\"b\r\nc\"\r\n");
    table = read_text (text->str);
    for (row = 1; row < ceci_table_get_n_rows (table); row++) {
      g_assert_cmpstr (ceci_table_get_cell (table, row, 0), ==, "Zoë 🌍");
      g_assert_cmpstr (ceci_table_get_cell (table, row, 1), ==, "a\"b\nc");
      g_assert_cmpuint (ceci_table_get_line (table, row), ==, 1 + row * 2);
    }
  }
}

static void
test_headings (void)
{
  g_autoptr (CeciTable) table = read_text ("* Prénom usuel : ;Nom;Nom;nom;L’adresse\xC2\xA0mail\nZoé;A;B;C;x\n");

  g_assert_cmpstr (ceci_table_get_key (table, 0), ==, "prenom usuel");
  g_assert_cmpint (ceci_table_find_column (table, "PRENOM USUEL"), ==, 0);
  g_assert_cmpint (ceci_table_find_column (table, "nom"), ==, 1);
  g_assert_cmpstr (ceci_table_get_heading (table, 2), ==, "Nom (2)");
  g_assert_cmpint (ceci_table_find_column (table, "L'adresse mail"), ==, 4);
  g_assert_cmpint (ceci_table_find_column (table, "absent"), ==, -1);
  assert_note (table, "stands more than once");
}

static void
test_headings_below (void)
{
  static const char *const known[] = {"Last name", "First name", "Nom", "Prénom", NULL};
  const CeciTableLimits limits = {.separator = '\t', .unquoted = TRUE, .headings = known};
  const char *text = "Cours\tEngagement citoyen\nGroupe\tTous\n\nNom\tPrénom\t15.10.2026 14:00 Tous les "
                     "étudiants\nDu\"Pont\tÉlodie\tP (2/2)\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciTable) table = ceci_table_read_bytes (bytes, &limits, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ceci_table_get_n_rows (table), ==, 1);
  g_assert_cmpuint (ceci_table_get_line (table, 0), ==, 5);
  g_assert_cmpstr (ceci_table_get_cell (table, 0, 0), ==, "Du\"Pont");
}

static void
test_formulas (void)
{
  g_autoptr (CeciTable) table = read_text ("a;b;c\n=cmd|' /C calc'!A0;'=1+1;-12,5\n@x;'+32 470;+32 470 12\n'tis;'';\n");

  g_assert_cmpstr (ceci_table_get_cell (table, 0, 0), ==, "=cmd|' /C calc'!A0");
  g_assert_cmpstr (ceci_table_get_cell (table, 0, 1), ==, "=1+1");
  g_assert_cmpstr (ceci_table_get_cell (table, 0, 2), ==, "-12,5");
  g_assert_cmpstr (ceci_table_get_cell (table, 1, 1), ==, "+32 470");
  g_assert_cmpstr (ceci_table_get_cell (table, 2, 0), ==, "'tis");
  assert_note (table, "begin like a formula");
}

static void
test_uneven_rows (void)
{
  g_autoptr (CeciTable) table = read_text ("a;b\n1;2;3\n1\n;;\n4;5;;\n6");

  g_assert_cmpuint (ceci_table_get_n_rows (table), ==, 4);
  g_assert_nonnull (ceci_table_get_problem (table, 0));
  g_assert_null (ceci_table_get_problem (table, 1));
  g_assert_null (ceci_table_get_cell (table, 1, 1));
  g_assert_null (ceci_table_get_problem (table, 2));
  g_assert_nonnull (ceci_table_get_problem (table, 3));
}

static void
test_cut (void)
{
  g_autoptr (CeciTable) in_quotes = read_text ("a;b;c\n1;2;3\n4;\"cinq et\nsix");
  g_autoptr (CeciTable) in_character = read_text ("nom;prénom\nZoë;Zo\xC3");

  g_assert_null (ceci_table_get_problem (in_quotes, 0));
  g_assert_nonnull (strstr (ceci_table_get_problem (in_quotes, 1), "cut"));
  assert_note (in_quotes, "cut");
  assert_note (in_character, "cut");
}

static void
test_refused (void)
{
  static const guint8 noise[] = {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 1, 2, 3, 4};

  assert_refused ("", 0, CECI_TABLE_ERROR_EMPTY, "empty");
  assert_refused ("\xEF\xBB\xBF\r\n;;;\r\n \r\n", 13, CECI_TABLE_ERROR_EMPTY, "empty");
  assert_refused (noise, sizeof noise, CECI_TABLE_ERROR_NOT_A_TABLE, "not a table");
  assert_refused ("%PDF-1.7\n%\xE2\xE3", 11, CECI_TABLE_ERROR_NOT_A_TABLE, "PDF");
  assert_refused ("\x89PNG\r\n\x1a\n", 8, CECI_TABLE_ERROR_NOT_A_TABLE, "image");
  assert_refused ("<!DOCTYPE html><p>Connexion", 27, CECI_TABLE_ERROR_NOT_A_TABLE, "web page");
  assert_refused ("Dupont;Jean;jean.dupont@ulb.be\nX;Y;z@ulb.be\n", 44, CECI_TABLE_ERROR_NO_HEADER,
                  "jean.dupont@ulb.be");
  assert_refused ("1;12/03/2026;000123456\n", 23, CECI_TABLE_ERROR_NO_HEADER, "12/03/2026");
}

static void
test_limits (void)
{
  g_autoptr (GString) wide = g_string_new ("a;b"), deep = g_string_new ("a;b\n"), open = g_string_new ("a;b\n1;\"");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 1500; i++)
    g_string_append (wide, ";c");
  assert_refused (wide->str, wide->len, CECI_TABLE_ERROR_TOO_LARGE, "columns");
  for (guint i = 0; i < 300; i++)
    g_string_append (deep, "1;2\n");
  bytes = g_bytes_new_static (deep->str, deep->len);
  g_assert_null (ceci_table_read_bytes (bytes, &(CeciTableLimits) {.max_rows = 200}, NULL, &error));
  g_assert_error (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_TOO_LARGE);
  while (open->len < 400000)
    g_string_append (open, "encore;une;ligne\n");
  assert_refused (open->str, open->len, CECI_TABLE_ERROR_DAMAGED, "line 2");
}

static void
test_too_large (void)
{
  // 200 MB on paper, none on the disk
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "ceci-large-XXXXXX", NULL);
  int fd = g_mkstemp (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, "nom;prenom\n", 11), ==, 11);
  g_assert_cmpint (ftruncate (fd, 200 * 1000 * 1000), ==, 0);
  g_close (fd, NULL);
  g_assert_null (ceci_table_read_file (file, NULL, NULL, &error));
  g_assert_error (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_TOO_LARGE);
  g_test_message ("refused after %" G_GINT64_FORMAT " ms", (g_get_monotonic_time () - start) / 1000);
  g_remove (path);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a;b\n1;2\n", 8);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ceci_table_read_bytes (bytes, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-reader/dialects", test_dialects);
  g_test_add_func ("/table-reader/quotes", test_quotes);
  g_test_add_func ("/table-reader/windows-1252", test_windows_1252);
  g_test_add_func ("/table-reader/late-accent", test_late_accent);
  g_test_add_func ("/table-reader/utf-16", test_utf16);
  g_test_add_func ("/table-reader/pieces", test_pieces);
  g_test_add_func ("/table-reader/headings", test_headings);
  g_test_add_func ("/table-reader/headings-below", test_headings_below);
  g_test_add_func ("/table-reader/formulas", test_formulas);
  g_test_add_func ("/table-reader/uneven-rows", test_uneven_rows);
  g_test_add_func ("/table-reader/cut", test_cut);
  g_test_add_func ("/table-reader/refused", test_refused);
  g_test_add_func ("/table-reader/limits", test_limits);
  g_test_add_func ("/table-reader/too-large", test_too_large);
  g_test_add_func ("/table-reader/cancelled", test_cancelled);
  return g_test_run ();
}
