// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciModuleCompletion; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-module-completion.h"

struct _CeciModuleCompletion {
  CeciRecord parent_instance;

  char *student_id;
  char *module_id;
  char *completed_on;
  char *evidence;
  gint64 position;
  char *title_fr;
  char *title_en;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciModuleCompletion, student_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciModuleCompletion, module_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciModuleCompletion, completed_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciModuleCompletion, evidence, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciModuleCompletion, position, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciModuleCompletion, title_fr, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciModuleCompletion, title_en, CECI_FIELD_JOINED),
};

CECI_DEFINE_RECORD (CeciModuleCompletion, ceci_module_completion, "module_completion");

CECI_DEFINE_GETTER (CeciModuleCompletion, ceci_module_completion, const char *, student_id);
CECI_DEFINE_GETTER (CeciModuleCompletion, ceci_module_completion, const char *, module_id);
CECI_DEFINE_GETTER (CeciModuleCompletion, ceci_module_completion, const char *, completed_on);
CECI_DEFINE_GETTER (CeciModuleCompletion, ceci_module_completion, const char *, evidence);
CECI_DEFINE_GETTER (CeciModuleCompletion, ceci_module_completion, gint64, position);
CECI_DEFINE_GETTER (CeciModuleCompletion, ceci_module_completion, const char *, title_fr);
CECI_DEFINE_GETTER (CeciModuleCompletion, ceci_module_completion, const char *, title_en);
