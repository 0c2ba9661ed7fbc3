// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of documents, good and bad, before anyone looks at them.
#include <string.h>

#include "render/ceci-render-protocol.h"
#include "render/client/ceci-inspection.h"
#include "sample-document.h"
#include "waiting.h"

static CeciInspection *
inspect (GBytes *document)
{
  g_autoptr (GError) error = NULL;
  CeciInspection *inspection = ceci_document_inspect (document, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (inspection);
  return inspection;
}

static void
assert_health (GBytes *document, CeciDocumentHealth health, guint n_pages)
{
  g_autoptr (CeciInspection) inspection = inspect (document);

  g_assert_cmpstr (ceci_health_to_string (inspection->health), ==, ceci_health_to_string (health));
  g_assert_cmpuint (inspection->n_pages, ==, n_pages);
  g_assert_true ((health == CECI_DOCUMENT_HEALTH_FINE) == (inspection->detail == NULL));
}

static void
test_fine (void)
{
  g_autoptr (GBytes) document = sample_document (7);
  g_autoptr (CeciInspection) inspection = inspect (document);

  g_assert_cmpint (inspection->health, ==, CECI_DOCUMENT_HEALTH_FINE);
  g_assert_cmpuint (inspection->n_pages, ==, 7);
  g_assert_cmpstr (inspection->title, ==, "Réunion d’été");
  g_assert_null (inspection->detail);
}

static void
test_isolation (void)
{
  g_autoptr (GBytes) document = sample_document (1);
  g_autoptr (CeciInspection) inspection = inspect (document);
  const guint always = CECI_RENDER_LIMITS | CECI_RENDER_NO_NEW_PRIVS | CECI_RENDER_SECCOMP;

  g_assert_cmphex (inspection->isolation & always, ==, always);
  g_assert_true (((inspection->isolation & CECI_RENDER_LANDLOCK) != 0) == (inspection->landlock_abi > 0));
  g_test_message ("isolation %x, Landlock ABI %u", inspection->isolation, inspection->landlock_abi);
}

static void
test_empty (void)
{
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  assert_health (nothing, CECI_DOCUMENT_HEALTH_EMPTY, 0);
}

static void
test_not_pdf (void)
{
  static const char text[] = "Cher comité, le PV suit demain.\n";
  g_autoptr (GBytes) letter = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GBytes) zeros = g_bytes_new_take (g_malloc0 (100000), 100000);
  g_autoptr (GBytes) one = g_bytes_new_static ("P", 1);

  assert_health (letter, CECI_DOCUMENT_HEALTH_NOT_PDF, 0);
  assert_health (zeros, CECI_DOCUMENT_HEALTH_NOT_PDF, 0);
  assert_health (one, CECI_DOCUMENT_HEALTH_NOT_PDF, 0);
}

static void
test_encrypted (void)
{
  g_autoptr (GBytes) document = sample_document (2);
  g_autoptr (GBytes) encrypted = sample_document_encrypted (document);

  assert_health (encrypted, CECI_DOCUMENT_HEALTH_ENCRYPTED, 0);
}

static void
test_header_only (void)
{
  g_autoptr (GBytes) header = g_bytes_new_static ("%PDF-1.7\n", 9);
  assert_health (header, CECI_DOCUMENT_HEALTH_DAMAGED, 0);
}

// Whatever the cut, there is an answer, and it is never "fine".
static void
test_truncated (void)
{
  g_autoptr (GBytes) document = sample_document (5);

  for (double fraction = 0.05; fraction < 0.99; fraction += 0.1) {
    g_autoptr (GBytes) truncated = sample_document_truncated (document, fraction);
    g_autoptr (CeciInspection) inspection = inspect (truncated);
    g_assert_cmpint (inspection->health, ==, CECI_DOCUMENT_HEALTH_DAMAGED);
    g_assert_nonnull (inspection->detail);
  }
}

// A file whose cross-references are wrong is repaired, said to be damaged, and its pages are still offered.
static void
test_repaired (void)
{
  g_autoptr (GBytes) document = sample_document_with_box ("[0 0 595 842]");
  gsize size;
  const char *data = g_bytes_get_data (document, &size);
  char *hurt = g_memdup2 (data, size);
  char *table = memmem (hurt, size, "startxref", 9);
  g_autoptr (GBytes) bytes = NULL;

  memcpy (table, "startxxxx", 9);
  bytes = g_bytes_new_take (hurt, size);
  assert_health (bytes, CECI_DOCUMENT_HEALTH_DAMAGED, 1);
}

static void
test_absurd_box (void)
{
  static const char *const boxes[] = {
      "[0 0 0 0]", "[0 0 -5 -5]", "[0 0 1e30 1e30]",  "[0 0 99999999999 1]", "[a b c d]",
      "[]",        "null",        "[0 0 14400 14400]"};

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++) {
    g_autoptr (GBytes) document = sample_document_with_box (boxes[i]);
    g_autoptr (CeciInspection) inspection = inspect (document);
    g_test_message ("%s: %s", boxes[i], ceci_health_to_string (inspection->health));
    g_assert_cmpuint (inspection->n_pages, <=, 1);
  }
}

static void
test_async (void)
{
  g_autoptr (GBytes) document = sample_document (4);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciInspection) inspection = NULL;

  ceci_document_inspect_async (document, NULL, waiting_take, &result);
  inspection = ceci_document_inspect_finish (waiting_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (inspection->n_pages, ==, 4);
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) document = sample_document (1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ceci_document_inspect (document, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gpointer
inspect_in_thread (gpointer data)
{
  return GUINT_TO_POINTER (inspect (data)->n_pages); // leaks nothing that lasts: the program ends
}

// Documents are inspected in worker threads at import, several at a time.
static void
test_threads (void)
{
  g_autoptr (GBytes) document = sample_document (6);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("inspect", inspect_in_thread, document);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inspection/fine", test_fine);
  g_test_add_func ("/inspection/isolation", test_isolation);
  g_test_add_func ("/inspection/empty", test_empty);
  g_test_add_func ("/inspection/not-pdf", test_not_pdf);
  g_test_add_func ("/inspection/encrypted", test_encrypted);
  g_test_add_func ("/inspection/header-only", test_header_only);
  g_test_add_func ("/inspection/truncated", test_truncated);
  g_test_add_func ("/inspection/repaired", test_repaired);
  g_test_add_func ("/inspection/absurd-box", test_absurd_box);
  g_test_add_func ("/inspection/async", test_async);
  g_test_add_func ("/inspection/cancelled", test_cancelled);
  g_test_add_func ("/inspection/threads", test_threads);
  return g_test_run ();
}
