-- The town, its staff, its families, their bookings. Instants are ISO 8601 texts in UTC (xxx_at),
-- days are YYYY-MM-DD (xxx_on), amounts are integer cents (xxx_cents).

CREATE TABLE town (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  address TEXT NOT NULL,
  postcode TEXT NOT NULL,
  city TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  siret TEXT NOT NULL CHECK (siret = '' OR length(siret) = 14),
  school_zone TEXT NOT NULL CHECK (school_zone IN ('A', 'B', 'C', 'none')),
  holiday_region TEXT NOT NULL DEFAULT '',
  time_zone TEXT NOT NULL,
  logo BLOB,
  logo_type TEXT CHECK (logo_type IN ('image/png', 'image/jpeg')),
  password_rule TEXT NOT NULL DEFAULT 'guide' CHECK (password_rule IN ('guide', 'strict')),
  is_demo INTEGER NOT NULL DEFAULT 0 CHECK (is_demo IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE smtp_settings (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  host TEXT NOT NULL,
  port INTEGER NOT NULL CHECK (port BETWEEN 1 AND 65535),
  security TEXT NOT NULL CHECK (security IN ('tls', 'starttls', 'none')),
  user_name TEXT NOT NULL,
  password TEXT NOT NULL,
  from_name TEXT NOT NULL,
  from_email TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE mails (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  family_id INTEGER,
  person_id INTEGER,
  to_name TEXT NOT NULL,
  to_email TEXT NOT NULL,
  subject TEXT NOT NULL,
  body_text TEXT NOT NULL,
  body_html TEXT NOT NULL,
  dedupe_key TEXT UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'cancelled')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_try_at TEXT,
  last_error TEXT,
  created_at TEXT NOT NULL,
  sent_at TEXT
) STRICT;
CREATE INDEX mails_by_state ON mails (state, next_try_at);
CREATE INDEX mails_by_family ON mails (family_id);

-- Who did what, when: written once, never changed.
CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor_kind TEXT NOT NULL CHECK (actor_kind IN ('staff', 'parent', 'system')),
  actor_id INTEGER,
  actor_name TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  family_id INTEGER,
  child_id INTEGER,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX journal_by_family ON journal (family_id, id);
CREATE TRIGGER journal_keeps_rows BEFORE DELETE ON journal BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_keeps_words BEFORE UPDATE ON journal BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;

CREATE TABLE job_runs (
  job TEXT PRIMARY KEY,
  last_run_at TEXT NOT NULL
) STRICT;

-- Access ---------------------------------------------------------------------------------------

CREATE TABLE staff_users (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  email TEXT NOT NULL COLLATE NOCASE UNIQUE,
  password_hash TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('admin', 'secretary', 'agent', 'accountant')),
  health_right INTEGER NOT NULL DEFAULT 0 CHECK (health_right IN (0, 1)),
  disabled_at TEXT,
  last_sign_in_at TEXT,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE sessions (
  id INTEGER PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  holder TEXT NOT NULL CHECK (holder IN ('staff', 'parent')),
  holder_id INTEGER NOT NULL,
  device TEXT NOT NULL,
  remembered INTEGER NOT NULL DEFAULT 0 CHECK (remembered IN (0, 1)),
  created_at TEXT NOT NULL,
  last_seen_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT;
CREATE INDEX sessions_by_holder ON sessions (holder, holder_id);

-- Failures only are counted, by account and by address (CNIL 2022-100).
CREATE TABLE sign_in_failures (
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX sign_in_failures_by_subject ON sign_in_failures (subject, at);

-- Schools --------------------------------------------------------------------------------------

CREATE TABLE schools (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  archived_at TEXT
) STRICT;

CREATE TABLE classes (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  levels TEXT NOT NULL CHECK (json_valid(levels)),
  teacher TEXT NOT NULL DEFAULT '',
  archived_at TEXT,
  UNIQUE (school_id, name)
) STRICT;

-- Families -------------------------------------------------------------------------------------

CREATE TABLE persons (
  id INTEGER PRIMARY KEY,
  civility TEXT NOT NULL DEFAULT '',
  last_name TEXT NOT NULL CHECK (length(last_name) BETWEEN 1 AND 80),
  first_name TEXT NOT NULL,
  birth_on TEXT,
  birth_place TEXT NOT NULL DEFAULT '',
  marital_status TEXT NOT NULL DEFAULT 'unknown',
  address TEXT NOT NULL DEFAULT '',
  postcode TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  home_phone TEXT NOT NULL DEFAULT '',
  mobile_phone TEXT NOT NULL DEFAULT '',
  office_phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '' COLLATE NOCASE,
  occupation TEXT NOT NULL DEFAULT '',
  employer TEXT NOT NULL DEFAULT '',
  employer_phone TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX persons_by_email ON persons (email);

CREATE TABLE families (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  zone TEXT NOT NULL DEFAULT '',
  fund TEXT NOT NULL DEFAULT '' CHECK (fund IN ('', 'CAF', 'MSA', 'autre')),
  fund_number TEXT NOT NULL DEFAULT '',
  flags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(flags)),
  notes TEXT NOT NULL DEFAULT '',
  search_text TEXT NOT NULL DEFAULT '',
  archived_at TEXT,
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Adults of a family: guardians in order, then other contacts. A person may belong to several.
CREATE TABLE family_adults (
  family_id INTEGER NOT NULL REFERENCES families (id),
  person_id INTEGER NOT NULL REFERENCES persons (id),
  kind TEXT NOT NULL CHECK (kind IN ('guardian', 'contact')),
  position INTEGER NOT NULL,
  relation TEXT NOT NULL DEFAULT '',
  parental_authority TEXT NOT NULL DEFAULT 'unknown' CHECK (parental_authority IN ('yes', 'no', 'unknown')),
  PRIMARY KEY (family_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX family_adults_by_person ON family_adults (person_id);

CREATE TABLE children (
  id INTEGER PRIMARY KEY,
  last_name TEXT NOT NULL CHECK (length(last_name) BETWEEN 1 AND 80),
  first_name TEXT NOT NULL CHECK (length(first_name) BETWEEN 1 AND 80),
  sex TEXT NOT NULL CHECK (sex IN ('F', 'M', '')),
  birth_on TEXT,
  birth_place TEXT NOT NULL DEFAULT '',
  school_id INTEGER REFERENCES schools (id),
  class_id INTEGER REFERENCES classes (id),
  level TEXT NOT NULL DEFAULT '',
  category TEXT NOT NULL DEFAULT 'enfant',
  diet TEXT NOT NULL DEFAULT '',
  flags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(flags)),
  notes TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX children_by_class ON children (class_id);

-- Health data: behind its own right, each reading journaled.
CREATE TABLE child_health (
  child_id INTEGER PRIMARY KEY REFERENCES children (id),
  has_pai INTEGER NOT NULL DEFAULT 0 CHECK (has_pai IN (0, 1)),
  allergies TEXT NOT NULL DEFAULT '',
  instructions TEXT NOT NULL DEFAULT '',
  updated_at TEXT NOT NULL
) STRICT;

-- A child may live in two families; custody says which of them books and pays on a day.
CREATE TABLE family_children (
  family_id INTEGER NOT NULL REFERENCES families (id),
  child_id INTEGER NOT NULL REFERENCES children (id),
  position INTEGER NOT NULL,
  custody TEXT NOT NULL DEFAULT 'always' CHECK (custody IN ('always', 'evenWeeks', 'oddWeeks', 'chosenDates', 'otherDates')),
  PRIMARY KEY (family_id, child_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX family_children_by_child ON family_children (child_id);

CREATE TABLE custody_periods (
  id INTEGER PRIMARY KEY,
  family_id INTEGER NOT NULL,
  child_id INTEGER NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL CHECK (to_on >= from_on),
  FOREIGN KEY (family_id, child_id) REFERENCES family_children (family_id, child_id) ON DELETE CASCADE
) STRICT;
CREATE INDEX custody_periods_by_child ON custody_periods (child_id);

CREATE TABLE child_adults (
  child_id INTEGER NOT NULL REFERENCES children (id),
  person_id INTEGER NOT NULL REFERENCES persons (id),
  may_collect INTEGER NOT NULL DEFAULT 0 CHECK (may_collect IN (0, 1)),
  call_in_emergency INTEGER NOT NULL DEFAULT 0 CHECK (call_in_emergency IN (0, 1)),
  PRIMARY KEY (child_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE quotients (
  id INTEGER PRIMARY KEY,
  family_id INTEGER NOT NULL REFERENCES families (id),
  measure TEXT NOT NULL DEFAULT 'qf',
  value TEXT NOT NULL,
  from_on TEXT NOT NULL,
  proved_on TEXT,
  proof TEXT NOT NULL DEFAULT '',
  recorded_at TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;
CREATE INDEX quotients_by_family ON quotients (family_id, measure, from_on);

-- Portal accounts ------------------------------------------------------------------------------

CREATE TABLE portal_accounts (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL UNIQUE REFERENCES persons (id),
  identifier TEXT NOT NULL UNIQUE COLLATE NOCASE,
  email TEXT COLLATE NOCASE UNIQUE,
  password_hash TEXT,
  password_changed_at TEXT,
  disabled_at TEXT,
  locked_at TEXT,
  last_sign_in_at TEXT,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE password_links (
  token_hash TEXT PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES portal_accounts (id),
  purpose TEXT NOT NULL CHECK (purpose IN ('invitation', 'forgotten', 'change')),
  mail_id INTEGER REFERENCES mails (id),
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX password_links_by_account ON password_links (account_id);

-- Rules ----------------------------------------------------------------------------------------

-- One row a version of the council's text (see docs/rulebook.md); never changed once in force.
CREATE TABLE rulebook_versions (
  id INTEGER PRIMARY KEY,
  from_on TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  activated_at TEXT NOT NULL,
  activated_by TEXT NOT NULL,
  replaced_at TEXT
) STRICT;
CREATE UNIQUE INDEX rulebook_versions_in_force ON rulebook_versions (from_on) WHERE replaced_at IS NULL;

CREATE TABLE rulebook_drafts (
  id INTEGER PRIMARY KEY,
  from_on TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  revision INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL
) STRICT;

CREATE TABLE capacities (
  service TEXT NOT NULL,
  from_on TEXT NOT NULL,
  places INTEGER CHECK (places >= 0),
  PRIMARY KEY (service, from_on)
) STRICT, WITHOUT ROWID;

-- Enrolments and bookings ----------------------------------------------------------------------

CREATE TABLE enrolments (
  id INTEGER PRIMARY KEY,
  child_id INTEGER NOT NULL REFERENCES children (id),
  service TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT CHECK (to_on IS NULL OR to_on >= from_on),
  status TEXT CHECK (status IN ('regular', 'occasional')),
  week TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(week)),
  requested_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX enrolments_by_child ON enrolments (child_id, service, from_on);
CREATE INDEX enrolments_by_service ON enrolments (service, from_on);

-- What was decided for a child, a service and a day. Without a row the usual week speaks.
CREATE TABLE bookings (
  child_id INTEGER NOT NULL REFERENCES children (id),
  service TEXT NOT NULL,
  day TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('booked', 'cancelled')),
  timing TEXT NOT NULL CHECK (timing IN ('inTime', 'late')),
  family_id INTEGER NOT NULL REFERENCES families (id),
  decided_at TEXT NOT NULL,
  PRIMARY KEY (child_id, service, day)
) STRICT, WITHOUT ROWID;

-- Each change of a booking, as it was decided: the receipt of parents and staff. The journal's
-- entry says who and when.
CREATE TABLE booking_events (
  id INTEGER PRIMARY KEY,
  child_id INTEGER NOT NULL REFERENCES children (id),
  service TEXT NOT NULL,
  day TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('book', 'cancel')),
  outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'late', 'override')),
  price_cents INTEGER,
  journal_id INTEGER NOT NULL REFERENCES journal (id)
) STRICT;
CREATE INDEX booking_events_by_child ON booking_events (child_id, day);
CREATE TRIGGER booking_events_keep_rows BEFORE DELETE ON booking_events BEGIN SELECT raise(ABORT, 'booking events are append-only'); END;
CREATE TRIGGER booking_events_keep_words BEFORE UPDATE ON booking_events BEGIN SELECT raise(ABORT, 'booking events are append-only'); END;
