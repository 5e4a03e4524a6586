-- Files that parents and staff send. What nothing took within a day is forgotten.
CREATE TABLE uploads (
  id INTEGER PRIMARY KEY,
  sender TEXT NOT NULL CHECK (sender IN ('parent', 'staff')),
  -- Of a parent: persons.id; of staff: staff_users.id.
  sender_id INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  type TEXT NOT NULL CHECK (type IN ('application/pdf', 'image/jpeg', 'image/png')),
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  at TEXT NOT NULL,
  taken_at TEXT
) STRICT;
CREATE INDEX uploads_by_sender ON uploads (sender, sender_id);

-- What the town hands to parents: menus, rules, activities. Never changed in its file; withdrawn, not deleted.
CREATE TABLE published_documents (
  id INTEGER PRIMARY KEY,
  category TEXT NOT NULL CHECK (length(category) BETWEEN 1 AND 60),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  description TEXT NOT NULL DEFAULT '',
  file_name TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('application/pdf', 'image/jpeg', 'image/png')),
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  audience TEXT NOT NULL CHECK (audience IN ('all', 'school', 'class', 'service', 'family')),
  school_id INTEGER REFERENCES schools (id),
  class_id INTEGER REFERENCES classes (id),
  -- Code of the rulebook.
  service TEXT,
  family_id INTEGER REFERENCES families (id),
  -- The audience in words, as it was when published.
  audience_label TEXT NOT NULL,
  from_on TEXT NOT NULL,
  until_on TEXT CHECK (until_on IS NULL OR until_on >= from_on),
  published_at TEXT NOT NULL,
  published_by TEXT NOT NULL,
  withdrawn_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  request_key TEXT NOT NULL UNIQUE,
  CHECK ((audience = 'school') = (school_id IS NOT NULL) AND (audience = 'class') = (class_id IS NOT NULL)
    AND (audience = 'service') = (service IS NOT NULL) AND (audience = 'family') = (family_id IS NOT NULL))
) STRICT;
CREATE INDEX published_documents_by_day ON published_documents (from_on);

-- The first time that a parent opened a document.
CREATE TABLE document_reads (
  document_id INTEGER NOT NULL REFERENCES published_documents (id),
  person_id INTEGER NOT NULL REFERENCES persons (id),
  at TEXT NOT NULL,
  PRIMARY KEY (document_id, person_id)
) STRICT, WITHOUT ROWID;

-- Papers that the town asks for: insurance, health sheet. Archived, not deleted.
CREATE TABLE paper_kinds (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  about TEXT NOT NULL CHECK (about IN ('child', 'family')),
  help TEXT NOT NULL DEFAULT '',
  required INTEGER NOT NULL CHECK (required IN (0, 1)),
  -- Accepted until a day only, then asked for again.
  renewed INTEGER NOT NULL CHECK (renewed IN (0, 1)),
  -- Health data: opened by those who may read it, each reading journaled.
  health INTEGER NOT NULL CHECK (health IN (0, 1)),
  position INTEGER NOT NULL,
  archived_at TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX paper_kinds_by_name ON paper_kinds (name COLLATE NOCASE) WHERE archived_at IS NULL;

-- What families send, and what became of it. Without a kind: something that nobody asked for.
CREATE TABLE family_papers (
  id INTEGER PRIMARY KEY,
  kind_id INTEGER REFERENCES paper_kinds (id),
  family_id INTEGER NOT NULL REFERENCES families (id),
  -- Null: about the whole family.
  child_id INTEGER REFERENCES children (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  description TEXT NOT NULL DEFAULT '',
  sent_at TEXT NOT NULL,
  sent_by TEXT NOT NULL,
  -- The parent who sent it; null when staff did for them.
  person_id INTEGER REFERENCES persons (id),
  -- replaced: the family sent another before staff looked at it.
  state TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'refused', 'replaced')),
  decided_at TEXT,
  decided_by TEXT NOT NULL DEFAULT '',
  -- Last day on which it counts; null = without end.
  valid_until TEXT,
  reason TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  request_key TEXT NOT NULL UNIQUE,
  CHECK ((state IN ('accepted', 'refused')) = (decided_at IS NOT NULL)),
  CHECK ((state = 'refused') = (reason <> ''))
) STRICT;
CREATE INDEX family_papers_by_family ON family_papers (family_id);
CREATE INDEX family_papers_by_child ON family_papers (child_id);
CREATE INDEX family_papers_waiting ON family_papers (sent_at) WHERE state = 'waiting';

-- Pages of a paper, in their order.
CREATE TABLE family_paper_files (
  id INTEGER PRIMARY KEY,
  paper_id INTEGER NOT NULL REFERENCES family_papers (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('application/pdf', 'image/jpeg', 'image/png')),
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  UNIQUE (paper_id, position)
) STRICT;
