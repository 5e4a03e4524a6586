-- What really happened on a day, and what was told or proved of absences.

CREATE TABLE attendance (
  child_id INTEGER NOT NULL REFERENCES children (id),
  service TEXT NOT NULL,
  day TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('present', 'absent')),
  -- The town's wall clock, HH:MM.
  arrival TEXT,
  departure TEXT,
  family_id INTEGER NOT NULL REFERENCES families (id),
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (child_id, service, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_by_day ON attendance (day, service);

-- A family told that a child stays away. Without a service: from all of them.
CREATE TABLE absence_notices (
  id INTEGER PRIMARY KEY,
  child_id INTEGER NOT NULL REFERENCES children (id),
  service TEXT,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL CHECK (to_on >= from_on),
  reason TEXT NOT NULL,
  told_at TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  recorded_at TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;
CREATE INDEX absence_notices_by_child ON absence_notices (child_id, from_on);

-- A paper that staff accepted for days of absence (certificate).
CREATE TABLE absence_proofs (
  id INTEGER PRIMARY KEY,
  child_id INTEGER NOT NULL REFERENCES children (id),
  kind TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL CHECK (to_on >= from_on),
  received_at TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  recorded_at TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;
CREATE INDEX absence_proofs_by_child ON absence_proofs (child_id, from_on);

-- The school or the town is the cause: strike, absent teacher, outing. Without a school: all of them.
CREATE TABLE disruptions (
  id INTEGER PRIMARY KEY,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL CHECK (to_on >= from_on),
  reason TEXT NOT NULL,
  school_id INTEGER REFERENCES schools (id),
  class_id INTEGER REFERENCES classes (id),
  service TEXT,
  note TEXT NOT NULL DEFAULT '',
  recorded_at TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;
CREATE INDEX disruptions_by_day ON disruptions (from_on, to_on);
