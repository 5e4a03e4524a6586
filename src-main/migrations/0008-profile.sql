-- The family's file as its parents keep it (the guides' "Famille" and "Enfants"), with what they ask of the town hall.

-- "Divers": what the family wants to say. The notes of staff stay theirs.
ALTER TABLE persons ADD COLUMN remarks TEXT NOT NULL DEFAULT '';
ALTER TABLE children ADD COLUMN remarks TEXT NOT NULL DEFAULT '';
ALTER TABLE children ADD COLUMN insurance_company TEXT NOT NULL DEFAULT '';
ALTER TABLE children ADD COLUMN insurance_policy TEXT NOT NULL DEFAULT '';
ALTER TABLE children ADD COLUMN insurance_until TEXT;
ALTER TABLE children ADD COLUMN photo_consent TEXT NOT NULL DEFAULT '' CHECK (photo_consent IN ('', 'yes', 'no'));
ALTER TABLE children ADD COLUMN other_consents TEXT NOT NULL DEFAULT '';

ALTER TABLE child_health ADD COLUMN social_scheme TEXT NOT NULL DEFAULT '';
ALTER TABLE child_health ADD COLUMN blood_group TEXT NOT NULL DEFAULT '';
ALTER TABLE child_health ADD COLUMN doctor TEXT NOT NULL DEFAULT '';
ALTER TABLE child_health ADD COLUMN doctor_phone TEXT NOT NULL DEFAULT '';
ALTER TABLE child_health ADD COLUMN tetanus_on TEXT;

-- A change of one field that a parent asks for. Both ids: a tick of "urgence" or "sortie"; none: the family's own field.
CREATE TABLE profile_requests (
  id INTEGER PRIMARY KEY,
  family_id INTEGER NOT NULL REFERENCES families (id),
  person_id INTEGER REFERENCES persons (id),
  child_id INTEGER REFERENCES children (id) ON DELETE CASCADE,
  -- Part of the file that the town rules on (portal settings).
  part TEXT NOT NULL,
  field TEXT NOT NULL,
  -- As they stand in the file. Those of health data are forgotten with the decision.
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'refused', 'withdrawn')),
  reason TEXT NOT NULL DEFAULT '',
  asked_at TEXT NOT NULL,
  asked_by INTEGER NOT NULL REFERENCES persons (id),
  decided_at TEXT,
  decided_by TEXT NOT NULL DEFAULT '',
  CHECK ((state IN ('accepted', 'refused')) = (decided_at IS NOT NULL)),
  CHECK ((state = 'refused') = (reason <> ''))
) STRICT;
CREATE INDEX profile_requests_by_family ON profile_requests (family_id, state);
CREATE INDEX profile_requests_by_child ON profile_requests (child_id);
CREATE UNIQUE INDEX profile_requests_waiting ON profile_requests (family_id, coalesce(person_id, 0), coalesce(child_id, 0), field) WHERE state = 'waiting';

-- "Je certifie que mes données sont à jour": kept, asked again each school year.
CREATE TABLE profile_certifications (
  id INTEGER PRIMARY KEY,
  family_id INTEGER NOT NULL REFERENCES families (id),
  person_id INTEGER NOT NULL REFERENCES persons (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX profile_certifications_by_family ON profile_certifications (family_id, person_id);
