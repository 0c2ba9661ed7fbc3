// SPDX-License-Identifier: GPL-3.0-or-later
// A small package for the tests of both sides: one session, one juror, two dossiers that share a document.
#pragma once

#include <json-glib/json-glib.h>
#include <sodium.h>
#include <string.h>

#include "core/jury/ceci-package-writer.h"
#include "core/jury/ceci-package.h"

#define SAMPLE_PASSPHRASE "QXTV-8MDR-2H6P"

static const char *const sample_documents[] = {"%PDF-1.7 backward schedule", "%PDF-1.7 reflective analysis",
                                               "%PDF-1.7 minutes of a meeting"};

static inline char *
sample_sha256 (guint document)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, sample_documents[document], -1);
}

static inline GBytes *
sample_document (const char *sha256, gpointer user_data, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (sample_documents); i++) {
    g_autofree char *own = sample_sha256 (i);

    if (strcmp (own, sha256) == 0)
      return g_bytes_new_static (sample_documents[i], strlen (sample_documents[i]));
  }
  g_assert_not_reached ();
}

static inline char *
sample_document_json (guint document, const char *kind, const char *type, const char *title)
{
  g_autofree char *sha256 = sample_sha256 (document);

  return g_strdup_printf ("{\"sha256\":\"%s\",\"title\":\"%s\",\"file_name\":\"%s.pdf\",\"kind\":\"%s\"%s%s%s,"
                          "\"media_type\":\"application/pdf\",\"pages\":3,\"size\":%" G_GSIZE_FORMAT "}",
                          sha256, title, title, kind, type ? ",\"production_type\":\"" : "", type ? type : "",
                          type ? "\"" : "", strlen (sample_documents[document]));
}

static inline JsonObject *
sample_content (int revision)
{
  g_autofree char *schedule = sample_document_json (0, "production", "backward_schedule", "Rétroplanning");
  g_autofree char *analysis = sample_document_json (1, "reflective_analysis", NULL, "Analyse réflexive");
  g_autofree char *minutes = sample_document_json (2, "production", "minutes", "PV de réunion");
  g_autofree char *text = g_strdup_printf (
      "{\"format\":\"ceci-jury\",\"version\":1,\"revision\":%d,\"made_at\":\"2026-11-02T09:00:00.000Z\","
      "\"session\":{\"id\":\"session-1\",\"name\":\"Jury de "
      "décembre\",\"held_on\":\"2026-12-10\",\"cut_off_on\":\"2026-12-01\"},"
      "\"juror\":{\"id\":\"juror-1\",\"session_juror\":\"session-juror-1\",\"name\":\"Inès Van den Broeck\"},"
      "\"grid\":{\"id\":\"grid-1\",\"name\":\"Grille\",\"version\":1,\"award_threshold\":200,\"reflection_minimum\":2,"
      "\"discussion_gap\":80,"
      "\"criteria\":["
      "{\"id\":\"c1\",\"code\":\"outputs\",\"title_fr\":\"Productions\",\"title_en\":\"Outputs\",\"weight\":60,"
      "\"required\":true,\"reflection\":false},"
      "{\"id\":\"c2\",\"code\":\"reflection\",\"title_fr\":\"Réflexion\",\"title_en\":\"Reflection\",\"weight\":40,"
      "\"required\":true,\"reflection\":true}]},"
      "\"dossiers\":["
      "{\"id\":\"dossier-1\",\"name\":\"Élodie Martin\",\"cohort\":\"Automne 2025\",\"regulation\":\"Règlement "
      "2025\",\"organisation\":\"Cercle de droit\","
      "\"digest\":\"1111111111111111111111111111111111111111111111111111111111111111\",\"documents\":[%s,%s],"
      "\"findings\":[{\"rule\":\"R7\",\"title\":\"Heures\",\"state\":\"ok\",\"reason\":\"152 h.\"}],"
      "\"follow_up\":[{\"overall\":\"favourable\",\"strengths\":\"Ponctuelle\",\"ratings\":[{\"item\":\"Intégration\","
      "\"level\":4}]}]},"
      "{\"id\":\"dossier-2\",\"name\":\"Noé D’Hondt\",\"cohort\":\"Automne 2025\","
      "\"digest\":\"2222222222222222222222222222222222222222222222222222222222222222\",\"documents\":[%s,%s]}]}",
      revision, schedule, analysis, schedule, minutes);
  g_autoptr (JsonNode) node = json_from_string (text, NULL);

  g_assert_nonnull (node);
  return json_object_ref (json_node_get_object (node));
}

static inline void
sample_write (GFile *file, int revision, guint8 seed_byte, guint8 return_byte)
{
  g_autoptr (JsonObject) content = sample_content (revision);
  guint8 seed[32], return_key[32];
  g_autoptr (CeciPackageWriter) writer = NULL;
  GError *error = NULL;

  memset (seed, seed_byte, sizeof seed);
  memset (return_key, return_byte, sizeof return_key);
  writer = ceci_package_writer_new (content, seed, return_key);
  ceci_package_writer_write (writer, file, SAMPLE_PASSPHRASE, CECI_SEALING_COST_TEST, sample_document, NULL, NULL,
                             &error);
  g_assert_no_error (error);
}

static inline CeciPackage *
sample_open (GFile *file)
{
  GError *error = NULL;
  CeciPackage *package = ceci_package_open (file, SAMPLE_PASSPHRASE, &error);

  g_assert_no_error (error);
  return package;
}
