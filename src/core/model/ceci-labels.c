// SPDX-License-Identifier: GPL-3.0-or-later
// The words of journal steps, as the person who undoes one will read them.

#include "config.h"

#include "ceci-labels.h"

#include <glib/gi18n-lib.h>

#include "core/store/ceci-date.h"

char *
ceci_label_hours_add (gint64 minutes, const char *name)
{
  g_autofree char *duration = ceci_duration_format (minutes);

  // Translators: 4 h 30, a student's name
  return g_strdup_printf (_ ("Record %s for %s"), duration, name);
}

char *
ceci_label_hours_change (const char *name)
{
  return g_strdup_printf (_ ("Change hours of %s"), name);
}

char *
ceci_label_hours_remove (gint64 minutes, const char *name)
{
  g_autofree char *duration = ceci_duration_format (minutes);

  return g_strdup_printf (_ ("Remove %s of %s"), duration, name);
}

char *
ceci_label_agreement_sign (const char *party, const char *name)
{
  // Translators: who signs (student, organisation, university), a student's name
  return g_strdup_printf (_ ("Record the signature “%s” for %s"), party, name);
}

char *
ceci_label_agreement_draw (const char *name)
{
  return g_strdup_printf (_ ("Draw up the agreement of %s"), name);
}

char *
ceci_label_placement_add (const char *name)
{
  return g_strdup_printf (_ ("Add a placement for %s"), name);
}

char *
ceci_label_placement_edit (const char *name)
{
  return g_strdup_printf (_ ("Edit the placement of %s"), name);
}

char *
ceci_label_placement_close (const char *name)
{
  return g_strdup_printf (_ ("Close the placement of %s"), name);
}

char *
ceci_label_placement_change (const char *name)
{
  return g_strdup_printf (_ ("Change the placement of %s for another"), name);
}

char *
ceci_label_amendment (const char *name)
{
  return g_strdup_printf (_ ("Draw up an amendment for %s"), name);
}

char *
ceci_label_agreement_attach (const char *name)
{
  return g_strdup_printf (_ ("Attach the signed agreement of %s"), name);
}

char *
ceci_label_hours_states (guint n, const char *state, const char *name)
{
  // Translators: a number of entries of the hour log, their state in words («Accepted»), a student's name
  return g_strdup_printf (ngettext ("Mark %u entry “%s” for %s", "Mark %u entries “%s” for %s", n), n, state, name);
}

char *
ceci_label_hours_import (guint n, const char *name)
{
  return g_strdup_printf (ngettext ("Import %u entry of hours for %s", "Import %u entries of hours for %s", n), n,
                          name);
}

char *
ceci_label_grid (const char *name)
{
  return g_strdup_printf (_ ("Transcribe the follow-up grid of %s"), name);
}

char *
ceci_label_document_add (const char *title, const char *name)
{
  return g_strdup_printf (_ ("Add “%s” to the portfolio of %s"), title, name);
}

char *
ceci_label_document_remove (const char *title, const char *name)
{
  return g_strdup_printf (_ ("Remove “%s” from the portfolio of %s"), title, name);
}

char *
ceci_label_document_restore (const char *title, const char *name)
{
  // Translators: the title of a document, a student’s name
  return g_strdup_printf (_ ("Put back “%s” for %s"), title, name);
}

char *
ceci_label_document_replace (const char *title, const char *name)
{
  // Translators: the title of a document, a student’s name
  return g_strdup_printf (_ ("Add a version of “%s” for %s"), title, name);
}

char *
ceci_label_document_move (const char *title, const char *name)
{
  // Translators: the title of a document, the name of the student whose it is
  return g_strdup_printf (_ ("Move “%s” to %s"), title, name);
}

char *
ceci_label_document_renew (gint64 number, const char *title, const char *name)
{
  // Translators: the number of a version, the title of its document, a student’s name
  return g_strdup_printf (_ ("Make version %d of “%s” for %s the newest again"), (int) number, title, name);
}

char *
ceci_label_document_split (const char *title)
{
  return g_strdup_printf (_ ("Make a document of its own of “%s”"), title);
}

char *
ceci_label_document_change (const char *title, const char *name)
{
  // Translators: the title of a document, a student’s name
  return g_strdup_printf (_ ("Change what is said of “%s” of %s"), title, name);
}

char *
ceci_label_enrol (const char *name)
{
  return g_strdup_printf (_ ("Enrol %s"), name);
}

char *
ceci_label_enrol_many (guint n)
{
  return g_strdup_printf (ngettext ("Enrol %u applicant", "Enrol %u applicants", n), n);
}

char *
ceci_label_withdraw (const char *name)
{
  return g_strdup_printf (_ ("Record the withdrawal of %s"), name);
}

char *
ceci_label_extend (const char *name, const char *deadline)
{
  g_autofree char *date = ceci_date_format_short (deadline);

  return g_strdup_printf (_ ("Extend %s until %s"), name, date);
}

char *
ceci_label_cohort_create (const char *cohort)
{
  return g_strdup_printf (_ ("Create the cohort “%s”"), cohort);
}

char *
ceci_label_cohort_change (const char *cohort)
{
  return g_strdup_printf (_ ("Change the cohort “%s”"), cohort);
}

char *
ceci_label_regulation_adopt (const char *cohort)
{
  return g_strdup_printf (_ ("Change the regulation of %s"), cohort);
}

char *
ceci_label_module (const char *title, const char *name)
{
  return g_strdup_printf (_ ("Record the module “%s” for %s"), title, name);
}

char *
ceci_label_attendance (const char *name)
{
  return g_strdup_printf (_ ("Record the attendance of %s"), name);
}

char *
ceci_label_note_add (const char *name)
{
  return g_strdup_printf (_ ("Add a note on %s"), name);
}

char *
ceci_label_meeting_plan (guint n, const char *cohort)
{
  return g_strdup_printf (ngettext ("Plan %u meeting of “%s”", "Plan %u meetings of “%s”", n), n, cohort);
}

char *
ceci_label_meeting_change (const char *title, const char *date)
{
  // Translators: what a meeting is about, and its day
  return g_strdup_printf (_ ("Change the meeting “%s” of %s"), title, date);
}

char *
ceci_label_meeting_cancel (const char *title, const char *date)
{
  // Translators: what a meeting is about, and its day
  return g_strdup_printf (_ ("Cancel the meeting “%s” of %s"), title, date);
}

char *
ceci_label_meeting_restore (const char *title, const char *date)
{
  // Translators: what a meeting is about, and its day
  return g_strdup_printf (_ ("Hold the meeting “%s” of %s after all"), title, date);
}

char *
ceci_label_all_present (const char *date)
{
  return g_strdup_printf (_ ("Mark everyone else present on %s"), date);
}

char *
ceci_label_module_reopen (const char *title, const char *name)
{
  return g_strdup_printf (_ ("Take back the module “%s” of %s"), title, name);
}

char *
ceci_label_select_propose (const char *cohort)
{
  return g_strdup_printf (_ ("Propose the selection of “%s”"), cohort);
}

char *
ceci_label_select_criteria (const char *cohort)
{
  return g_strdup_printf (_ ("Change the criteria of the selection of “%s”"), cohort);
}

char *
ceci_label_select_change (const char *name)
{
  return g_strdup_printf (_ ("Change the choice of %s"), name);
}

char *
ceci_label_select_confirm (const char *cohort)
{
  return g_strdup_printf (_ ("Confirm the selection of “%s”"), cohort);
}

char *
ceci_label_select_close (const char *cohort)
{
  return g_strdup_printf (_ ("Close the waiting list of “%s”"), cohort);
}

char *
ceci_label_place_give (const char *name)
{
  return g_strdup_printf (_ ("Give a place to %s"), name);
}

char *
ceci_label_cohort_places (const char *cohort, gint64 places)
{
  return g_strdup_printf (ngettext ("Give “%s” %d place", "Give “%s” %d places", (gulong) places), cohort,
                          (int) places);
}

char *
ceci_label_snooze (guint n, const char *name, const char *until)
{
  g_autofree char *date = ceci_date_format_short (until);

  if (n == 1)
    return g_strdup_printf (_ ("Put something of %s aside until %s"), name, date);
  return g_strdup_printf (ngettext ("Put %u thing to do aside until %s", "Put %u things to do aside until %s", n), n,
                          date);
}

char *
ceci_label_certificate_revoke (const char *number)
{
  return g_strdup_printf (_ ("Revoke the certificate %s"), number);
}
