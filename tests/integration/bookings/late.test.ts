import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../src-main/kernel/local-date';
import { bookingsParent } from '../../../src-main/features/bookings/parent';
import { bookingsStaff } from '../../../src-main/features/bookings/staff';
import { bookingMessages } from '../../../src-main/features/bookings/messages.fr';
import { createCallerFactory } from '../../../src-main/platform/procedures/procedures';
import { buildEnrolment } from '../../support/factories/build-enrolment';
import { buildFamily } from '../../support/factories/build-family';
import { buildRulebook } from '../../support/factories/build-rulebook';
import { at, openTestDatabase, parentActor, STAFF, staffWith } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';
import { plainSpaces } from '../../support/plain-spaces';
import { refusalOf } from '../../support/refusal-of';

const parentOf = createCallerFactory(bookingsParent);
const staffOf = createCallerFactory(bookingsStaff);
const MONDAY = '2026-11-09' as LocalDate;
const THURSDAY = '2026-11-12' as LocalDate;

describe('a town that accepts late bookings at 3,90 €', () => {
  let town: TestDatabase;
  let childId: number;
  let familyId: number;
  let parent: ReturnType<typeof parentOf>;
  let staff: ReturnType<typeof staffOf>;

  beforeAll(async () => {
    town = await openTestDatabase(bookingMessages);
    await buildRulebook(town.db, {
      booking: [{ services: ['cantine-1', 'cantine-2'], unbooked: 'accept', book: { limit: 'deux-jours', after: 'late' }, cancel: { limit: 'deux-jours', after: 'refuse' } }],
      prices: [
        { id: 'hors-delai', label: 'Repas hors délai', services: ['cantine-1'], when: { booking: ['late'] }, price: 390 },
        { id: 'repas', label: 'Repas', services: ['cantine-1', 'cantine-2'], price: 320 },
      ],
    });
    const family = await buildFamily(town.db);
    [childId] = family.childIds as [number];
    familyId = family.familyId;
    await buildEnrolment(town.db, { childId });
    parent = parentOf(town.doorOf(parentActor(family.guardianIds[0]!)));
    staff = staffOf(town.doorOf(STAFF));
  });
  afterAll(() => town.close());

  const change = (booked: boolean) => ({ childId, service: 'cantine-1', day: THURSDAY, booked });
  const cellOn = async (day: LocalDate) => plainSpaces(await parent.period({ day: MONDAY })).children[0]!.rows[0]!.cells.find((one) => one.day === day)!;

  it('shows the late price before, and bills it after', async () => {
    town.clock.set(at('2026-11-10T10:01'));
    expect(await cellOn(THURSDAY)).toMatchObject({ state: 'lateFree', priceCents: 390, words: 'hors délai, 3,90 €', mayChange: true });
    const priced = await parent.period({ day: MONDAY, changes: [change(true)] });
    expect(priced.totalCents).toBe(390);
    expect(await parent.book({ by: 'week', day: MONDAY, changes: [change(true)] })).toMatchObject({ saved: true, table: { totalCents: 390 } });
    expect(await cellOn(THURSDAY)).toMatchObject({ state: 'lateBooked', words: 'réservé hors délai, 3,90 €', booked: true, mayChange: false });
  });

  it('lets staff cancel it all the same, with a reason that the journal keeps', async () => {
    expect(await staff.save({ monday: MONDAY, changes: [change(false)] })).toMatchObject({ saved: false, refusals: [{ mayForce: true }] });
    expect(await staff.save({ monday: MONDAY, changes: [change(false)], forceReason: 'erreur du portail' })).toMatchObject({ saved: true, cancelled: 1 });
    expect((await parent.period({ day: MONDAY })).totalCents).toBe(0);
    const [receipt] = await staff.receipts({ familyId });
    expect(receipt).toMatchObject({ action: 'cancel', outcome: 'override', day: THURSDAY, childName: 'Anna ALAIN' });
    const entry = await town.db.selectOne<{ subject: string }>('SELECT subject FROM journal ORDER BY id DESC LIMIT 1');
    expect(entry?.subject).toContain('hors règle : erreur du portail');
  });

  it('gives staff the grid of a service, with counts', async () => {
    town.clock.set(at('2026-11-05T10:01'));
    await staff.save({ monday: MONDAY, changes: [change(true)] });
    const grid = await staff.grid({ monday: MONDAY, service: 'cantine-1' });
    expect(grid.rows).toMatchObject([{ name: 'ALAIN Anna', quantity: 1 }]);
    expect(grid.dayCounts[grid.days.indexOf(THURSDAY)]).toBe(1);
    expect(await staff.day({ day: THURSDAY })).toMatchObject({ services: [{ service: 'cantine-1', booked: 1 }, { service: 'cantine-2', booked: 0 }] });
    expect(await staff.day({ day: '2026-11-11' as LocalDate })).toMatchObject({ services: [{ closed: expect.stringContaining('fermé') as string }, {}] });
  });

  it('no longer counts the children of an archived family', async () => {
    const booked = async () => (await staff.day({ day: THURSDAY })).services[0]!.booked;
    const archive = (at: string | null) => town.db.write(() => town.db.run('UPDATE families SET archived_at = $at WHERE id = $familyId', { at, familyId }));
    await archive('2026-11-05T09:01:00.000Z');
    expect(await booked()).toBe(0);
    expect((await staff.grid({ monday: MONDAY, service: 'cantine-1' })).rows).toEqual([]);
    await archive(null);
    expect(await booked()).toBe(1);
  });

  it('refuses staff without the right, strangers, and families that do not exist', async () => {
    const reader = staffOf(town.doorOf(staffWith('bookings.read')));
    expect(await refusalOf(reader.save({ monday: MONDAY, changes: [change(true)] }), town.services)).toMatchObject({ status: 'FORBIDDEN' });
    const stranger = staffOf(town.doorOf(null));
    expect(await refusalOf(stranger.grid({}), town.services)).toMatchObject({ status: 'UNAUTHORIZED' });
    expect(await refusalOf(staff.familyWeek({ familyId: 9999 }), town.services)).toMatchObject({ status: 'NOT_FOUND' });
    expect((await refusalOf(staff.save({ monday: MONDAY, changes: [change(true)], forceReason: ' ' }), town.services)).fields).toHaveProperty('forceReason');
  });
});

describe('a town that decides by itself after the deadline', () => {
  it('says that the day is to be asked for, refuses a tick with the reason, and lets staff book it', async () => {
    const town = await openTestDatabase(bookingMessages);
    await buildRulebook(town.db, { booking: [{ services: ['cantine-1'], unbooked: 'accept', book: { limit: 'deux-jours', after: 'ask' }, cancel: { limit: 'deux-jours', after: 'ask' } }] });
    const { childIds: [childId], guardianIds: [guardianId] } = await buildFamily(town.db);
    await buildEnrolment(town.db, { childId: childId! });
    const parent = parentOf(town.doorOf(parentActor(guardianId!)));
    const change = (booked: boolean) => ({ childId: childId!, service: 'cantine-1', day: THURSDAY, booked });
    const thursday = async () => plainSpaces(await parent.period({ day: MONDAY })).children[0]!.rows[0]!.cells.find(({ day }) => day === THURSDAY)!;
    town.clock.set(at('2026-11-10T10:01'));
    const sentence = 'Réservation à valider par la mairie : elle était possible jusqu’au mardi 10 novembre à 10 h.';
    expect(await thursday()).toMatchObject({ state: 'ask', mayChange: false, words: 'sur demande à la mairie', reason: sentence });
    const refused = plainSpaces(await parent.book({ by: 'week', day: MONDAY, changes: [change(true)] }));
    expect(refused).toMatchObject({ saved: false, refusals: [{ sentence, mayForce: true }] });
    expect(await staffOf(town.doorOf(STAFF)).save({ monday: MONDAY, changes: [change(true)], forceReason: 'demande acceptée' })).toMatchObject({ saved: true, booked: 1 });
    expect(await thursday()).toMatchObject({ state: 'booked', mayChange: false, reason: expect.stringContaining('Annulation à valider par la mairie') as string });
    await town.close();
  });
});
