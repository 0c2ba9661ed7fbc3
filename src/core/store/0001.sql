-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 1 of the register. Dates are YYYY-MM-DD, instants UTC (YYYY-MM-DDTHH:MM:SS.sssZ), durations minutes, money cents,
-- booleans 0/1, ids UUIDv7 text. Every table but step, change and blob has a TEXT primary key named id and is journaled by
-- generated triggers; there is no BLOB outside blob, and no ON DELETE CASCADE: what is removed is removed by name.

CREATE TABLE step (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, who TEXT NOT NULL,
  label TEXT, label_salt TEXT, label_digest TEXT, kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo', 'erase')),
  reverts TEXT REFERENCES step (id), previous TEXT NOT NULL, digest TEXT
) STRICT; -- a label may name a person: like a change's values it is chained by its salted digest, and can be erased with its salt
CREATE INDEX step_reverts ON step (reverts) WHERE reverts IS NOT NULL;
CREATE TABLE change (
  step_seq INTEGER NOT NULL, ordinal INTEGER NOT NULL, table_name TEXT NOT NULL, row_id TEXT NOT NULL,
  operation TEXT NOT NULL CHECK (operation IN ('insert', 'update', 'delete')),
  old TEXT, new TEXT, salt TEXT, digest TEXT, PRIMARY KEY (step_seq, ordinal)
) STRICT;
CREATE INDEX change_row ON change (row_id, step_seq);
CREATE TABLE blob (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT;

CREATE TABLE setting (id TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE faculty (id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, name_fr TEXT NOT NULL, name_en TEXT NOT NULL, position INTEGER NOT NULL) STRICT;
CREATE TABLE grid (id TEXT PRIMARY KEY, name TEXT NOT NULL, version INTEGER NOT NULL, adopted_on TEXT NOT NULL) STRICT;
CREATE TABLE criterion (
  id TEXT PRIMARY KEY, grid_id TEXT NOT NULL REFERENCES grid (id), position INTEGER NOT NULL, code TEXT NOT NULL,
  title_fr TEXT NOT NULL, title_en TEXT NOT NULL, weight INTEGER NOT NULL, required INTEGER NOT NULL DEFAULT 1,
  reflection INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX criterion_grid ON criterion (grid_id, position);
CREATE TABLE regulation (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, version INTEGER NOT NULL, adopted_on TEXT NOT NULL, content TEXT NOT NULL,
  grid_id TEXT REFERENCES grid (id)
) STRICT;
CREATE TABLE cohort (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, opens_on TEXT NOT NULL, closes_on TEXT NOT NULL, starts_on TEXT NOT NULL,
  phase TEXT NOT NULL CHECK (phase IN ('applications', 'selection', 'running', 'closed')),
  places INTEGER NOT NULL, place_value_cents INTEGER NOT NULL, regulation_id TEXT NOT NULL REFERENCES regulation (id)
) STRICT;

CREATE TABLE person (
  id TEXT PRIMARY KEY, family_name TEXT NOT NULL, first_name TEXT NOT NULL, usual_first_name TEXT, matricule TEXT,
  email TEXT, phone TEXT, birth_date TEXT, gender TEXT CHECK (gender IN ('female', 'male', 'other')),
  faculty_id TEXT REFERENCES faculty (id), language TEXT NOT NULL DEFAULT 'fr', search_key TEXT NOT NULL
) STRICT;
CREATE INDEX person_matricule ON person (matricule);
CREATE INDEX person_email ON person (email);
CREATE TABLE person_alias (
  id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person (id), family_name TEXT NOT NULL, first_name TEXT NOT NULL,
  usual_first_name TEXT, until TEXT NOT NULL
) STRICT;
CREATE INDEX person_alias_person ON person_alias (person_id);

CREATE TABLE organisation (
  id TEXT PRIMARY KEY, name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('society', 'student_office', 'bea', 'association', 'public_body', 'school', 'foundation', 'other')),
  legal_form TEXT NOT NULL CHECK (legal_form IN ('asbl', 'aisbl', 'unincorporated', 'foundation', 'public', 'cooperative', 'commercial', 'unknown')),
  enterprise_number TEXT, address TEXT, postcode TEXT, city TEXT, country TEXT, email TEXT, phone TEXT, purpose TEXT,
  checked_on TEXT, checked_reason TEXT, search_key TEXT NOT NULL
) STRICT;
CREATE TABLE contact (
  id TEXT PRIMARY KEY, organisation_id TEXT NOT NULL REFERENCES organisation (id), name TEXT NOT NULL, role TEXT,
  email TEXT, phone TEXT
) STRICT;
CREATE TABLE mandate (
  id TEXT PRIMARY KEY, organisation_id TEXT NOT NULL REFERENCES organisation (id), holder_name TEXT NOT NULL,
  person_id TEXT REFERENCES person (id), role TEXT NOT NULL, starts_on TEXT NOT NULL, ends_on TEXT
) STRICT;
CREATE INDEX mandate_organisation ON mandate (organisation_id);
CREATE TABLE offer (
  id TEXT PRIMARY KEY, organisation_id TEXT NOT NULL REFERENCES organisation (id), reference TEXT, title TEXT NOT NULL,
  labelled INTEGER NOT NULL DEFAULT 0, origin TEXT NOT NULL DEFAULT 'time', minutes INTEGER, valid_until TEXT, description TEXT
) STRICT;
CREATE INDEX offer_organisation ON offer (organisation_id);

CREATE TABLE application (
  id TEXT PRIMARY KEY, cohort_id TEXT NOT NULL REFERENCES cohort (id), person_id TEXT NOT NULL REFERENCES person (id),
  received_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('received', 'admissible', 'inadmissible', 'waiting', 'selected', 'declined', 'withdrawn')),
  state_reason TEXT, entry_profile TEXT, study_path TEXT, organisation_name TEXT, organisation_kind TEXT, legal_form TEXT,
  enterprise_number TEXT, mission TEXT, function TEXT, planned_minutes INTEGER, starts_on TEXT, ends_on TEXT,
  committee_member INTEGER, supervisor_name TEXT, supervisor_email TEXT, offer_reference TEXT, offer_labelled INTEGER,
  motivation TEXT, consent INTEGER, source TEXT NOT NULL, source_line INTEGER
) STRICT;
CREATE INDEX application_cohort ON application (cohort_id);
CREATE INDEX application_person ON application (person_id);
CREATE TABLE student (
  id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person (id), cohort_id TEXT NOT NULL REFERENCES cohort (id),
  application_id TEXT REFERENCES application (id), enrolled_on TEXT NOT NULL, left_on TEXT,
  state TEXT NOT NULL CHECK (state IN ('enrolled', 'withdrawn', 'awarded', 'refused', 'expired')), state_reason TEXT
) STRICT;
CREATE INDEX student_cohort ON student (cohort_id);
CREATE INDEX student_person ON student (person_id);
CREATE TABLE extension (
  id TEXT PRIMARY KEY, student_id TEXT NOT NULL REFERENCES student (id),
  category TEXT NOT NULL CHECK (category IN ('illness', 'family', 'studies', 'placement', 'other')),
  deadline TEXT NOT NULL, granted_by TEXT NOT NULL, granted_on TEXT NOT NULL, note TEXT
) STRICT;
CREATE INDEX extension_student ON extension (student_id);

CREATE TABLE placement (
  id TEXT PRIMARY KEY, student_id TEXT NOT NULL REFERENCES student (id), organisation_id TEXT NOT NULL REFERENCES organisation (id),
  offer_id TEXT REFERENCES offer (id), function TEXT, mission TEXT, feasibility TEXT, starts_on TEXT NOT NULL, ends_on TEXT,
  planned_minutes INTEGER NOT NULL, committee_member INTEGER NOT NULL DEFAULT 0,
  supervisor_kind TEXT NOT NULL CHECK (supervisor_kind IN ('individual', 'collective')),
  supervisor_name TEXT, supervisor_email TEXT, closed_on TEXT, closed_reason TEXT
) STRICT;
CREATE INDEX placement_student ON placement (student_id);
CREATE INDEX placement_organisation ON placement (organisation_id);
CREATE TABLE supervisor_member (
  id TEXT PRIMARY KEY, placement_id TEXT NOT NULL REFERENCES placement (id), name TEXT NOT NULL, role TEXT, since TEXT, until TEXT
) STRICT;
CREATE INDEX supervisor_member_placement ON supervisor_member (placement_id);
CREATE TABLE agreement (
  id TEXT PRIMARY KEY, placement_id TEXT NOT NULL REFERENCES placement (id), number INTEGER NOT NULL DEFAULT 0,
  drawn_on TEXT NOT NULL, reason TEXT
) STRICT; -- number 0 is the agreement, 1 and up its amendments
CREATE INDEX agreement_placement ON agreement (placement_id);
CREATE TABLE signature (
  id TEXT PRIMARY KEY, agreement_id TEXT NOT NULL REFERENCES agreement (id),
  party TEXT NOT NULL CHECK (party IN ('student', 'organisation', 'university')), signatory TEXT NOT NULL, signed_on TEXT NOT NULL,
  UNIQUE (agreement_id, party)
) STRICT;
CREATE TABLE hours (
  id TEXT PRIMARY KEY, placement_id TEXT NOT NULL REFERENCES placement (id), worked_on TEXT NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes > 0), description TEXT,
  state TEXT NOT NULL CHECK (state IN ('claimed', 'confirmed', 'accepted', 'refused')), state_reason TEXT
) STRICT;
CREATE INDEX hours_placement ON hours (placement_id);

CREATE TABLE module (
  id TEXT PRIMARY KEY, position INTEGER NOT NULL, title_fr TEXT NOT NULL, title_en TEXT NOT NULL, content_fr TEXT NOT NULL, content_en TEXT NOT NULL
) STRICT;
CREATE TABLE module_completion (
  id TEXT PRIMARY KEY, student_id TEXT NOT NULL REFERENCES student (id), module_id TEXT NOT NULL REFERENCES module (id),
  completed_on TEXT NOT NULL, evidence TEXT, UNIQUE (student_id, module_id)
) STRICT;
CREATE TABLE column_mapping (
  id TEXT PRIMARY KEY, format TEXT NOT NULL, course TEXT NOT NULL, heading TEXT NOT NULL, target TEXT NOT NULL
) STRICT; -- how a person mapped a column (or a course's activity) once; remembered
CREATE TABLE participant (
  id TEXT PRIMARY KEY, course TEXT NOT NULL, number TEXT NOT NULL, person_id TEXT NOT NULL REFERENCES person (id), UNIQUE (course, number)
) STRICT;
CREATE TABLE meeting (
  id TEXT PRIMARY KEY, cohort_id TEXT NOT NULL REFERENCES cohort (id), held_on TEXT NOT NULL, starts_at TEXT, ends_at TEXT,
  place TEXT, title TEXT NOT NULL, sequence INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX meeting_cohort ON meeting (cohort_id, held_on);
CREATE TABLE attendance (
  id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting (id), student_id TEXT NOT NULL REFERENCES student (id),
  state TEXT NOT NULL CHECK (state IN ('present', 'excused', 'absent')), note TEXT, UNIQUE (meeting_id, student_id)
) STRICT;
CREATE INDEX attendance_student ON attendance (student_id);

CREATE TABLE document (
  id TEXT PRIMARY KEY, student_id TEXT NOT NULL REFERENCES student (id), placement_id TEXT REFERENCES placement (id),
  kind TEXT NOT NULL CHECK (kind IN ('production', 'reflective_analysis', 'follow_up_grid', 'agreement', 'annex')),
  production_type TEXT CHECK (production_type IN ('backward_schedule', 'minutes', 'communication_plan', 'balance_sheet', 'interview', 'project_tools', 'other')),
  title TEXT NOT NULL, dated_on TEXT, deposited_at TEXT NOT NULL, removed_on TEXT, removed_reason TEXT
) STRICT;
CREATE INDEX document_student ON document (student_id);
CREATE TABLE document_version (
  id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES document (id), number INTEGER NOT NULL, sha256 TEXT NOT NULL REFERENCES blob (sha256),
  file_name TEXT NOT NULL, media_type TEXT NOT NULL, size INTEGER NOT NULL, pages INTEGER,
  health TEXT NOT NULL CHECK (health IN ('unknown', 'fine', 'encrypted', 'damaged', 'empty', 'not_pdf')), health_detail TEXT,
  source TEXT, added_at TEXT NOT NULL, UNIQUE (document_id, number)
) STRICT;
CREATE INDEX document_version_sha256 ON document_version (sha256);
CREATE TABLE follow_up_grid (
  id TEXT PRIMARY KEY, placement_id TEXT NOT NULL REFERENCES placement (id), document_id TEXT REFERENCES document (id), filled_on TEXT NOT NULL,
  attested_minutes INTEGER, starts_on TEXT, ends_on TEXT, functions TEXT, strengths TEXT, advice TEXT,
  overall TEXT CHECK (overall IN ('favourable', 'reserved', 'unfavourable')), signatories TEXT
) STRICT;
CREATE TABLE follow_up_rating (
  id TEXT PRIMARY KEY, grid_id TEXT NOT NULL REFERENCES follow_up_grid (id), item TEXT NOT NULL, level INTEGER CHECK (level BETWEEN 1 AND 4), UNIQUE (grid_id, item)
) STRICT; -- level NULL: not observed
CREATE TABLE follow_up_note (
  id TEXT PRIMARY KEY, student_id TEXT NOT NULL REFERENCES student (id), written_at TEXT NOT NULL, author TEXT NOT NULL, text TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'done')), due_on TEXT
) STRICT;
CREATE INDEX follow_up_note_student ON follow_up_note (student_id);
CREATE TABLE snooze (
  id TEXT PRIMARY KEY, student_id TEXT NOT NULL REFERENCES student (id), rule TEXT NOT NULL, until TEXT NOT NULL, reason TEXT NOT NULL
) STRICT;

CREATE TABLE subsidy (
  id TEXT PRIMARY KEY, funder TEXT NOT NULL, reference TEXT, amount_cents INTEGER NOT NULL, places INTEGER NOT NULL, starts_on TEXT NOT NULL, ends_on TEXT NOT NULL, note TEXT
) STRICT;
CREATE TABLE subsidy_cover (
  id TEXT PRIMARY KEY, subsidy_id TEXT NOT NULL REFERENCES subsidy (id), cohort_id TEXT NOT NULL REFERENCES cohort (id), places INTEGER NOT NULL
) STRICT;

CREATE TABLE juror (
  id TEXT PRIMARY KEY, family_name TEXT NOT NULL, first_name TEXT NOT NULL, email TEXT,
  quality TEXT NOT NULL CHECK (quality IN ('student', 'association', 'expert', 'staff')), languages TEXT NOT NULL DEFAULT 'fr', organisation TEXT
) STRICT;
CREATE TABLE jury_session (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, held_on TEXT NOT NULL, cut_off_on TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('preparation', 'reading', 'deliberation', 'closed')), grid_id TEXT NOT NULL REFERENCES grid (id),
  readers INTEGER NOT NULL DEFAULT 2, place TEXT, closed_at TEXT, reopened_reason TEXT
) STRICT;
CREATE TABLE session_juror (
  id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES jury_session (id), juror_id TEXT NOT NULL REFERENCES juror (id),
  public_key TEXT, return_key TEXT, revision INTEGER NOT NULL DEFAULT 0, recused_on TEXT, recusal_reason TEXT, arrived_at TEXT, left_at TEXT,
  UNIQUE (session_id, juror_id)
) STRICT; -- public_key, return_key: hex; revision: of the last package made
CREATE TABLE dossier (
  id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES jury_session (id), student_id TEXT NOT NULL REFERENCES student (id),
  admitted_on TEXT NOT NULL, waiver_reason TEXT, UNIQUE (session_id, student_id)
) STRICT;
CREATE TABLE assignment (
  id TEXT PRIMARY KEY, dossier_id TEXT NOT NULL REFERENCES dossier (id), juror_id TEXT NOT NULL REFERENCES juror (id),
  role TEXT NOT NULL CHECK (role IN ('reader', 'reserve', 'third')), recused_on TEXT, recusal_reason TEXT, UNIQUE (dossier_id, juror_id)
) STRICT;
CREATE TABLE jury_package (
  id TEXT PRIMARY KEY, session_juror_id TEXT NOT NULL REFERENCES session_juror (id), revision INTEGER NOT NULL, made_at TEXT NOT NULL,
  manifest TEXT NOT NULL, UNIQUE (session_juror_id, revision)
) STRICT; -- manifest: JSON, dossier id to the document hashes sealed in it
CREATE TABLE jury_return (
  id TEXT PRIMARY KEY, session_juror_id TEXT NOT NULL REFERENCES session_juror (id), package_revision INTEGER NOT NULL, revision INTEGER NOT NULL,
  sealed_at TEXT NOT NULL, merged_at TEXT NOT NULL, digest TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('merged', 'superseded', 'annex')),
  content TEXT NOT NULL, UNIQUE (session_juror_id, revision, digest)
) STRICT;
CREATE TABLE review (
  id TEXT PRIMARY KEY, assignment_id TEXT NOT NULL UNIQUE REFERENCES assignment (id), return_id TEXT REFERENCES jury_return (id),
  suggestion TEXT CHECK (suggestion IN ('awarded', 'to_complete', 'deferred', 'refused')), comment TEXT, outdated INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE score (
  id TEXT PRIMARY KEY, review_id TEXT NOT NULL REFERENCES review (id), criterion_id TEXT NOT NULL REFERENCES criterion (id),
  level INTEGER CHECK (level BETWEEN 0 AND 4), comment TEXT, UNIQUE (review_id, criterion_id)
) STRICT;
CREATE TABLE page_note (
  id TEXT PRIMARY KEY, review_id TEXT NOT NULL REFERENCES review (id), document_sha256 TEXT NOT NULL, page INTEGER NOT NULL,
  x REAL NOT NULL, y REAL NOT NULL, width REAL NOT NULL, height REAL NOT NULL, criterion_id TEXT REFERENCES criterion (id), text TEXT NOT NULL
) STRICT; -- region in fractions of the page, origin top left
CREATE INDEX page_note_review ON page_note (review_id);
CREATE TABLE decision (
  id TEXT PRIMARY KEY, dossier_id TEXT NOT NULL UNIQUE REFERENCES dossier (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('awarded', 'to_complete', 'deferred', 'refused')), reason TEXT,
  votes_for INTEGER, votes_against INTEGER, abstentions INTEGER, decided_on TEXT NOT NULL, conditions TEXT, complete_by TEXT
) STRICT;
CREATE TABLE certificate (
  id TEXT PRIMARY KEY, student_id TEXT NOT NULL REFERENCES student (id), decision_id TEXT NOT NULL UNIQUE REFERENCES decision (id),
  number TEXT NOT NULL UNIQUE, issued_on TEXT NOT NULL, payload TEXT NOT NULL, revoked_on TEXT, revoked_reason TEXT
) STRICT; -- payload: the compact signed text of the certificate's QR code
CREATE TABLE erasure (
  id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person (id), requested_on TEXT NOT NULL, done_on TEXT NOT NULL, reason TEXT NOT NULL, kept TEXT NOT NULL
) STRICT;
