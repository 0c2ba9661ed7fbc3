// SPDX-License-Identifier: GPL-3.0-or-later
// Drives one fuzzer: runs LLVMFuzzerTestOneInput over a corpus, then over inputs mutated from it. Ours, because
// libFuzzer needs clang, which the root does without; a fuzzer written for it runs here and there. The mutations follow
// from the seed alone, so that a run can be repeated. When built with -fsanitize-coverage=trace-pc, inputs that reach
// new code join the corpus.
#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz.h"

#define LONGEST 65536
#define EDGES 65536
#define SLOWEST 20 // seconds an input may take

void __sanitizer_cov_trace_pc (void);

#define UNTRACED __attribute__ ((no_sanitize_coverage))

static guint8 edges[EDGES], seen[EDGES];
static GPtrArray *corpus; // GBytes
static guint64 state;

// What separates things in the formats that are fuzzed.
static const char *const tokens[] = {
    "\"",          "\"\"",         ";",        ",",    "\t",         "\r\n", "\n",         "\r", "'",
    "=",           "\xEF\xBB\xBF", "\xFF\xFE", "\xE9", "PK\003\004", "<",    ">",          "/>", "<![CDATA[",
    "&#0;",        "&amp;",        "{",        "}",    "[",          "]",    "\\n",        "0",  "-1",
    "99999999999", "1e308",        "NaN",      ".",    ":",          "@",    "2026-02-30", "%s"};

UNTRACED void
__sanitizer_cov_trace_pc (void)
{
  guintptr pc = (guintptr) __builtin_return_address (0);

  edges[(pc ^ (pc >> 16)) % EDGES] = 1;
}

// xorshift64*, Vigna 2016
UNTRACED static guint32
draw (guint32 below)
{
  state ^= state >> 12;
  state ^= state << 25;
  state ^= state >> 27;
  return below > 0 ? (guint32) ((state * G_GUINT64_CONSTANT (2685821657736338717)) >> 32) % below : 0;
}

UNTRACED static gboolean
found_new_code (void)
{
  gboolean new_code = FALSE;

  for (guint i = 0; i < EDGES; i++) {
    new_code = new_code || (edges[i] && !seen[i]);
    seen[i] |= edges[i];
  }
  return new_code;
}

static void
load (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (folder == NULL) {
    char *contents;
    gsize length;

    if (g_file_get_contents (path, &contents, &length, NULL))
      g_ptr_array_add (corpus, g_bytes_new_take (contents, length));
    return;
  }
  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  for (guint i = 0; i < names->len; i++)
    load (g_ptr_array_index (names, i));
}

UNTRACED static void
mutate_once (GByteArray *input)
{
  guint at = draw (input->len + 1), wanted = 1 + draw (draw (8) == 0 ? 256 : 8), length = MIN (wanted, input->len - at);
  const char *token = tokens[draw (G_N_ELEMENTS (tokens))];
  GBytes *other = g_ptr_array_index (corpus, draw (corpus->len));
  gsize other_length;
  const guint8 *other_data = g_bytes_get_data (other, &other_length);
  g_autofree guint8 *copy = NULL;

  switch (draw (7)) {
  case 0: // one bit
    if (at < input->len)
      input->data[at] ^= (guint8) (1u << draw (8));
    break;
  case 1: // one byte
    if (at < input->len)
      input->data[at] = (guint8) draw (256);
    break;
  case 2:
    if (length > 0)
      g_byte_array_remove_range (input, at, length);
    break;
  case 3: // the same again
    copy = g_memdup2 (input->data + at, length);
    g_byte_array_append (input, copy, length);
    break;
  case 4: // a piece of another
    if (other_length > 0) {
      guint from = draw ((guint32) other_length);

      g_byte_array_append (input, other_data + from, MIN (wanted, (guint) other_length - from));
    }
    break;
  case 5: // a token over what stands there
    if (at + strlen (token) <= input->len)
      memcpy (input->data + at, token, strlen (token));
    break;
  default: { // a token between
    guint rest = input->len - at;

    copy = g_memdup2 (input->data + at, rest);
    g_byte_array_set_size (input, at);
    g_byte_array_append (input, (const guint8 *) token, (guint) strlen (token));
    g_byte_array_append (input, copy, rest);
    break;
  }
  }
  if (input->len > LONGEST)
    g_byte_array_set_size (input, LONGEST);
}

// The input under way stands in this file, so that it is still there after any crash.
static guint8 *
open_record (const char *path)
{
  int fd = open (path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  guint8 *record = NULL;

  if (fd >= 0 && ftruncate (fd, LONGEST + (off_t) sizeof (guint32)) == 0)
    record = mmap (NULL, LONGEST + sizeof (guint32), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (fd < 0 || record == MAP_FAILED || record == NULL)
    g_error ("%s: %s", path, g_strerror (errno));
  close (fd);
  return record;
}

UNTRACED static gboolean
run (guint8 *record, const guint8 *data, gsize length)
{
  guint32 size = (guint32) MIN (length, LONGEST);
  // an allocation of its own, so that reading past it is seen
  g_autofree guint8 *copy = g_memdup2 (data, size);

  if (size > 0)
    memcpy (record, data, size);
  memcpy (record + LONGEST, &size, sizeof size);
  memset (edges, 0, sizeof edges);
  alarm (SLOWEST);
  LLVMFuzzerTestOneInput (copy != NULL ? copy : (const guint8 *) "", size);
  alarm (0);
  return found_new_code ();
}

// Takes an input out of the record that a crash left, for looking at and for the corpus.
static int
extract (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;
  guint32 size;

  if (!g_file_get_contents (path, &contents, &length, NULL) || length < LONGEST + sizeof size)
    return 1;
  memcpy (&size, contents + LONGEST, sizeof size);
  return write (STDOUT_FILENO, contents, MIN (size, LONGEST)) < 0;
}

static int
fuzz (const char *name, guint8 *record, double seconds, guint iterations, guint seed)
{
  gint64 start = g_get_monotonic_time ();
  guint n_given = corpus->len, n_runs = 0;

  state = seed * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) + 1;
  for (guint i = 0; i < n_given; i++)
    run (record, g_bytes_get_data (g_ptr_array_index (corpus, i), NULL),
         g_bytes_get_size (g_ptr_array_index (corpus, i)));
  for (guint recent = MIN (corpus->len, 20);
       seconds > 0 ? (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC < seconds : n_runs < iterations;
       n_runs++) {
    GBytes *base = g_ptr_array_index (corpus, draw (4) == 0 ? corpus->len - 1 - draw (recent) : draw (corpus->len));
    g_autoptr (GByteArray) input = g_byte_array_new ();

    g_byte_array_append (input, g_bytes_get_data (base, NULL), (guint) MIN (g_bytes_get_size (base), LONGEST));
    for (guint n = 1 + draw (6); n > 0; n--)
      mutate_once (input);
    if (run (record, input->data, input->len))
      g_ptr_array_add (corpus, g_bytes_new (input->data, input->len));
  }
  g_print ("%s: %u inputs of the corpus, %u mutated, %u new kept, %.1f s\n", name, n_given, n_runs,
           corpus->len - n_given, (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  return 0;
}

int
main (int argc, char **argv)
{
  double seconds = 0;
  int iterations = 2000, seed = 1;
  g_autofree char *record_path = NULL, *extracted = NULL;
  const GOptionEntry entries[] = {
      {"seconds", 's', 0, G_OPTION_ARG_DOUBLE, &seconds, "Run that long", "S"},
      {"iterations", 'n', 0, G_OPTION_ARG_INT, &iterations, "or that many mutated inputs", "N"},
      {"seed", 'r', 0, G_OPTION_ARG_INT, &seed, "Which inputs", "SEED"},
      {"record", 'o', 0, G_OPTION_ARG_FILENAME, &record_path, "Where the input under way stands", "FILE"},
      {"extract", 0, 0, G_OPTION_ARG_FILENAME, &extracted, "Write the input that a crash left to standard output",
       "FILE"},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("CORPUS…");
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (argv[0]),
                  *own_record = g_strdup_printf ("%s/%s-%d.input", g_get_tmp_dir (), name, getpid ());

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error)) {
    g_printerr ("%s\n", error->message);
    return 2;
  }
  if (extracted != NULL)
    return extract (extracted);
  corpus = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  for (int i = 1; i < argc; i++)
    load (argv[i]);
  if (corpus->len == 0)
    g_ptr_array_add (corpus, g_bytes_new_static ("", 0));
  if (fuzz (name, open_record (record_path != NULL ? record_path : own_record), seconds, (guint) iterations,
            (guint) seed) != 0)
    return 1;
  unlink (record_path != NULL ? record_path : own_record);
  g_ptr_array_unref (corpus);
  return 0;
}
