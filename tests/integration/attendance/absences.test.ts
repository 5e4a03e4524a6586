import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { attendanceMessages } from '../../../src-main/features/attendance/messages.fr';
import { attendanceParent } from '../../../src-main/features/attendance/parent';
import { attendanceStaff } from '../../../src-main/features/attendance/staff';
import { createCallerFactory } from '../../../src-main/platform/procedures/procedures';
import type { LocalDate } from '../../../src-main/kernel/local-date';
import { buildCalledDay } from '../../support/factories/build-roll-call';
import { buildEnrolment } from '../../support/factories/build-enrolment';
import { buildFamily, shareChild } from '../../support/factories/build-family';
import type { BuiltFamily } from '../../support/factories/build-family';
import { buildRulebook } from '../../support/factories/build-rulebook';
import { at, openTestDatabase, parentActor, STAFF, staffWith } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';
import { plainSpaces } from '../../support/plain-spaces';
import { refusalOf } from '../../support/refusal-of';
import { doorsOf, procedureNames } from '../../support/staff-caller';

const callerOf = createCallerFactory(attendanceStaff);
const parentOf = createCallerFactory(attendanceParent);
const day = (text: string) => text as LocalDate;

let town: TestDatabase;
let staff: ReturnType<typeof callerOf>;
let family: BuiltFamily;
let anna: number;

beforeAll(async () => {
  town = await openTestDatabase(attendanceMessages);
  await buildRulebook(town.db);
  await town.db.write(async () => {
    await town.db.run("INSERT INTO schools (id, code, name) VALUES (1, 'lavoir', 'École du Lavoir'), (2, 'tilleuls', 'École des Tilleuls')");
    await town.db.run("INSERT INTO classes (id, school_id, name, levels) VALUES (1, 1, 'CP', '[]'), (2, 2, 'CM2', '[]')");
  });
  staff = callerOf(town.doorOf(STAFF));
});
beforeEach(async () => {
  town.clock.set(at('2026-11-05T10:01'));
  await town.db.write(async () => {
    for (const table of ['attendance', 'absence_notices', 'absence_proofs', 'disruptions', 'enrolments']) await town.db.run(`DELETE FROM ${table}`);
  });
  family = await buildFamily(town.db, { children: [{ firstName: 'Anna', schoolId: 1, classId: 1 }] });
  anna = family.childIds[0]!;
  await buildEnrolment(town.db, { childId: anna, week: ['mon', 'tue', 'thu', 'fri'] });
});
afterAll(() => town.close());

describe('the doors of attendance', () => {
  it('are closed to visitors and to staff without the right', async () => {
    const doors = await doorsOf(attendanceStaff, town);
    for (const name of procedureNames(attendanceStaff)) expect([name, ...doors[name]!]).toEqual([name, 'signedOut', 'forbidden', 'forbidden']);
    const reader = callerOf(town.doorOf(staffWith('attendance.read')));
    expect((await refusalOf(reader.save({ day: day('2026-11-05'), entries: [] }), town.services)).code).toBe('forbidden');
    expect((await refusalOf(callerOf(town.doorOf(staffWith('attendance.read', 'attendance.write'))).mealsHealth({ day: day('2026-11-06') }), town.services)).code).toBe('forbidden');
  });
  it('refuse what is not well formed, in French', async () => {
    for (const name of procedureNames(attendanceStaff)) {
      const call = (staff as unknown as Record<string, (input: unknown) => Promise<unknown>>)[name]!({ unknown: true });
      expect([name, (await refusalOf(call, town.services)).code]).toEqual([name, 'invalidInput']);
    }
  });
});

describe('absences told and proved', () => {
  it('are recorded, listed, journaled and taken back', async () => {
    const told = await staff.recordAbsence({ childId: anna, service: null, fromOn: day('2026-11-09'), toOn: day('2026-11-10'), reason: 'illness', note: 'angine' });
    expect(plainSpaces(told.sentence)).toBe('Absence notée pour ALAIN Anna du lundi 9 novembre au mardi 10 novembre.');
    const proof = await staff.acceptProof({ childId: anna, kind: 'medical', fromOn: day('2026-11-03'), toOn: day('2026-11-03'), receivedAt: '2026-11-04T09:00' as never });
    expect(plainSpaces(proof.sentence)).toBe('Certificat médical accepté pour ALAIN Anna le mardi 3 novembre.');
    expect(await staff.absences({ childId: anna })).toMatchObject({
      notices: [{ id: told.id, serviceLabel: 'tous les services', reason: 'illness', toldAt: '2026-11-05T10:01', note: 'angine' }],
      proofs: [{ id: proof.id, kind: 'medical', receivedAt: '2026-11-04T09:00' }],
    });
    const subjects = await town.db.select<{ subject: string }>('SELECT subject FROM journal WHERE child_id = $anna ORDER BY id', { anna });
    expect(subjects.map(({ subject }) => plainSpaces(subject))).toEqual([
      'Absence prévenue : ALAIN Anna, du lundi 9 novembre au mardi 10 novembre, tous les services', 'Justificatif d’absence accepté : ALAIN Anna, le mardi 3 novembre',
    ]);
    await staff.withdrawAbsence({ id: told.id });
    await staff.withdrawProof({ id: proof.id });
    expect(await staff.absences({ childId: anna })).toEqual({ notices: [], proofs: [] });
    expect((await refusalOf(staff.withdrawAbsence({ id: told.id }), town.services)).code).toBe('attendance.withdrawn');
    expect((await refusalOf(staff.withdrawProof({ id: proof.id }), town.services)).code).toBe('attendance.withdrawn');
  });

  it('refuse reversed days, more than a year, an hour to come, an unknown service', async () => {
    const wish = { childId: anna, service: null, fromOn: day('2026-11-09'), toOn: day('2026-11-10'), reason: 'family' as const };
    const refused = async (given: object) => refusalOf(staff.recordAbsence({ ...wish, ...given }), town.services);
    expect((await refused({ toOn: '2026-11-01' })).fields).toEqual({ toOn: 'Le dernier jour vient avant le premier.' });
    expect((await refused({ toOn: '2028-11-01' })).code).toBe('attendance.tooLong');
    expect((await refused({ toldAt: '2026-11-05T10:02' })).code).toBe('attendance.toldInFuture');
    expect((await refused({ toldAt: '2026-11-05T10:02' })).fields).toHaveProperty('toldAt');
    const early = await refusalOf(staff.acceptProof({ childId: anna, kind: 'medical', fromOn: day('2026-11-03'), toOn: day('2026-11-03'), receivedAt: '2026-11-06T09:00' as never }), town.services);
    expect(early).toMatchObject({ code: 'attendance.receivedInFuture', fields: { receivedAt: 'Ce certificat ne peut pas avoir été reçu dans le futur. Vérifiez le jour et l’heure.' } });
    expect((await refused({ service: 'judo' })).code).toBe('attendance.noService');
    expect((await refused({ childId: 99_999 })).code).toBe('attendance.unknownChild');
    expect((await refused({ fromOn: '2026-02-31' })).fields.fromOn).toBe('Cette date n’existe pas.');
  });
});

describe('disruptions', () => {
  it('excuse the children of a class, a school or the town, until they are taken back', async () => {
    const wish = { fromOn: day('2026-11-05'), toOn: day('2026-11-05'), reason: 'outing' as const, schoolId: null, classId: 1, service: null };
    const made = await staff.recordDisruption(wish);
    expect(made).toMatchObject({ place: 'École du Lavoir, CP', serviceLabel: 'tous les services' });
    expect((await staff.rollCall({})).rows).toMatchObject([{ state: 'excused', reasons: [{ source: 'disruption', words: 'sortie scolaire' }] }]);
    expect(await staff.disruptions({ from: day('2026-11-01'), to: day('2026-11-30') })).toHaveLength(1);
    await staff.withdrawDisruption({ id: made.id });
    expect((await staff.rollCall({})).rows[0]!.state).toBeNull();
    expect((await refusalOf(staff.withdrawDisruption({ id: made.id }), town.services)).code).toBe('attendance.withdrawn');
    await staff.recordDisruption({ ...wish, classId: 2 });
    expect((await staff.rollCall({})).rows[0]!.state).toBeNull();
    expect((await refusalOf(staff.recordDisruption({ ...wish, schoolId: 2 }), town.services)).code).toBe('attendance.classOfOtherSchool');
    expect((await refusalOf(staff.recordDisruption({ ...wish, classId: 99 }), town.services)).code).toBe('notFound');
    expect((await refusalOf(staff.disruptions({ from: day('2020-01-01'), to: day('2026-11-30') }), town.services)).code).toBe('attendance.periodTooLong');
  });
});

describe('the meals of a day', () => {
  it('are counted by site, diet and age for the next day that has some, without those told away', async () => {
    const other = await buildFamily(town.db, { children: [{ firstName: 'Théo', birthOn: '2018-05-04', diet: 'sans-viande', schoolId: 2, classId: 2 }, { firstName: 'Léo', birthOn: null, schoolId: 1 }] });
    for (const childId of other.childIds) await buildEnrolment(town.db, { childId, week: ['fri'] });
    await staff.recordAbsence({ childId: other.childIds[1]!, service: null, fromOn: day('2026-11-06'), toOn: day('2026-11-06'), reason: 'family' });
    const meals = await staff.meals({});
    expect(meals).toMatchObject({ day: '2026-11-06', previousDay: '2026-11-05', nextDay: '2026-11-09', total: 2 });
    expect(meals.services[0]).toMatchObject({
      label: 'Cantine, 1er service', total: 2, away: 1,
      sites: [
        { school: 'École des Tilleuls', total: 1, diets: [{ diet: 'sans-viande', fromSix: 1 }] },
        { school: 'École du Lavoir', total: 1, diets: [{ diet: '', underSix: 1, total: 1 }] },
      ],
    });
  });

  it('tell allergies behind the health right alone, and journal the reading without what was read', async () => {
    await town.db.write(() => town.db.run("INSERT INTO child_health (child_id, has_pai, allergies, instructions, updated_at) VALUES ($anna, 1, 'Arachide', 'Panier-repas', '2026-09-01')", { anna }));
    expect(await staff.mealsHealth({ day: day('2026-11-06') })).toMatchObject([{ name: 'ALAIN Anna', allergies: 'Arachide', schoolAndClass: 'École du Lavoir, CP' }]);
    const last = await town.db.selectOne<{ subject: string }>('SELECT subject FROM journal ORDER BY id DESC LIMIT 1');
    expect(plainSpaces(last!.subject)).toBe('Allergies des repas du vendredi 6 novembre consultées : 1 enfant');
    expect((await staff.rollCall({})).rows[0]!.hasPai).toBe(true);
  });
});

describe('what parents read', () => {
  const paul = () => parentOf(town.doorOf(parentActor(family.guardianIds[0]!)));

  it('is a table of presences by month or week, with previous and next', async () => {
    await buildCalledDay(town.db, { childId: anna, familyId: family.familyId, day: '2026-11-02', departure: '13:05' });
    await buildCalledDay(town.db, { childId: anna, familyId: family.familyId, day: '2026-11-03', state: 'absent' });
    const month = await paul().period({});
    expect(month).toMatchObject({ by: 'month', title: 'novembre 2026', previous: '2026-10-01', next: '2026-12-01', from: '2026-11-01', to: '2026-11-30' });
    const [table] = month.children;
    expect(table).toMatchObject({ name: 'ALAIN Anna', quantity: 1 });
    const states = Object.fromEntries(table!.rows[0]!.cells.map(({ day: on, state }) => [on.slice(8), state]));
    expect(states).toMatchObject({ '02': 'present', '03': 'absent', '05': 'expected', '06': 'expected' });
    expect(month.days).not.toContain('2026-11-04');
    expect(plainSpaces(table!.rows[0]!.cells[0]!.words)).toBe('présent, départ à 13 h 05');
    town.clock.set(at('2026-11-06T09:00'));
    const week = await paul().period({ by: 'week', childId: anna });
    expect(plainSpaces(week.title)).toBe('du 2 au 8 novembre 2026');
    expect(week.children[0]!.rows[0]!.cells.map(({ state }) => state)).toEqual(['present', 'absent', 'notCalled', 'expected']);
  });

  it('never holds a child of another family, and leaves the days of the other home', async () => {
    const stranger = await buildFamily(town.db, { guardians: [{ firstName: 'Jean' }] });
    const refused = await refusalOf(paul().period({ childId: stranger.childIds[0]! }), town.services);
    expect(refused.code).toBe('attendance.notYours');
    expect((await refusalOf(parentOf(town.doorOf(null)).period({}), town.services)).code).toBe('signedOut');
    const other = await buildFamily(town.db, { guardians: [{ firstName: 'Lucie' }], children: [] });
    await shareChild(town.db, { childId: anna, familyId: other.familyId, custody: 'oddWeeks', firstCustody: 'evenWeeks' });
    await buildCalledDay(town.db, { childId: anna, familyId: other.familyId, day: '2026-11-02' });
    expect((await paul().period({ by: 'week' })).children[0]!.rows[0]!.cells[0]).toMatchObject({ state: 'otherFamily', words: 'jour de l’autre foyer' });
    const lucie = parentOf(town.doorOf(parentActor(other.guardianIds[0]!)));
    expect((await lucie.period({ by: 'week' })).children[0]!.rows[0]!.cells[0]!.state).toBe('present');
  });
});
