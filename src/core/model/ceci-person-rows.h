// SPDX-License-Identifier: GPL-3.0-or-later
// All that the register holds about one person: which rows of which tables, now or only in the journal's past, and what becomes of them
// when the person is erased.
#pragma once

#include "core/store/ceci-database.h"

G_BEGIN_DECLS

// What an erasure leaves of a table's rows.
typedef enum {
  CECI_KEPT_NOTHING, // the rows go
  CECI_KEPT_SHELL,   // the rows stay, without the columns named
  CECI_KEPT_AWARD,   // the same, and whole where a certificate was issued
} CeciKept;

typedef struct {
  const char *table;
  const char *column;          // refers to a row of parent
  const char *parent;          // NULL: the person itself
  CeciKept    kept;
  const char *const *erased;   // columns of a shell, ended by NULL
  const char *label;           // what these rows are, marked for translation: «Hours»
} CeciPersonTable;

const CeciPersonTable *ceci_person_tables (guint *n); // parents come before their children

char                  *ceci_person_table_query (const CeciPersonTable *table) G_GNUC_WARN_UNUSED_RESULT; // every column of the rows whose ids are in the JSON array $1, by age

typedef struct _CeciPersonRows CeciPersonRows;

CeciPersonRows    *ceci_person_rows_new       (CeciDatabase *database, const char *person_id, GError **error); // with those that only the journal remembers
void               ceci_person_rows_free      (CeciPersonRows *self);
const char *const *ceci_person_rows_of        (CeciPersonRows *self, const char *table); // (transfer none): ids, ended by NULL
GStrv              ceci_person_rows_all       (CeciPersonRows *self) G_GNUC_WARN_UNUSED_RESULT;
GStrv              ceci_person_words          (CeciDatabase *database, CeciPersonRows *rows, const char *person_id, GError **error) G_GNUC_WARN_UNUSED_RESULT; // names, addresses, titles, of today and before, that labels may hold

// What erasing asks of SQL.
GStrv              ceci_texts_of              (CeciDatabase *database, const char *sql, const char *parameter, GError **error) G_GNUC_WARN_UNUSED_RESULT; // of a query's one column
char              *ceci_json_array_of         (const char * const *ids) G_GNUC_WARN_UNUSED_RESULT;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciPersonRows, ceci_person_rows_free)

G_END_DECLS
