-- Money: an append-only ledger for each family, bills and their invoices, payments, papers.
-- Nothing issued is ever changed; what is wrong is corrected by a new row.

-- The last number given in a series and year. Numbers are taken inside the transaction that
-- issues, so that they have no gap.
CREATE TABLE number_series (
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  last INTEGER NOT NULL CHECK (last > 0),
  PRIMARY KEY (series, year)
) STRICT, WITHOUT ROWID;

-- What a family owes more (cents above zero: a debit) or less (below zero: a credit).
CREATE TABLE ledger_entries (
  id INTEGER PRIMARY KEY,
  family_id INTEGER NOT NULL REFERENCES families (id),
  kind TEXT NOT NULL CHECK (kind IN ('invoice', 'creditNote', 'payment', 'reversal', 'refund')),
  cents INTEGER NOT NULL CHECK (cents <> 0),
  -- The paper that tells it: "Facture 2026-000123".
  label TEXT NOT NULL,
  on_day TEXT NOT NULL,
  -- Invoices: the last day to pay. Oldest first means by this day.
  due_on TEXT,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX ledger_entries_by_family ON ledger_entries (family_id, id);
CREATE TRIGGER ledger_keeps_rows BEFORE DELETE ON ledger_entries BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_keeps_words BEFORE UPDATE ON ledger_entries BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;

-- Which credit settles which debit. What is undone is a row below zero, never a deletion.
CREATE TABLE allocations (
  id INTEGER PRIMARY KEY,
  credit_id INTEGER NOT NULL REFERENCES ledger_entries (id),
  debit_id INTEGER NOT NULL REFERENCES ledger_entries (id),
  cents INTEGER NOT NULL CHECK (cents <> 0),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX allocations_by_credit ON allocations (credit_id);
CREATE INDEX allocations_by_debit ON allocations (debit_id);
CREATE TRIGGER allocations_keep_rows BEFORE DELETE ON allocations BEGIN SELECT raise(ABORT, 'allocations are append-only'); END;
CREATE TRIGGER allocations_keep_words BEFORE UPDATE ON allocations BEGIN SELECT raise(ABORT, 'allocations are append-only'); END;

-- Who pays what share of a family's bills; without a row its first guardian pays all.
CREATE TABLE billing_shares (
  family_id INTEGER NOT NULL REFERENCES families (id),
  person_id INTEGER NOT NULL REFERENCES persons (id),
  percent INTEGER NOT NULL CHECK (percent BETWEEN 1 AND 100),
  PRIMARY KEY (family_id, person_id)
) STRICT, WITHOUT ROWID;

-- Families that want their invoices on paper; all others are told by mail where an address is known.
CREATE TABLE billing_by_post (
  family_id INTEGER PRIMARY KEY REFERENCES families (id)
) STRICT;

-- What the town's invoices say besides the lines.
CREATE TABLE billing_settings (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  header TEXT NOT NULL DEFAULT '',
  payment_text TEXT NOT NULL DEFAULT '',
  recourse_text TEXT NOT NULL DEFAULT '',
  footer TEXT NOT NULL DEFAULT '',
  issuer_name TEXT NOT NULL DEFAULT '',
  issuer_quality TEXT NOT NULL DEFAULT '',
  invoice_series TEXT NOT NULL DEFAULT 'F',
  credit_series TEXT NOT NULL DEFAULT 'A',
  receipt_series TEXT NOT NULL DEFAULT 'R',
  due_days INTEGER NOT NULL DEFAULT 30 CHECK (due_days BETWEEN 0 AND 120),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- A month end: which period, where it stands.
CREATE TABLE invoice_runs (
  id INTEGER PRIMARY KEY,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL CHECK (to_on >= from_on),
  state TEXT NOT NULL CHECK (state IN ('preparing', 'issuing', 'stopped', 'issued', 'abandoned')),
  issued_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  finished_at TEXT,
  -- Staff want earlier invoices priced again by rules that replaced those they were priced by.
  takes_new_rules INTEGER NOT NULL DEFAULT 0 CHECK (takes_new_rules IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX invoice_runs_one_at_work ON invoice_runs ((1)) WHERE state IN ('preparing', 'issuing', 'stopped');

CREATE TABLE run_families (
  run_id INTEGER NOT NULL REFERENCES invoice_runs (id),
  family_id INTEGER NOT NULL REFERENCES families (id),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'held', 'issued', 'nothing')),
  -- Staff keep this family for later, or what it owes is carried forward: why.
  reason TEXT NOT NULL DEFAULT '',
  -- When it was issued, or found to owe nothing: what is recorded later may change earlier invoices.
  done_at TEXT,
  PRIMARY KEY (run_id, family_id)
) STRICT, WITHOUT ROWID;

-- What a family owes for a period, priced once; its payers each get an invoice of their share.
CREATE TABLE bills (
  id INTEGER PRIMARY KEY,
  family_id INTEGER NOT NULL REFERENCES families (id),
  run_id INTEGER REFERENCES invoice_runs (id),
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  total_cents INTEGER NOT NULL,
  -- Rulebook versions that priced each of its months: {"2026-09":"12","2026-10":"12,15"}.
  rules_stamp TEXT NOT NULL CHECK (json_valid(rules_stamp)),
  -- The bill that this one takes back whole.
  reverses_id INTEGER REFERENCES bills (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX bills_by_family ON bills (family_id, from_on);
CREATE INDEX bills_by_run ON bills (run_id);
CREATE UNIQUE INDEX bills_reversed_once ON bills (reverses_id) WHERE reverses_id IS NOT NULL;
CREATE TRIGGER bills_keep_rows BEFORE DELETE ON bills BEGIN SELECT raise(ABORT, 'bills are append-only'); END;
CREATE TRIGGER bills_keep_words BEFORE UPDATE ON bills BEGIN SELECT raise(ABORT, 'bills are append-only'); END;

CREATE TABLE bill_lines (
  bill_id INTEGER NOT NULL REFERENCES bills (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('unit', 'bundle', 'charge', 'aid')),
  -- True of what changes an earlier bill of the same days.
  is_correction INTEGER NOT NULL CHECK (is_correction IN (0, 1)),
  day TEXT NOT NULL,
  child_id INTEGER REFERENCES children (id),
  service TEXT,
  rule TEXT,
  label TEXT NOT NULL,
  unit TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  unit_price_cents INTEGER,
  total_cents INTEGER NOT NULL,
  explanation TEXT NOT NULL CHECK (json_valid(explanation)),
  PRIMARY KEY (bill_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX bill_lines_by_child ON bill_lines (child_id, day);
CREATE TRIGGER bill_lines_keep_rows BEFORE DELETE ON bill_lines BEGIN SELECT raise(ABORT, 'bills are append-only'); END;
CREATE TRIGGER bill_lines_keep_words BEFORE UPDATE ON bill_lines BEGIN SELECT raise(ABORT, 'bills are append-only'); END;

CREATE TABLE invoices (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('invoice', 'creditNote')),
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  -- "F-2026-000123".
  label TEXT NOT NULL UNIQUE,
  family_id INTEGER NOT NULL REFERENCES families (id),
  payer_id INTEGER NOT NULL REFERENCES persons (id),
  bill_id INTEGER NOT NULL REFERENCES bills (id),
  -- A credit note: the invoice that it takes back.
  cancels_id INTEGER REFERENCES invoices (id),
  entry_id INTEGER REFERENCES ledger_entries (id),
  percent INTEGER NOT NULL CHECK (percent BETWEEN 1 AND 100),
  total_cents INTEGER NOT NULL,
  issued_on TEXT NOT NULL,
  due_on TEXT,
  -- All that its paper says, as it was on the day of issue.
  paper TEXT NOT NULL CHECK (json_valid(paper)),
  by_post INTEGER NOT NULL CHECK (by_post IN (0, 1)),
  at TEXT NOT NULL,
  UNIQUE (series, year, number)
) STRICT;
CREATE INDEX invoices_by_family ON invoices (family_id, id);
CREATE INDEX invoices_by_bill ON invoices (bill_id);
CREATE UNIQUE INDEX invoices_cancelled_once ON invoices (cancels_id) WHERE cancels_id IS NOT NULL;
CREATE TRIGGER invoices_keep_rows BEFORE DELETE ON invoices BEGIN SELECT raise(ABORT, 'invoices are append-only'); END;
CREATE TRIGGER invoices_keep_words BEFORE UPDATE ON invoices BEGIN SELECT raise(ABORT, 'invoices are append-only'); END;

CREATE TABLE payments (
  id INTEGER PRIMARY KEY,
  family_id INTEGER NOT NULL REFERENCES families (id),
  payer_id INTEGER REFERENCES persons (id),
  means TEXT NOT NULL CHECK (means IN ('cash', 'cheque', 'card', 'transfer')),
  cents INTEGER NOT NULL CHECK (cents > 0),
  received_on TEXT NOT NULL,
  -- Number of the cheque, reference of the transfer.
  reference TEXT NOT NULL DEFAULT '',
  bank TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  -- "R-2026-000045".
  label TEXT NOT NULL UNIQUE,
  entry_id INTEGER NOT NULL REFERENCES ledger_entries (id),
  -- Chosen by the page: the same key is the same payment, however often it is sent.
  request_key TEXT NOT NULL UNIQUE,
  paper TEXT NOT NULL CHECK (json_valid(paper)),
  at TEXT NOT NULL,
  by_name TEXT NOT NULL,
  UNIQUE (series, year, number)
) STRICT;
CREATE INDEX payments_by_family ON payments (family_id, id);
CREATE INDEX payments_by_day ON payments (received_on);
CREATE TRIGGER payments_keep_rows BEFORE DELETE ON payments BEGIN SELECT raise(ABORT, 'payments are append-only'); END;
CREATE TRIGGER payments_keep_words BEFORE UPDATE ON payments BEGIN SELECT raise(ABORT, 'payments are append-only'); END;

CREATE TABLE payment_reversals (
  payment_id INTEGER PRIMARY KEY REFERENCES payments (id),
  entry_id INTEGER NOT NULL REFERENCES ledger_entries (id),
  reason TEXT NOT NULL CHECK (length(reason) > 0),
  on_day TEXT NOT NULL,
  at TEXT NOT NULL,
  by_name TEXT NOT NULL
) STRICT;

-- Printed papers: a file of the store by its hash. One row a document, printed once.
CREATE TABLE papers (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('invoice', 'receipt', 'post')),
  -- Of an invoice or credit note: invoices.id; of a receipt: payments.id; of the post's bundle: invoice_runs.id.
  subject_id INTEGER NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  pages INTEGER NOT NULL CHECK (pages > 0),
  made_at TEXT NOT NULL,
  UNIQUE (kind, subject_id)
) STRICT;

-- Roll calls that were taken back: the row is gone, and a bill may have been made of it. Dated by the
-- last deed of the journal before it, for a trigger does not know the program's clock.
CREATE TABLE cleared_roll_calls (
  id INTEGER PRIMARY KEY,
  child_id INTEGER NOT NULL,
  day TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE TRIGGER attendance_cleared AFTER DELETE ON attendance BEGIN
  INSERT INTO cleared_roll_calls (child_id, day, at) SELECT old.child_id, old.day, coalesce((SELECT at FROM journal ORDER BY id DESC LIMIT 1), '');
END;
