// SPDX-License-Identifier: GPL-3.0-or-later
// Asks where to save what is drawn from the register, a paper above all, and saves it there: whole or not at all.
#pragma once

#include <gtk/gtk.h>
#include "ceci-desk.h"

G_BEGIN_DECLS

// What is asked, for the thread that draws: it must not ask the desk.
typedef struct {
  gpointer data; // the caller’s: an id, as a rule
  const char *language;
  const char *today;
  GFile *file;
} CeciFileRequest;

/**
 * CeciFileSaving:
 * @title: of the dialog that asks where, marked for translation as the next two
 * @saved: said when it is done
 * @failed: said with the reason when nothing was saved
 * @draw: (nullable): the contents of the file, on a thread of the register
 * @write: (nullable): in its stead, writes the file by itself
 * @secret: whether only the person who saves it may read the file
 */
typedef struct {
  const char *title;
  const char *saved;
  const char *failed;
  GBytes *(*draw) (CeciDatabase *database, const CeciFileRequest *request, GError **error);
  gboolean (*write) (CeciDatabase *database, const CeciFileRequest *request, GError **error);
  gboolean secret;
} CeciFileSaving;

// saving: static. language: NULL for the program’s. name: proposed for the file, whatever characters it holds.
void ceci_file_saving_ask (const CeciFileSaving *saving, GtkWidget *parent, CeciDesk *desk, const char *language,
                           const char *name, gpointer data, GDestroyNotify data_destroy);
void ceci_file_saving_keep (const CeciFileSaving *saving, CeciDesk *desk, GFile *file, GBytes *bytes);

G_END_DECLS
