-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 2: the whole life of a student, from the application to the complete dossier.

ALTER TABLE regulation ADD COLUMN previous_id TEXT REFERENCES regulation (id);
ALTER TABLE regulation ADD COLUMN reason TEXT; -- why it replaces the one before
ALTER TABLE cohort ADD COLUMN gender_erased_on TEXT;
ALTER TABLE cohort ADD COLUMN course TEXT; -- the cohort's course on the Université Virtuelle
CREATE TABLE capacity (
  id TEXT PRIMARY KEY, cohort_id TEXT NOT NULL REFERENCES cohort (id), places INTEGER NOT NULL CHECK (places >= 0), since TEXT NOT NULL, reason TEXT NOT NULL
) STRICT; -- each change of a cohort's places; cohort.places is the last one's
CREATE INDEX capacity_cohort ON capacity (cohort_id);

ALTER TABLE application ADD COLUMN guidance_since TEXT;  -- «sans stage, accompagnement»: since when the office helps to find one
ALTER TABLE application ADD COLUMN waiting_rank INTEGER; -- from 1, for those who wait
ALTER TABLE application ADD COLUMN eligibility_reason TEXT; -- the staff's check where no label speaks for the offer
CREATE TABLE application_contact (
  id TEXT PRIMARY KEY, application_id TEXT NOT NULL REFERENCES application (id), contacted_on TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('email', 'phone', 'meeting', 'other')), author TEXT NOT NULL, note TEXT NOT NULL
) STRICT;
CREATE INDEX application_contact_application ON application_contact (application_id);

CREATE TABLE selection (
  id TEXT PRIMARY KEY, cohort_id TEXT NOT NULL REFERENCES cohort (id), made_at TEXT NOT NULL, seed INTEGER NOT NULL, places INTEGER NOT NULL,
  targets TEXT NOT NULL, objective REAL, bound REAL, proposal_objective REAL, composition TEXT, confirmed_on TEXT, confirmed_by TEXT
) STRICT; -- targets, composition: JSON; a composition holds counts only, so that minutes outlive the erasure of gender
CREATE INDEX selection_cohort ON selection (cohort_id);
CREATE TABLE selection_choice (
  id TEXT PRIMARY KEY, selection_id TEXT NOT NULL REFERENCES selection (id), application_id TEXT NOT NULL REFERENCES application (id),
  proposed INTEGER NOT NULL DEFAULT 0, chosen INTEGER NOT NULL DEFAULT 0, held TEXT CHECK (held IN ('in', 'out')), reason TEXT,
  waiting_rank INTEGER, UNIQUE (selection_id, application_id)
) STRICT; -- held: locked in or out by a person; reason: of a lock, or of a choice that is not the proposal's; waiting_rank: at the confirmation
CREATE INDEX selection_choice_application ON selection_choice (application_id);

ALTER TABLE student ADD COLUMN override_reason TEXT; -- why there was a place beyond the cohort's
CREATE TABLE interruption (
  id TEXT PRIMARY KEY, student_id TEXT NOT NULL REFERENCES student (id), starts_on TEXT NOT NULL, ends_on TEXT NOT NULL, reason TEXT NOT NULL
) STRICT; -- a withdrawal that ended: starts_on is the last day before it, ends_on the first day again
CREATE INDEX interruption_student ON interruption (student_id);

ALTER TABLE placement ADD COLUMN mandate_id TEXT REFERENCES mandate (id);    -- the ended mandate that makes the supervisor an outgoing member
ALTER TABLE placement ADD COLUMN replaces_id TEXT REFERENCES placement (id); -- the placement that this one follows
ALTER TABLE placement ADD COLUMN eligibility_reason TEXT;                    -- the staff's check where no label speaks for the offer
ALTER TABLE agreement ADD COLUMN document_id TEXT REFERENCES document (id);  -- the signed paper
ALTER TABLE agreement ADD COLUMN changes TEXT;     -- of an amendment: what it changes, a line each
ALTER TABLE hours ADD COLUMN confirmed_by TEXT;
ALTER TABLE hours ADD COLUMN confirmed_on TEXT;
ALTER TABLE hours ADD COLUMN source TEXT; -- the sheet it was read from

ALTER TABLE meeting ADD COLUMN cancelled_on TEXT;
ALTER TABLE attendance ADD COLUMN source TEXT;
ALTER TABLE follow_up_note ADD COLUMN done_on TEXT;
ALTER TABLE snooze ADD COLUMN made_on TEXT;
CREATE INDEX snooze_student ON snooze (student_id);
ALTER TABLE subsidy ADD COLUMN state TEXT NOT NULL DEFAULT 'granted' CHECK (state IN ('requested', 'granted', 'refused'));
ALTER TABLE subsidy ADD COLUMN iban TEXT; -- the funder's

CREATE TABLE letter (
  id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person (id), student_id TEXT REFERENCES student (id), application_id TEXT REFERENCES application (id),
  kind TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL, language TEXT NOT NULL, prepared_at TEXT NOT NULL,
  sent_on TEXT, channel TEXT CHECK (channel IN ('email', 'print', 'other'))
) STRICT; -- kind: the name of its template; sent_on: when somebody said that it went
CREATE INDEX letter_person ON letter (person_id);

CREATE TABLE redaction (
  step_seq INTEGER NOT NULL, change_seq INTEGER NOT NULL, ordinal INTEGER NOT NULL, fields TEXT, salt TEXT, digest TEXT,
  cleared INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (change_seq, ordinal, step_seq)
) STRICT; -- what a step of kind erase (step_seq) took out of a change, or of a label (ordinal 0), and the digest of what it left; like step and change it is not journaled
CREATE INDEX redaction_step ON redaction (step_seq);

-- What the rules look at for everyone: indexes that hold every column read, in the order in which they are read.
CREATE UNIQUE INDEX student_state ON student (state, id); -- unique: so that what hangs from a student needs no sorting
DROP INDEX placement_student;
CREATE INDEX placement_student ON placement (student_id, starts_on, id);
DROP INDEX hours_placement;
CREATE INDEX hours_placement ON hours (placement_id, worked_on, minutes, state, id);
CREATE INDEX signature_agreement ON signature (agreement_id, signed_on);
DROP INDEX document_student;
CREATE INDEX document_student ON document (student_id, deposited_at, id, kind, dated_on, removed_on);
CREATE INDEX document_version_document ON document_version (document_id, number, sha256, health);
DROP INDEX attendance_student;
CREATE INDEX attendance_student ON attendance (student_id, state, meeting_id);
CREATE INDEX application_state ON application (state, cohort_id, received_at);
CREATE INDEX follow_up_grid_placement ON follow_up_grid (placement_id);
CREATE INDEX student_application ON student (application_id); -- whether an application became an enrolment
CREATE INDEX person_search_key ON person (search_key, id);    -- a search reads names in the order in which it shows them, and stops when it has enough
