// SPDX-License-Identifier: GPL-3.0-or-later
// The words of journal steps that the window and the terminal share; each names what a person did, for Undo.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *ceci_label_hours_add       (gint64 minutes, const char *name) G_GNUC_WARN_UNUSED_RESULT; // «Record 4 h 30 for Élodie Martin»
char *ceci_label_hours_change    (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_hours_remove    (gint64 minutes, const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_agreement_sign  (const char *party, const char *name) G_GNUC_WARN_UNUSED_RESULT; // party: its label
char *ceci_label_agreement_draw  (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_placement_add   (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_placement_edit  (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_placement_close (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_placement_change (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_amendment       (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_agreement_attach (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_hours_states    (guint n, const char *state, const char *name) G_GNUC_WARN_UNUSED_RESULT; // state: its label
char *ceci_label_hours_import    (guint n, const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_grid            (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_document_add    (const char *title, const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_document_remove (const char *title, const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_document_restore (const char *title, const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_document_replace (const char *title, const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_document_move   (const char *title, const char *name) G_GNUC_WARN_UNUSED_RESULT; // name: whose it is
char *ceci_label_document_renew  (gint64 number, const char *title, const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_document_split  (const char *title) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_document_change (const char *title, const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_enrol           (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_enrol_many      (guint n) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_withdraw        (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_extend          (const char *name, const char *deadline) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_cohort_create   (const char *cohort) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_cohort_change   (const char *cohort) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_regulation_adopt (const char *cohort) G_GNUC_WARN_UNUSED_RESULT; // a new version of its regulation
char *ceci_label_module          (const char *title, const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_attendance      (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_meeting_plan    (guint n, const char *cohort) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_meeting_change  (const char *title, const char *date) G_GNUC_WARN_UNUSED_RESULT; // date: as it is shown
char *ceci_label_meeting_cancel  (const char *title, const char *date) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_meeting_restore (const char *title, const char *date) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_all_present     (const char *date) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_module_reopen   (const char *title, const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_note_add        (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_select_propose  (const char *cohort) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_select_criteria (const char *cohort) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_select_change   (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_select_confirm  (const char *cohort) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_select_close    (const char *cohort) G_GNUC_WARN_UNUSED_RESULT; // the waiting list
char *ceci_label_place_give      (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_cohort_places   (const char *cohort, gint64 places) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_label_snooze          (guint n, const char *name, const char *until) G_GNUC_WARN_UNUSED_RESULT; // name: where n is 1
char *ceci_label_certificate_revoke (const char *number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
