// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl render and inspect: a PDF through ceci-render, as the window would show it. The file is parsed there only.

#include "config.h"

#include <cairo.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "ceci-cli.h"
#include "render/ceci-render-protocol.h"
#include "render/client/ceci-renderer.h"

#define EXCERPT_PAGES 3
#define EXCERPT_CHARACTERS 600

static void
keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;
  *kept = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static CeciExit
exit_for (const CeciInspection *inspection)
{
  switch (inspection->health) {
  case CECI_DOCUMENT_HEALTH_FINE:
    return CECI_EXIT_DONE;
  case CECI_DOCUMENT_HEALTH_NOT_PDF: // a picture is shown, and no harm
    return inspection->n_pages > 0 ? CECI_EXIT_DONE : CECI_EXIT_DAMAGED;
  case CECI_DOCUMENT_HEALTH_ENCRYPTED:
  case CECI_DOCUMENT_HEALTH_UNKNOWN:
    return CECI_EXIT_REFUSED;
  case CECI_DOCUMENT_HEALTH_DAMAGED:
  case CECI_DOCUMENT_HEALTH_EMPTY:
  default:
    return CECI_EXIT_DAMAGED;
  }
}

// The renderer with the file opened in it, and what it found.
static CeciRenderer *
open_file (const char *path, CeciInspection **inspection, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFileInfo) info = g_file_query_info (
      file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, NULL, error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CeciRenderer) renderer = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR ||
      g_file_info_get_size (info) > CECI_RENDER_MAX_DOCUMENT) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                 _ ("“%s” is not a file, or is larger than 512 MB. Name a PDF."), path);
    return NULL;
  }
  bytes = g_file_load_bytes (file, NULL, NULL, error);
  if (bytes == NULL)
    return NULL;
  renderer = ceci_renderer_new (bytes);
  ceci_renderer_open_async (renderer, NULL, keep_result, &result);
  *inspection = ceci_renderer_open_finish (renderer, wait_for (&result), error);
  return *inspection != NULL ? g_steal_pointer (&renderer) : NULL;
}

static GArray *
ask_sizes (CeciRenderer *renderer, guint first, guint count, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ceci_renderer_sizes_async (renderer, first, count, NULL, keep_result, &result);
  return ceci_renderer_sizes_finish (renderer, wait_for (&result), error);
}

// --- render -----------------------------------------------------------------

static gboolean
write_png (const CeciPixels *pixels, const char *path, GError **error)
{
  // cairo only reads it
  cairo_surface_t *surface =
      cairo_image_surface_create_for_data ((unsigned char *) g_bytes_get_data (pixels->bytes, NULL), CAIRO_FORMAT_RGB24,
                                           (int) pixels->width, (int) pixels->height, (int) pixels->stride);
  cairo_status_t status = cairo_surface_write_to_png (surface, path);

  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("“%s” could not be written (%s). Choose another place."), path,
               cairo_status_to_string (status));
  return FALSE;
}

static CeciPixels *
draw (CeciRenderer *renderer, guint page, double scale, GError **error)
{
  g_autoptr (GArray) sizes = ask_sizes (renderer, page, 1, error);
  g_autoptr (GAsyncResult) result = NULL;
  guint width, height;

  if (sizes == NULL)
    return NULL;
  ceci_page_size_in_pixels (&g_array_index (sizes, CeciPageSize, 0), scale, 0, &width, &height);
  ceci_renderer_page_async (renderer, page, width, height, 0, NULL, keep_result, &result);
  return ceci_renderer_page_finish (renderer, wait_for (&result), error);
}

static JsonNode *
drawn_to_json (int page, const CeciPixels *pixels, const char *out)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "page");
  json_builder_add_int_value (builder, page);
  json_builder_set_member_name (builder, "width");
  json_builder_add_int_value (builder, pixels->width);
  json_builder_set_member_name (builder, "height");
  json_builder_add_int_value (builder, pixels->height);
  json_builder_set_member_name (builder, "out");
  json_builder_add_string_value (builder, out);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static CeciExit
render_page (CeciCli *cli, const char *path, int page, double scale, const char *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciInspection) inspection = NULL;
  g_autoptr (CeciRenderer) renderer = open_file (path, &inspection, &error);
  g_autoptr (CeciPixels) pixels = NULL;

  if (renderer == NULL)
    return ceci_cli_fail (error);
  if (inspection->n_pages == 0) {
    g_printerr ("cecictl: %s\n", inspection->detail);
    return exit_for (inspection);
  }
  if ((guint) page > inspection->n_pages) {
    g_printerr (
        ngettext ("cecictl: The document has %u page.\n", "cecictl: The document has %u pages.\n", inspection->n_pages),
        inspection->n_pages);
    return CECI_EXIT_REFUSED;
  }
  pixels = draw (renderer, (guint) page - 1, scale, &error);
  if (pixels == NULL) {
    ceci_cli_fail (error);
    return CECI_EXIT_DAMAGED;
  }
  if (!write_png (pixels, out, &error))
    return ceci_cli_fail (error);
  ceci_cli_print (cli, "%s: %u × %u\n", out, pixels->width, pixels->height);
  return ceci_cli_json (cli, drawn_to_json (page, pixels, out));
}

static CeciExit
run_render (CeciCli *cli, int argc, char **argv)
{
  int page = 1;
  double scale = 1;
  g_autofree char *out = NULL;
  const GOptionEntry entries[] = {
      {"page", 0, 0, G_OPTION_ARG_INT, &page, NULL, NULL},
      {"scale", 0, 0, G_OPTION_ARG_DOUBLE, &scale, NULL, NULL},
      {"out", 0, 0, G_OPTION_ARG_FILENAME, &out, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_usage (&ceci_cli_render[0], error->message);
  if (argc != 2 || out == NULL)
    return ceci_cli_usage (&ceci_cli_render[0], _ ("Name one PDF, and where the picture goes with --out."));
  if (page < 1 || !isfinite (scale) || scale <= 0)
    return ceci_cli_usage (&ceci_cli_render[0], _ ("Pages count from 1, and the scale is more than 0."));
  return render_page (cli, argv[1], page, scale, out);
}

// --- inspect ----------------------------------------------------------------

static char *
excerpt (CeciRenderer *renderer, guint n_pages)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint page = 0; page < MIN (n_pages, EXCERPT_PAGES); page++) {
    g_autoptr (GAsyncResult) result = NULL;
    g_autofree char *words = NULL;

    ceci_renderer_text_async (renderer, page, NULL, keep_result, &result);
    words = ceci_renderer_text_finish (renderer, wait_for (&result), NULL);
    if (words != NULL && words[0] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", words);
  }
  return g_utf8_strlen (text->str, -1) > EXCERPT_CHARACTERS ? g_utf8_substring (text->str, 0, EXCERPT_CHARACTERS)
                                                            : g_strdup (text->str);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_flag (JsonBuilder *builder, const char *name, gboolean flag)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, flag);
}

static void
add_isolation (JsonBuilder *builder, const CeciInspection *inspection)
{
  json_builder_set_member_name (builder, "isolation");
  json_builder_begin_object (builder);
  add_flag (builder, "complete", ceci_inspection_is_isolated (inspection));
  add_flag (builder, "limits", (inspection->isolation & CECI_RENDER_LIMITS) != 0);
  add_flag (builder, "no_new_privs", (inspection->isolation & CECI_RENDER_NO_NEW_PRIVS) != 0);
  add_flag (builder, "seccomp", (inspection->isolation & CECI_RENDER_SECCOMP) != 0);
  json_builder_set_member_name (builder, "landlock_abi");
  json_builder_add_int_value (builder, inspection->landlock_abi);
  json_builder_end_object (builder);
}

// In points; null where a page has no size that makes sense.
static void
add_sizes (JsonBuilder *builder, CeciRenderer *renderer, guint n_pages)
{
  json_builder_set_member_name (builder, "sizes");
  json_builder_begin_array (builder);
  for (guint first = 0; first < n_pages; first += CECI_RENDER_MAX_SIZES) {
    guint count = MIN (n_pages - first, CECI_RENDER_MAX_SIZES);
    g_autoptr (GArray) sizes = ask_sizes (renderer, first, count, NULL);

    for (guint i = 0; i < count; i++) {
      CeciPageSize size = sizes != NULL ? g_array_index (sizes, CeciPageSize, i) : (CeciPageSize) {0, 0};
      if (size.width <= 0) {
        json_builder_add_null_value (builder);
        continue;
      }
      json_builder_begin_array (builder);
      json_builder_add_double_value (builder, round (size.width * 100) / 100);
      json_builder_add_double_value (builder, round (size.height * 100) / 100);
      json_builder_end_array (builder);
    }
  }
  json_builder_end_array (builder);
}

static JsonNode *
inspection_to_json (const char *path, CeciRenderer *renderer, const CeciInspection *inspection, const char *text)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_text (builder, "file", path);
  add_text (builder, "health", ceci_health_to_string (inspection->health));
  json_builder_set_member_name (builder, "pages");
  json_builder_add_int_value (builder, inspection->n_pages);
  add_flag (builder, "encrypted", inspection->health == CECI_DOCUMENT_HEALTH_ENCRYPTED);
  add_flag (builder, "damaged", inspection->health == CECI_DOCUMENT_HEALTH_DAMAGED);
  add_text (builder, "detail", inspection->detail);
  add_text (builder, "title", inspection->title);
  add_sizes (builder, renderer, inspection->n_pages);
  add_text (builder, "text", text);
  add_isolation (builder, inspection);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static CeciExit
run_inspect (CeciCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciInspection) inspection = NULL;
  g_autoptr (CeciRenderer) renderer = NULL;
  g_autofree char *text = NULL;

  if (argc != 2)
    return ceci_cli_usage (&ceci_cli_render[1], _ ("Name one PDF."));
  renderer = open_file (argv[1], &inspection, &error);
  if (renderer == NULL)
    return ceci_cli_fail (error);
  text = excerpt (renderer, inspection->n_pages);
  if (inspection->n_pages > 0)
    ceci_cli_print (cli, ngettext ("%s: %u page\n", "%s: %u pages\n", inspection->n_pages), argv[1],
                    inspection->n_pages);
  else
    ceci_cli_print (cli, "%s\n", argv[1]);
  if (inspection->title != NULL)
    ceci_cli_print (cli, "%s\n", inspection->title);
  if (inspection->detail != NULL && exit_for (inspection) == CECI_EXIT_DONE)
    ceci_cli_print (cli, "%s\n", inspection->detail);
  else if (inspection->detail != NULL)
    g_printerr ("cecictl: %s\n", inspection->detail);
  if (text[0] != '\0')
    ceci_cli_print (cli, "\n%s\n", text);
  ceci_cli_json (cli, inspection_to_json (argv[1], renderer, inspection, text));
  return exit_for (inspection);
}

const CeciCommand ceci_cli_render[] = {
    {"render", NULL, "FILE --out PNG [--page N] [--scale PIXELS-A-POINT]", run_render},
    {"inspect", NULL, "FILE", run_inspect},
    {0},
};
