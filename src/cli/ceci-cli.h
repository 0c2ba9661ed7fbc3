// SPDX-License-Identifier: GPL-3.0-or-later
// What every command group of cecictl shares: options, the register, output, exit codes.
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include "core/model/ceci-student.h"
#include "core/regulation/ceci-finding.h"
#include "core/store/ceci-register.h"

G_BEGIN_DECLS

typedef enum { CECI_EXIT_DONE = 0, CECI_EXIT_REFUSED = 1, CECI_EXIT_USAGE = 2, CECI_EXIT_DAMAGED = 3 } CeciExit;

typedef struct {
  const char *register_path; // as given, or the application's own
  gboolean    json;
  const char *today;         // --on, or today
  gboolean    today_given;   // by --on
} CeciCli;

// A command: argv[0] is its own name; it parses its options with GOptionContext or the helpers below.
typedef struct {
  const char *group;   // "cohort"
  const char *name;    // "list"; NULL: the group is the command ("check")
  const char *synopsis;
  CeciExit  (*run) (CeciCli *cli, int argc, char **argv);
} CeciCommand;

// Each group's file defines one table ended by a zero row; main's list names them all.
extern const CeciCommand ceci_cli_application[];
extern const CeciCommand ceci_cli_badge[];
extern const CeciCommand ceci_cli_check[];
extern const CeciCommand ceci_cli_cohort[];
extern const CeciCommand ceci_cli_demo[];
extern const CeciCommand ceci_cli_document[];
extern const CeciCommand ceci_cli_erase[];
extern const CeciCommand ceci_cli_export[];
extern const CeciCommand ceci_cli_figures[];
extern const CeciCommand ceci_cli_funding[];
extern const CeciCommand ceci_cli_import[];
extern const CeciCommand ceci_cli_moodle[];
extern const CeciCommand ceci_cli_meeting[];
extern const CeciCommand ceci_cli_worksheet[];
extern const CeciCommand ceci_cli_offer[];
extern const CeciCommand ceci_cli_organisation[];
extern const CeciCommand ceci_cli_journal[];
extern const CeciCommand ceci_cli_jury[];
extern const CeciCommand ceci_cli_letter[];
extern const CeciCommand ceci_cli_package[];
extern const CeciCommand ceci_cli_paper[];
extern const CeciCommand ceci_cli_person[];
extern const CeciCommand ceci_cli_placement[];
extern const CeciCommand ceci_cli_hours[];
extern const CeciCommand ceci_cli_placement_change[];
extern const CeciCommand ceci_cli_placement_paper[];
extern const CeciCommand ceci_cli_life[];
extern const CeciCommand ceci_cli_progress[];
extern const CeciCommand ceci_cli_regulation[];
extern const CeciCommand ceci_cli_render[];
extern const CeciCommand ceci_cli_select[];
extern const CeciCommand ceci_cli_student[];

CeciExit      ceci_cli_import_submissions   (CeciCli *cli, int argc, char **argv);
CeciExit      ceci_cli_document_remove      (CeciCli *cli, int argc, char **argv);
CeciExit      ceci_cli_document_restore     (CeciCli *cli, int argc, char **argv);
CeciExit      ceci_cli_document_move        (CeciCli *cli, int argc, char **argv);
CeciExit      ceci_cli_document_split       (CeciCli *cli, int argc, char **argv);
CeciExit      ceci_cli_document_renew       (CeciCli *cli, int argc, char **argv);
CeciExit      ceci_cli_document_versions    (CeciCli *cli, int argc, char **argv);
CeciExit      ceci_cli_document_export_dossier (CeciCli *cli, const char *student, const char *out); // a folder or a ZIP

GFile        *ceci_cli_register_file (CeciCli *cli); // --register, or the application's own
CeciRegister *ceci_cli_open    (CeciCli *cli, gboolean writable, CeciExit *exit); // NULL: said why on stderr, *exit set
// Opens the register and finds the student named there (an id, a student number, an e-mail, words): NULL, said why, *exit set.
CeciStudent  *ceci_cli_open_student (CeciCli *cli, const char *text, gboolean writable, CeciRegister **opened, CeciExit *exit);
CeciExit      ceci_cli_fail    (const GError *error);                             // says it on stderr; its exit code
CeciExit      ceci_cli_usage   (const CeciCommand *command, const char *message);
void          ceci_cli_print   (CeciCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3); // on stdout, unless --json
void          ceci_cli_print_finding (CeciCli *cli, const char *indent, CeciFinding *finding); // a line, unless --json
CeciExit      ceci_cli_json    (CeciCli *cli, JsonNode *node);                    // (transfer full): on stdout if --json, with a newline
CeciExit      ceci_cli_records (CeciCli *cli, GListModel *records, const char * const *columns, const char * const *titles); // JSON array, or a table in text
gboolean      ceci_cli_options (int *argc, char ***argv, const GOptionEntry *entries, GError **error); // parses and removes
char         *ceci_cli_passphrase (const char *file, GError **error); // from the file's first line, or a prompt without echo; wiped by ceci_cli_wipe
void          ceci_cli_wipe    (char *passphrase);

G_END_DECLS
