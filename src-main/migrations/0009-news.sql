-- News of the town, on top of the parents' home page.

CREATE TABLE news (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  -- Sanitised by the server before it is kept.
  html TEXT NOT NULL CHECK (length(html) > 0),
  from_on TEXT NOT NULL,
  -- Last day on which it is shown; null = until it is withdrawn.
  until_on TEXT CHECK (until_on IS NULL OR until_on >= from_on),
  -- Before the others.
  pinned INTEGER NOT NULL CHECK (pinned IN (0, 1)),
  published_by INTEGER NOT NULL REFERENCES staff_users (id),
  published_at TEXT NOT NULL,
  withdrawn_at TEXT,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX news_shown ON news (from_on) WHERE withdrawn_at IS NULL;
