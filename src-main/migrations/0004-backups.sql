-- How backups are made and kept. What each one holds stands beside it in its folder, so that the
-- list survives the loss of this database.

CREATE TABLE backup_settings (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- Which house made a backup: folders of several towns may share one disk.
  house TEXT NOT NULL,
  -- The town's hour from which the backup of the day is made.
  hour INTEGER NOT NULL DEFAULT 12 CHECK (hour BETWEEN 0 AND 23),
  second_folder TEXT,
  keep_days INTEGER NOT NULL DEFAULT 7 CHECK (keep_days BETWEEN 1 AND 60),
  keep_weeks INTEGER NOT NULL DEFAULT 5 CHECK (keep_weeks BETWEEN 0 AND 53),
  keep_months INTEGER NOT NULL DEFAULT 13 CHECK (keep_months BETWEEN 0 AND 120),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO backup_settings (id, house) VALUES (1, lower(hex(randomblob(8))));

-- How the last tries went: to be told on the page and the home page. A problem is {code, details}.
CREATE TABLE backup_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  tried_at TEXT,
  problem TEXT CHECK (problem IS NULL OR json_valid(problem)),
  second_tried_at TEXT,
  second_done_at TEXT,
  second_problem TEXT CHECK (second_problem IS NULL OR json_valid(second_problem))
) STRICT;
INSERT INTO backup_state (id) VALUES (1);

-- Each restore, written into the database that it brought back.
CREATE TABLE restores (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  by_name TEXT NOT NULL,
  backup TEXT NOT NULL,
  -- The instant of which the data is.
  taken_at TEXT NOT NULL,
  -- The backup of the moment before: the way back.
  safety TEXT NOT NULL
) STRICT;
