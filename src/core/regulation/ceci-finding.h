// SPDX-License-Identifier: GPL-3.0-or-later
// A finding: what one rule says of one student today.
#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum {
  CECI_FINDING_OK,      // fulfilled
  CECI_FINDING_PENDING, // not yet, and nothing is wrong
  CECI_FINDING_WARNING, // someone should act
  CECI_FINDING_BLOCKED, // bars admission to a jury
} CeciFindingState;
#define CECI_TYPE_FINDING_STATE (ceci_finding_state_get_type ())
GType ceci_finding_state_get_type (void) G_GNUC_CONST;
const char *ceci_finding_state_get_label (CeciFindingState state); // translated; where one word speaks of several requirements
const char *ceci_finding_state_get_word  (CeciFindingState state, const char *rule); // translated; of one requirement: «Signed»

#define CECI_TYPE_FINDING (ceci_finding_get_type ())
G_DECLARE_FINAL_TYPE (CeciFinding, ceci_finding, CECI, FINDING, GObject)

CeciFinding      *ceci_finding_new            (const char *rule, const char *student_id, CeciFindingState state, const char *reason, const char *since, const char *due);
// What rules call: the reason is worded when it is read (text: marked with N_(); types and arguments: see CeciWording).
CeciFinding      *ceci_finding_new_worded     (const char *rule, const char *student_id, CeciFindingState state, const char *since, const char *due,
                                               const char *text, const char *types, ...);
void              ceci_finding_add_fact       (CeciFinding *self, const char *name, const char *value); // only while it is being made; name: static
void              ceci_finding_add_count      (CeciFinding *self, const char *name, gint64 value);
const char       *ceci_finding_get_rule       (CeciFinding *self); // "R21"
const char       *ceci_finding_get_title      (CeciFinding *self); // «Agreement», translated
const char       *ceci_finding_get_student_id (CeciFinding *self);
CeciFindingState  ceci_finding_get_state      (CeciFinding *self);
char             *ceci_finding_dup_word       (CeciFinding *self) G_GNUC_WARN_UNUSED_RESULT; // «Signed», «4/4», «150 h»
const char       *ceci_finding_get_reason     (CeciFinding *self); // a translated sentence
const char       *ceci_finding_get_since      (CeciFinding *self); // a date or NULL
const char       *ceci_finding_get_due        (CeciFinding *self); // a date or NULL
GStrv             ceci_finding_get_facts      (CeciFinding *self); // (transfer none) "name=value"
const char       *ceci_finding_find_fact      (CeciFinding *self, const char *name); // NULL: none
JsonNode         *ceci_finding_to_json        (CeciFinding *self);

G_END_DECLS
