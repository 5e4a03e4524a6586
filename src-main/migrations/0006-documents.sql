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
