// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of the sample share while a register is made: the plan of who does what, and small tools.
#pragma once

#include "ceci-sample.h"
#include "core/store/ceci-database.h"

G_BEGIN_DECLS

// In a step: what fails ends it.
#define CHECKED(call)                                                                                                  \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    if (!(call))                                                                                                       \
      return FALSE;                                                                                                    \
  }                                                                                                                    \
  G_STMT_END

// How a student's or applicant's story goes.
typedef enum {
  CECI_FATE_AWARDED, // went to the closed session, certificate issued
  CECI_FATE_TO_COMPLETE,
  CECI_FATE_REFUSED,
  CECI_FATE_CANDIDATE, // in the session being read
  CECI_FATE_RUNNING,
  CECI_FATE_WITHDRAWN,
  CECI_FATE_EXPIRED,
  CECI_FATE_APPLICANT, // never enrolled
} CeciSampleFate;

typedef struct {
  guint cohort, index; // in the cohort; applicants that were not enrolled follow the students
  CeciSampleFate fate;
  char *person_id, *application_id, *student_id, *placement_id;
  char *first_name, *family_name, *display_name;
  gboolean english, committee;
  guint organisation, theme;
  double progress;                                     // of the placement by today, 0 to 1
  char *enrolled_on, *starts_on, *ends_on, *signed_on; // signed_on: NULL while a signature lacks
  char *supervisor;
  gint64 minutes; // logged
} CeciSampleStudent;

typedef struct {
  char *id, *name, *opens_on, *closes_on, *starts_on;
  const char *phase;
  guint places, first, n_students, n_people; // first: index in people of the whole sample
} CeciSampleCohort;

typedef struct {
  char *id, *name, *outgoing; // outgoing: a committee member whose term has ended
  const char *kind, *legal_form;
  char *number;
  GPtrArray *committee; // char *: names of those in office
} CeciSampleOrganisation;

typedef struct {
  const CeciSampleOptions *options;
  gboolean lean;         // a short history each
  GArray *cohorts;       // CeciSampleCohort
  GArray *people;        // CeciSampleStudent
  GArray *organisations; // CeciSampleOrganisation
  GPtrArray *faculties;  // char *: ids
  GPtrArray *modules;    // char *: ids by position
  GHashTable *addresses; // taken
  guint next_matricule;
  char *regulation_id, *grid_id;
  char *closed_session_on, *closed_cut_off, *reading_session_on, *reading_cut_off, *late_on;
} CeciSample;

// Purposes of random numbers: each has a stream of its own, so that one more draw here changes nothing there.
typedef enum {
  CECI_STREAM_PERSON,
  CECI_STREAM_APPLICATION,
  CECI_STREAM_FATE,
  CECI_STREAM_PLACEMENT,
  CECI_STREAM_HOURS,
  CECI_STREAM_PROGRESS,
  CECI_STREAM_DOCUMENTS,
  CECI_STREAM_NOTES,
  CECI_STREAM_ORGANISATION,
  CECI_STREAM_JURY,
} CeciSampleStream;

void ceci_sample_plan (CeciSample *self);
void ceci_sample_plan_clear (CeciSample *self);
GRand *ceci_sample_random (const CeciSample *self, CeciSampleStream stream, guint first,
                           guint second) G_GNUC_WARN_UNUSED_RESULT;
CeciSampleCohort *ceci_sample_get_cohort (const CeciSample *self, guint index);
CeciSampleStudent *ceci_sample_get_person (const CeciSample *self, const CeciSampleCohort *cohort, guint index);
CeciSampleOrganisation *ceci_sample_get_organisation (const CeciSample *self, guint index);
gboolean ceci_sample_is_past (const CeciSample *self, const char *date);
gboolean ceci_sample_is_late (const CeciSampleStudent *student); // deposits after the day files close
char *ceci_sample_instant (const char *date, int hour, int minute) G_GNUC_WARN_UNUSED_RESULT;
// Inserts a record and lets go of it; its id goes to @id if that is not NULL.
gboolean ceci_sample_insert (CeciDatabase *database, gpointer record, char **id, GError **error);

// The steps, each inside one write.
gboolean ceci_sample_write_organisations (CeciSample *self, CeciDatabase *database, GError **error);
gboolean ceci_sample_write_cohort (CeciSample *self, CeciDatabase *database, guint cohort, GError **error);
gboolean ceci_sample_write_closing (CeciSample *self, CeciDatabase *database, guint cohort, GError **error);
gboolean ceci_sample_write_applications (CeciSample *self, CeciDatabase *database, guint cohort, GError **error);
gboolean ceci_sample_write_guidance (CeciSample *self, CeciDatabase *database, guint cohort, GError **error);
gboolean ceci_sample_write_enrolment (CeciSample *self, CeciDatabase *database, guint cohort, GError **error);
gboolean ceci_sample_write_selection (CeciSample *self, CeciDatabase *database, guint cohort, GError **error);
gboolean ceci_sample_write_placements (CeciSample *self, CeciDatabase *database, guint cohort, GError **error);
gboolean ceci_sample_write_hours (CeciSample *self, CeciDatabase *database, guint cohort, GError **error);
gboolean ceci_sample_write_progress (CeciSample *self, CeciDatabase *database, guint cohort, GError **error);
gboolean ceci_sample_write_documents (CeciSample *self, CeciDatabase *database, guint cohort, GError **error);
gboolean ceci_sample_write_follow_up (CeciSample *self, CeciDatabase *database, guint cohort, GError **error);
gboolean ceci_sample_write_funding (CeciSample *self, CeciDatabase *database, GError **error);
gboolean ceci_sample_write_closed_session (CeciSample *self, CeciDatabase *database, GError **error);
gboolean ceci_sample_write_campus (CeciSample *self, CeciDatabase *database, guint index, GError **error);
gboolean ceci_sample_write_certificates (CeciSample *self, CeciDatabase *database, GError **error);
gboolean ceci_sample_write_reading_session (CeciSample *self, CeciDatabase *database, GError **error);
gboolean ceci_sample_write_packages (CeciSample *self, CeciDatabase *database, GError **error);

G_END_DECLS
