import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookingsStaff } from '../../../src-main/features/bookings/staff';
import { enrolmentMessages } from '../../../src-main/features/enrolments/messages.fr';
import { enrolmentsStaff } from '../../../src-main/features/enrolments/staff';
import { createCallerFactory } from '../../../src-main/platform/procedures/procedures';
import type { LocalDate } from '../../../src-main/kernel/local-date';
import { buildFamily } from '../../support/factories/build-family';
import { buildRulebook } from '../../support/factories/build-rulebook';
import { openTestDatabase, STAFF, staffWith } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';
import { refusalOf } from '../../support/refusal-of';

const callerOf = createCallerFactory(enrolmentsStaff);
const day = (text: string) => text as LocalDate;

describe('enrolments', () => {
  let town: TestDatabase;
  let staff: ReturnType<typeof callerOf>;
  let childId: number;
  let familyId: number;

  beforeAll(async () => {
    town = await openTestDatabase(enrolmentMessages);
    await buildRulebook(town.db);
    staff = callerOf(town.doorOf(STAFF));
  });
  beforeEach(async () => {
    const family = await buildFamily(town.db);
    ({ familyId } = family);
    [childId] = family.childIds as [number];
  });
  afterAll(() => town.close());

  const enrol = (given: Partial<Parameters<typeof staff.enrol>[0]> = {}) =>
    staff.enrol({ childId, service: 'cantine-1', fromOn: day('2026-11-09'), week: ['thu', 'mon'], ...given });

  it('take a child into a service with a usual week', async () => {
    expect(await enrol()).toMatchObject({ childId, service: 'cantine-1', week: ['mon', 'thu'], toOn: null, version: 1 });
    const { enrolments, services } = await staff.ofFamily({ familyId });
    expect(enrolments).toMatchObject([{ childName: 'Anna ALAIN', serviceLabel: 'Cantine, 1er service' }]);
    expect(services.map(({ id }) => id)).toEqual(['cantine-1', 'cantine-2']);
    const entry = await town.db.selectOne<{ subject: string }>('SELECT subject FROM journal ORDER BY id DESC LIMIT 1');
    expect(entry?.subject).toBe('Anna ALAIN inscrit à « Cantine, 1er service » à partir du 9 novembre 2026, le lundi et le jeudi');
  });

  it('refuse an unknown service, a closed weekday, a second enrolment, reversed dates', async () => {
    expect((await refusalOf(enrol({ service: 'piscine' }), town.services)).fields).toHaveProperty('service');
    expect((await refusalOf(enrol({ week: ['wed'] }), town.services)).fields.week).toContain('n’a jamais lieu le mercredi');
    await enrol();
    expect((await refusalOf(enrol({ fromOn: day('2027-01-04') }), town.services)).fields.fromOn).toContain('depuis le 9 novembre 2026');
    expect((await refusalOf(enrol({ toOn: day('2026-11-01') }), town.services)).fields.toOn).toContain('La fin ne peut pas');
    expect((await refusalOf(enrol({ childId: 9999 }), town.services)).status).toBe('NOT_FOUND');
  });

  it('in several services are made together or not at all, each refusal at its own field', async () => {
    const both = (weekOfSecond: ['tue'] | ['sun']) => staff.enrolMany({ enrolments: [
      { childId, service: 'cantine-1', fromOn: day('2026-11-09'), week: ['mon'] }, { childId, service: 'cantine-2', fromOn: day('2026-11-09'), week: weekOfSecond },
    ] });
    const refusal = await refusalOf(both(['sun']), town.services);
    expect(refusal.fields).toEqual({ 'enrolments.1.week': expect.stringContaining('n’a jamais lieu le dimanche') as string });
    expect(await staff.ofFamily({ familyId })).toMatchObject({ enrolments: [], children: [{ id: childId, name: 'Anna ALAIN', firstName: 'Anna' }] });
    expect(await both(['tue'])).toMatchObject([{ service: 'cantine-1' }, { service: 'cantine-2', week: ['tue'] }]);
    expect((await refusalOf(both(['tue']), town.services)).fields).toEqual({ 'enrolments.0.service': expect.stringContaining('déjà inscrit') as string });
    expect((await refusalOf(staff.enrolMany({ enrolments: [] }), town.services)).code).toBe('invalidInput');
  });

  it('change the usual week from a day on; the days before keep theirs', async () => {
    const first = await enrol();
    const next = await staff.changeWeek({ enrolmentId: first.id, version: first.version, fromOn: day('2026-12-01'), week: ['tue'] });
    expect(next).toMatchObject({ fromOn: '2026-12-01', toOn: null, week: ['tue'] });
    const { enrolments } = await staff.ofFamily({ familyId });
    expect(enrolments).toMatchObject([{ fromOn: '2026-12-01' }, { fromOn: '2026-11-09', toOn: '2026-11-30', week: ['mon', 'thu'] }]);
    expect(await refusalOf(staff.changeWeek({ enrolmentId: first.id, version: first.version, fromOn: day('2026-11-20'), week: [] }), town.services))
      .toMatchObject({ code: 'changedMeanwhile', status: 'CONFLICT' });
  });

  it('end with their later bookings cancelled, as announced', async () => {
    const { id, version } = await enrol({ week: [] });
    const bookings = createCallerFactory(bookingsStaff)(town.doorOf(STAFF));
    await bookings.save({ monday: day('2026-11-16'), changes: [{ childId, service: 'cantine-1', day: day('2026-11-19'), booked: true }], forceReason: 'essai' });
    expect(await bookings.endEnrolmentPreview({ enrolmentId: id, toOn: day('2026-11-18') })).toEqual({ bookedDays: 1 });
    expect(await bookings.endEnrolment({ enrolmentId: id, version, toOn: day('2026-11-18') })).toMatchObject({ toOn: '2026-11-18' });
    expect(await bookings.endEnrolmentPreview({ enrolmentId: id, toOn: day('2026-11-18') })).toEqual({ bookedDays: 0 });
    expect((await refusalOf(bookings.endEnrolment({ enrolmentId: id, version: version + 1, toOn: day('2026-01-01') }), town.services)).fields).toHaveProperty('toOn');
  });

  it('do not run over the one that follows when their end is put off', async () => {
    const first = await enrol();
    await staff.changeWeek({ enrolmentId: first.id, version: first.version, fromOn: day('2026-12-01'), week: ['tue'] });
    const bookings = createCallerFactory(bookingsStaff)(town.doorOf(STAFF));
    const late = bookings.endEnrolment({ enrolmentId: first.id, version: first.version + 1, toOn: day('2026-12-24') });
    expect((await refusalOf(late, town.services)).fields.toOn).toContain('depuis le 1er décembre 2026');
  });

  it('entered by mistake are taken back while no day of them has counted', async () => {
    const bookings = createCallerFactory(bookingsStaff)(town.doorOf(STAFF));
    const future = await enrol();
    expect(await refusalOf(bookings.removeEnrolment({ enrolmentId: future.id, version: 9 }), town.services)).toMatchObject({ code: 'changedMeanwhile' });
    await bookings.removeEnrolment({ enrolmentId: future.id, version: future.version });
    expect((await staff.ofFamily({ familyId })).enrolments).toEqual([]);
    const running = await enrol({ fromOn: day('2026-09-01') });
    expect(await refusalOf(bookings.removeEnrolment({ enrolmentId: running.id, version: running.version }), town.services)).toMatchObject({ code: 'enrolments.used', status: 'CONFLICT' });
    const booked = await enrol({ service: 'cantine-2', week: [] });
    await bookings.save({ monday: day('2026-11-16'), changes: [{ childId, service: 'cantine-2', day: day('2026-11-19'), booked: true }] });
    expect((await refusalOf(bookings.removeEnrolment({ enrolmentId: booked.id, version: booked.version }), town.services)).code).toBe('enrolments.used');
    const reader = createCallerFactory(bookingsStaff)(town.doorOf(staffWith('bookings.read')));
    expect((await refusalOf(reader.removeEnrolment({ enrolmentId: booked.id, version: booked.version }), town.services)).status).toBe('FORBIDDEN');
  });

  it('are for staff with the right', async () => {
    const reader = callerOf(town.doorOf(staffWith('families.read')));
    const input = { childId, service: 'cantine-1', fromOn: day('2026-11-09'), week: [] };
    expect((await refusalOf(reader.enrol(input), town.services)).status).toBe('FORBIDDEN');
    expect((await refusalOf(reader.enrolMany({ enrolments: [input] }), town.services)).status).toBe('FORBIDDEN');
    expect((await refusalOf(callerOf(town.doorOf(null)).ofFamily({ familyId }), town.services)).status).toBe('UNAUTHORIZED');
    expect((await refusalOf(callerOf(town.doorOf(staffWith('journal.read'))).services(), town.services)).status).toBe('FORBIDDEN');
  });
});
