-- Messages between parents and the departments of the town hall.

CREATE TABLE departments (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 80),
  position INTEGER NOT NULL,
  archived_at TEXT
) STRICT;

-- Every town has one to begin with; it may be renamed.
INSERT INTO departments (name, position) VALUES ('Mairie', 1);

-- A parent's own thread: other guardians of the family do not read it.
CREATE TABLE conversations (
  id INTEGER PRIMARY KEY,
  family_id INTEGER NOT NULL REFERENCES families (id),
  person_id INTEGER NOT NULL REFERENCES persons (id),
  department_id INTEGER NOT NULL REFERENCES departments (id),
  subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 150),
  -- What it is about, "Facture F-2026-000123"; empty otherwise.
  reference TEXT NOT NULL DEFAULT '',
  assigned_to INTEGER REFERENCES staff_users (id),
  closed_at TEXT,
  opened_at TEXT NOT NULL,
  last_at TEXT NOT NULL,
  -- Who wrote last: a parent's word waits for an answer.
  last_by TEXT NOT NULL CHECK (last_by IN ('parent', 'staff'))
) STRICT;
CREATE INDEX conversations_by_person ON conversations (person_id, last_at);
CREATE INDEX conversations_by_department ON conversations (department_id, last_at);
CREATE INDEX conversations_by_family ON conversations (family_id);

CREATE TABLE messages (
  id INTEGER PRIMARY KEY,
  conversation_id INTEGER NOT NULL REFERENCES conversations (id),
  author TEXT NOT NULL CHECK (author IN ('parent', 'staff')),
  author_name TEXT NOT NULL,
  -- Sanitised by the server before it is kept: paragraphs, bold, italics, lists, links.
  html TEXT NOT NULL CHECK (length(html) > 0),
  at TEXT NOT NULL,
  -- Chosen by the page: the same key is the same message, however often it is sent.
  request_key TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX messages_by_conversation ON messages (conversation_id, id);

CREATE TABLE message_files (
  id INTEGER PRIMARY KEY,
  message_id INTEGER NOT NULL REFERENCES messages (id),
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;
CREATE INDEX message_files_by_message ON message_files (message_id);

-- How far each side has read: the parent of the conversation, and the town hall as one reader.
CREATE TABLE message_reads (
  conversation_id INTEGER NOT NULL REFERENCES conversations (id),
  reader TEXT NOT NULL CHECK (reader IN ('parent', 'staff')),
  last_message_id INTEGER NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (conversation_id, reader)
) STRICT, WITHOUT ROWID;

CREATE TABLE reply_templates (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 80),
  html TEXT NOT NULL
) STRICT;
