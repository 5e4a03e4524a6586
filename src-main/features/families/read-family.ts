import type { LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import { AppError } from '../../kernel/errors';
import { readJson } from '../../platform/database/json-column';
import { fileGaps } from './file-gaps';
import { grouped } from './grouped';
import { custodyOf } from './loading';
import { quotientOn } from './quotient-on';
import { flags as flagsShape } from './schema';
import type { Adult, Child, FamilyFile, Pickup, QuotientEntry } from './schema';

interface NamedFamily {
  readonly of: number;
  readonly id: number;
  readonly name: string;
}

/**
 * One family's whole page, in a constant number of reads. The PAI flag is there only for those who
 * may read health data. Throws AppError `families.unknown`.
 */
export async function readFamily(db: Database, familyId: number, today: LocalDate, mayReadHealth: boolean): Promise<FamilyFile> {
  const family = await db.selectOne<Omit<FamilyFile, 'flags' | 'today'> & { flags: string }>(
    `SELECT id, name, zone, fund, fund_number AS fundNumber, flags, notes, archived_at AS archivedAt, created_at AS createdAt, version
     FROM families WHERE id = $familyId`,
    { familyId },
  );
  if (!family) throw new AppError('families.unknown', {}, 'notFound');
  const [adults, children, pickups, quotients] = await Promise.all([
    adultsOf(db, familyId), childrenIn(db, familyId, mayReadHealth), pickupsOf(db, familyId), quotientsOf(db, familyId),
  ]);
  const guardians = adults.filter(({ kind }) => kind === 'guardian');
  const current = quotientOn(quotients, 'qf', today);
  return {
    ...family,
    today,
    flags: readJson(flagsShape, family.flags),
    guardians, contacts: adults.filter(({ kind }) => kind === 'contact'), children, pickups, quotients,
    quotientToday: current && { value: current.value, fromOn: current.fromOn },
    missing: fileGaps(guardians, children),
    mayReadHealth,
  };
}

async function adultsOf(db: Database, familyId: number): Promise<Adult[]> {
  const rows = await db.select<Omit<Adult, 'otherFamilies'>>(
    `SELECT person.id AS personId, civility, last_name AS lastName, first_name AS firstName, birth_on AS birthOn, birth_place AS birthPlace,
       marital_status AS maritalStatus, address, postcode, city, home_phone AS homePhone, mobile_phone AS mobilePhone,
       office_phone AS officePhone, email, occupation, employer, employer_phone AS employerPhone, notes, remarks, version,
       place.kind, place.relation, place.parental_authority AS parentalAuthority
     FROM family_adults place JOIN persons person ON person.id = place.person_id
     WHERE place.family_id = $familyId ORDER BY place.kind DESC, place.position`,
    { familyId },
  );
  const others = grouped(await db.select<NamedFamily>(
    `SELECT own.person_id AS "of", family.id, family.name
     FROM family_adults own JOIN family_adults other ON other.person_id = own.person_id AND other.family_id <> own.family_id
     JOIN families family ON family.id = other.family_id AND family.archived_at IS NULL
     WHERE own.family_id = $familyId ORDER BY family.name`,
    { familyId },
  ), (row) => row.of);
  return rows.map((row) => ({ ...row, otherFamilies: named(others.get(row.personId)) }));
}

interface ChildRow extends Omit<Child, 'flags' | 'hasPai' | 'custody' | 'families'> {
  readonly flags: string;
  readonly hasPai?: number;
}

async function childrenIn(db: Database, familyId: number, mayReadHealth: boolean): Promise<Child[]> {
  const pai = mayReadHealth ? ', coalesce((SELECT has_pai FROM child_health WHERE child_id = child.id), 0) AS hasPai' : '';
  const rows = await db.select<ChildRow>(
    `SELECT child.id, child.version, last_name AS lastName, first_name AS firstName, sex, birth_on AS birthOn, birth_place AS birthPlace,
       child.school_id AS schoolId, class_id AS classId, level, category, diet, flags, notes, remarks,
       insurance_company AS insuranceCompany, insurance_policy AS insurancePolicy, insurance_until AS insuranceUntil, photo_consent AS photoConsent, other_consents AS otherConsents,
       coalesce(school.name, '') AS schoolName, coalesce(class.name, '') AS className${pai}
     FROM family_children link JOIN children child ON child.id = link.child_id
     LEFT JOIN schools school ON school.id = child.school_id LEFT JOIN classes class ON class.id = child.class_id
     WHERE link.family_id = $familyId ORDER BY link.position`,
    { familyId },
  );
  const families = grouped(await db.select<NamedFamily>(
    `SELECT own.child_id AS "of", family.id, family.name
     FROM family_children own JOIN family_children link ON link.child_id = own.child_id
     JOIN families family ON family.id = link.family_id AND family.archived_at IS NULL
     WHERE own.family_id = $familyId ORDER BY family.id`,
    { familyId },
  ), (row) => row.of);
  const custody = await custodyOf(db, rows.map(({ id }) => id));
  return rows.map(({ flags, hasPai, ...row }) => ({
    ...row,
    flags: readJson(flagsShape, flags),
    ...(hasPai !== undefined && { hasPai: hasPai === 1 }),
    custody: custody.get(row.id) ?? [],
    families: named(families.get(row.id)),
  }));
}

const named = (rows: readonly NamedFamily[] = []): { id: number; name: string }[] => rows.map(({ id, name }) => ({ id, name }));

async function pickupsOf(db: Database, familyId: number): Promise<Pickup[]> {
  const rows = await db.select<{ childId: number; personId: number; mayCollect: number; callInEmergency: number }>(
    `SELECT pickup.child_id AS childId, pickup.person_id AS personId, may_collect AS mayCollect, call_in_emergency AS callInEmergency
     FROM child_adults pickup
     JOIN family_children child ON child.child_id = pickup.child_id AND child.family_id = $familyId
     JOIN family_adults adult ON adult.person_id = pickup.person_id AND adult.family_id = $familyId`,
    { familyId },
  );
  return rows.map((row) => ({ ...row, mayCollect: row.mayCollect === 1, callInEmergency: row.callInEmergency === 1 }));
}

const quotientsOf = (db: Database, familyId: number): Promise<QuotientEntry[]> =>
  db.select<QuotientEntry>(
    `SELECT id, measure, value, from_on AS fromOn, proved_on AS provedOn, proof, recorded_at AS recordedAt, withdrawn_at AS withdrawnAt
     FROM quotients WHERE family_id = $familyId ORDER BY from_on DESC, id DESC`,
    { familyId },
  );
