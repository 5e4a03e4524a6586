import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { attendanceMessages } from '../../../src-main/features/attendance/messages.fr';
import type { RollCallEntry, RollCallRow } from '../../../src-main/features/attendance/schema';
import { attendanceStaff } from '../../../src-main/features/attendance/staff';
import { createCallerFactory } from '../../../src-main/platform/procedures/procedures';
import type { LocalDate } from '../../../src-main/kernel/local-date';
import { buildAbsence, buildDisruption } from '../../support/factories/build-roll-call';
import { buildEnrolment } from '../../support/factories/build-enrolment';
import { buildFamily } from '../../support/factories/build-family';
import { canteen, buildRulebook } from '../../support/factories/build-rulebook';
import { at, openTestDatabase, STAFF, staffWith } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';
import { plainSpaces } from '../../support/plain-spaces';
import { refusalOf } from '../../support/refusal-of';

const callerOf = createCallerFactory(attendanceStaff);
const THURSDAY = '2026-11-05' as LocalDate;
const EVENING = {
  id: 'soir', label: 'Garderie du soir', kind: 'care' as const, unit: 'demi-heure', weekdays: ['mon' as const, 'tue' as const, 'thu' as const, 'fri' as const],
  session: { from: '16:30', to: '18:30' }, clock: 'both' as const,
};

describe('the roll call of a day', () => {
  let town: TestDatabase;
  let staff: ReturnType<typeof callerOf>;
  let anna: number;
  let theo: number;

  beforeAll(async () => {
    town = await openTestDatabase(attendanceMessages);
    await buildRulebook(town.db, { services: [...canteen().services, EVENING] });
    staff = callerOf(town.doorOf(STAFF));
  });
  beforeEach(async () => {
    town.clock.set(at('2026-11-05T12:10'));
    await town.db.write(async () => {
      for (const table of ['attendance', 'absence_notices', 'absence_proofs', 'disruptions', 'enrolments']) await town.db.run(`DELETE FROM ${table}`);
    });
    const family = await buildFamily(town.db, { children: [{ firstName: 'Anna' }, { firstName: 'Théo', birthOn: '2018-05-04', diet: 'sans-viande' }] });
    [anna, theo] = [family.childIds[0]!, family.childIds[1]!];
    for (const childId of family.childIds) await buildEnrolment(town.db, { childId, week: ['thu'] });
  });
  afterAll(() => town.close());

  const entry = (given: Partial<RollCallEntry> = {}): RollCallEntry => ({ childId: anna, service: 'cantine-1', state: 'present', seenAt: null, ...given });
  const save = (...entries: RollCallEntry[]) => staff.save({ day: THURSDAY, entries });
  const row = async (childId = anna, service = 'cantine-1'): Promise<RollCallRow> =>
    (await staff.rollCall({ day: THURSDAY, services: [service] })).rows.find((one) => one.childId === childId)!;
  const journal = () => town.db.select<{ subject: string; after: string }>("SELECT subject, after FROM journal WHERE action LIKE 'attendance.%' ORDER BY id DESC");

  it('lists who is booked, with counts, and starts at the first open service of today', async () => {
    const call = await staff.rollCall({});
    expect(call).toMatchObject({ day: THURSDAY, time: '12:10', isFuture: false, chosen: ['cantine-1'], counts: { expected: 2, present: 0, left: 2 } });
    expect(call.rows).toMatchObject([{ name: 'ALAIN Anna', isUnderSix: true, state: null, booked: true, hasPai: false }, { name: 'ALAIN Théo', isUnderSix: false, diet: 'sans-viande' }]);
    expect(call.services.find(({ service }) => service === 'soir')).toMatchObject({ needsArrival: true, needsDeparture: true, session: { from: '16:30', to: '18:30' } });
    expect((await staff.rollCall({ day: '2026-11-04' as LocalDate })).services[0]!.closed).toContain('fermé');
    expect((await callerOf(town.doorOf(staffWith('attendance.read'))).rollCall({})).rows[0]!.hasPai).toBeNull();
  });

  it('saves presences and absences in one deed of the journal', async () => {
    const before = (await journal()).length;
    const result = await save(entry(), entry({ childId: theo, state: 'absent' }));
    expect(result).toMatchObject({ saved: 2, conflicts: [], billed: 0 });
    expect(plainSpaces(result.sentence)).toBe('C’est enregistré : 1 présent et 1 absent.');
    expect((await staff.rollCall({ day: THURSDAY })).counts).toEqual({ expected: 2, present: 1, absent: 1, excused: 0, left: 0 });
    const [deed, ...others] = await journal();
    expect(others).toHaveLength(before);
    expect(plainSpaces(deed!.subject)).toBe('Pointage du jeudi 5 novembre, Cantine, 1er service : 1 présent et 1 absent');
    expect(JSON.parse(deed!.after)).toEqual({ 'ALAIN Anna, Cantine, 1er service': 'présent', 'ALAIN Théo, Cantine, 1er service': 'absent' });
  });

  it('tells how far it is', async () => {
    expect((await staff.progress({})).find(({ service }) => service === 'cantine-1')).toEqual({ service: 'cantine-1', expected: 2, called: 0 });
    await save(entry());
    expect((await staff.progress({ day: THURSDAY }))[0]).toEqual({ service: 'cantine-1', expected: 2, called: 1 });
    expect(await staff.progress({ day: '2026-11-04' as LocalDate })).toEqual([]);
  });

  it('sent twice, changes nothing more', async () => {
    await save(entry());
    const stored = await row();
    town.clock.set(at('2026-11-05T12:15'));
    const again = await save(entry());
    expect(again).toMatchObject({ saved: 0, conflicts: [] });
    expect(again.sentence).toContain('Rien n’a changé');
    expect(await row()).toEqual(stored);
  });

  it('tells what another device noted meanwhile, and does not overwrite it', async () => {
    await save(entry());
    const second = await save(entry({ state: 'absent' }), entry({ childId: theo }));
    expect(second).toMatchObject({ saved: 1, conflicts: [{ childId: anna }] });
    expect(plainSpaces(second.conflicts[0]!.sentence)).toBe('ALAIN Anna vient d’être noté « présent » sur un autre appareil.');
    expect((await row()).state).toBe('present');
    const { recordedAt } = await row();
    expect(await save(entry({ state: 'absent', seenAt: recordedAt }))).toMatchObject({ saved: 1, conflicts: [] });
    // The clock stands still: the row has an instant of its own all the same.
    expect(await save(entry({ seenAt: recordedAt }))).toMatchObject({ saved: 0, conflicts: [{ childId: anna }] });
  });

  it('excuses with a reason and a certificate, and takes it back', async () => {
    await save(entry({ state: 'excused', excuse: { reason: 'illness', toldAt: '2026-11-05T08:05' as never, certificate: true } }));
    let now = await row();
    expect(now.state).toBe('excused');
    expect(now.reasons.map(({ words }) => plainSpaces(words))).toEqual(['prévenue le 5/11 : maladie', 'certificat médical']);
    expect(await save(entry({ state: 'excused', seenAt: now.recordedAt, excuse: { reason: 'illness', certificate: true } }))).toMatchObject({ saved: 0 });
    await staff.withdrawProof({ id: now.reasons[1]!.id });
    await save(entry({ state: 'absent', seenAt: now.recordedAt }));
    now = await row();
    expect(now).toMatchObject({ state: 'absent', reasons: [] });
    await save(entry({ state: null, seenAt: now.recordedAt }));
    expect(await row()).toMatchObject({ state: null, recordedAt: null });
    await save(entry({ state: 'excused' }));
    expect((await row()).reasons.map(({ words }) => plainSpaces(words))).toEqual(['prévenue le 5/11 : sans motif précisé']);
  });

  it('keeps a longer telling when the child is noted absent, and lets a presence win', async () => {
    await buildAbsence(town.db, { childId: anna, fromOn: '2026-11-04', toOn: '2026-11-06', toldAt: '2026-11-03T08:00:00.000Z' });
    expect((await row()).state).toBe('excused');
    await save(entry({ state: 'absent' }));
    const now = await row();
    expect(now.state).toBe('excused');
    expect(await save(entry({ state: 'absent' }))).toMatchObject({ saved: 0 });
    await save(entry({ seenAt: now.recordedAt }));
    expect((await row()).state).toBe('present');
  });

  it('adds a child who came without booking, and lists it', async () => {
    const guest = await buildFamily(town.db, { children: [{ lastName: 'LE GALL', firstName: 'Éloïse' }] });
    expect(await staff.findChild({ search: 'eloise le' })).toMatchObject([{ childId: guest.childIds[0], name: 'LE GALL Éloïse' }]);
    await save(entry({ childId: guest.childIds[0]! }));
    expect(await row(guest.childIds[0])).toMatchObject({ booked: false, state: 'present' });
    expect((await staff.gaps({ from: THURSDAY, to: THURSDAY })).map(({ kind, name }) => `${kind} ${name}`)).toEqual(['notCalled ALAIN Anna', 'notCalled ALAIN Théo', 'notEnrolled LE GALL Éloïse']);
  });

  it('keeps hours, and refuses those that cannot be, at their field', async () => {
    const evening = (given: Partial<RollCallEntry>) => save(entry({ service: 'soir', ...given }));
    await evening({ arrival: '16:30', departure: '18:42' });
    expect(await row(anna, 'soir')).toMatchObject({ arrival: '16:30', departure: '18:42', booked: false });
    const refused = async (given: Partial<RollCallEntry>) => refusalOf(evening({ childId: theo, ...given }), town.services);
    expect((await refused({ arrival: '17:30', departure: '17:00' }))).toMatchObject({ code: 'attendance.leftBeforeCame', fields: { 'entries.0.departure': expect.stringContaining('ALAIN Théo') } });
    expect((await refused({ departure: '16:10' })).code).toBe('attendance.leftBeforeStart');
    expect((await refused({ arrival: '19:00' })).code).toBe('attendance.cameAfterEnd');
    expect((await refused({ arrival: '25:00' })).message).toContain('24 heures');
  });

  it('refuses the roll call of a day to come, an unknown service, an unknown child, a child twice', async () => {
    const refused = async (day: string, ...entries: RollCallEntry[]) => refusalOf(staff.save({ day: day as LocalDate, entries }), town.services);
    expect(plainSpaces((await refused('2026-11-06', entry())).message)).toBe('Le vendredi 6 novembre n’est pas encore venu : l’appel se fait le jour même ou après.');
    expect((await refused(THURSDAY, entry({ service: 'judo' }))).code).toBe('attendance.noService');
    expect((await refused(THURSDAY, entry({ childId: 99_999 }))).code).toBe('attendance.unknownChild');
    expect((await refused(THURSDAY, entry(), entry({ state: 'absent' }))).code).toBe('attendance.twice');
    expect((await refused(THURSDAY, entry({ state: 'excused', excuse: { toldAt: '2026-11-05T14:00' as never } }))).code).toBe('attendance.toldInFuture');
    expect(await town.db.select('SELECT * FROM attendance')).toEqual([]);
  });

  it('keeps what was called on a day that is closed', async () => {
    await staff.save({ day: '2026-11-04' as LocalDate, entries: [entry()] });
    const call = await staff.rollCall({ day: '2026-11-04' as LocalDate, services: ['cantine-1'] });
    expect(call.rows).toMatchObject([{ childId: anna, state: 'present', booked: false }]);
    expect(call.services[0]!.closed).toContain('fermé');
    expect((await staff.gaps({ from: '2026-11-04' as LocalDate, to: '2026-11-04' as LocalDate })).map(({ kind }) => kind)).toEqual(['notBooked']);
  });

  it('knows the gaps of a period: who is told, proved or hindered away is none', async () => {
    const from = '2026-11-05' as LocalDate;
    expect(await staff.gaps({ from, to: from })).toMatchObject([{ kind: 'notCalled', childId: anna, serviceLabel: 'Cantine, 1er service', day: from }, { kind: 'notCalled', childId: theo }]);
    await save(entry());
    await buildAbsence(town.db, { childId: theo, fromOn: from, toldAt: '2026-11-04T08:00:00.000Z' });
    expect(await staff.gaps({ from, to: from })).toEqual([]);
    expect((await staff.gaps({ from: '2026-10-05' as LocalDate, to: '2026-10-11' as LocalDate })).map(({ day }) => day)).toEqual(['2026-10-08', '2026-10-08']);
    await buildDisruption(town.db, { fromOn: '2026-10-08', reason: 'strike' });
    expect(await staff.gaps({ from: '2026-10-05' as LocalDate, to: '2026-10-11' as LocalDate })).toEqual([]);
  });

  it('says that a billed day will make a corrective line', async () => {
    await save(entry());
    const family = (await town.db.selectOne<{ familyId: number }>('SELECT family_id AS familyId FROM attendance'))!.familyId;
    await town.db.write(async () => {
      await town.db.run('PRAGMA defer_foreign_keys = ON');
      await town.db.run(`INSERT INTO bill_lines (bill_id, position, kind, is_correction, day, child_id, service, label, unit, quantity, unit_price_cents, total_cents, explanation)
        VALUES (1, 0, 'unit', 0, '2026-11-05', ${anna}, 'cantine-1', 'Cantine', 'repas', 1, 320, 320, '[]')`);
      await town.db.run(`INSERT INTO bills (id, family_id, from_on, to_on, total_cents, rules_stamp, at) VALUES (1, ${family}, '2026-11-01', '2026-11-30', 320, '{}', '2026-11-05T11:00:00.000Z')`);
    });
    const now = await row();
    expect(now.isBilled).toBe(true);
    const result = await save(entry({ state: 'absent', seenAt: now.recordedAt }));
    expect(result.billed).toBe(1);
    expect(result.sentence).toContain('Un jour est déjà facturé : la différence fera une ligne corrective');
  });
});
