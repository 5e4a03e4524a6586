import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookingMessages } from '../../../src-main/features/bookings/messages.fr';
import { bookingsParent } from '../../../src-main/features/bookings/parent';
import { bookingsStaff } from '../../../src-main/features/bookings/staff';
import type { LocalDate } from '../../../src-main/kernel/local-date';
import { createCallerFactory } from '../../../src-main/platform/procedures/procedures';
import { buildEnrolment } from '../../support/factories/build-enrolment';
import { buildFamily, shareChild } from '../../support/factories/build-family';
import { buildRulebook } from '../../support/factories/build-rulebook';
import { at, openTestDatabase, parentActor, STAFF } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';
import { refusalOf } from '../../support/refusal-of';

const callerOf = createCallerFactory(bookingsParent);
const MONDAY = '2026-11-16' as LocalDate;
let town: TestDatabase;
let [anna, theo] = [0, 0];
let paul: ReturnType<typeof callerOf>;
let lucie: ReturnType<typeof callerOf>;
let former: ReturnType<typeof callerOf>;

/** Paul and Lucie ALAIN have Anna and Théo; Théo's odd weeks are at Claire MARTIN's. */
beforeAll(async () => {
  town = await openTestDatabase(bookingMessages);
  await buildRulebook(town.db);
  const family = await buildFamily(town.db, { guardians: [{}, { firstName: 'Lucie' }], children: [{ firstName: 'Anna' }, { firstName: 'Théo' }] });
  const other = await buildFamily(town.db, { name: 'MARTIN', guardians: [{ firstName: 'Claire', lastName: 'MARTIN' }], children: [] });
  [anna, theo] = family.childIds as [number, number];
  for (const childId of [anna, theo]) await buildEnrolment(town.db, { childId });
  await shareChild(town.db, { childId: theo, familyId: other.familyId, custody: 'evenWeeks', firstCustody: 'oddWeeks' });
  const people = [...family.guardianIds, ...other.guardianIds];
  for (const personId of people) {
    await town.db.write(() => town.db.run(
      "INSERT INTO portal_accounts (id, person_id, identifier, created_at) VALUES ($personId, $personId, $name, '2026-09-01T08:00:00.000Z')", { personId, name: `parent${personId}` }));
  }
  [paul, lucie, former] = people.map((personId) => callerOf(town.doorOf(parentActor(personId)))) as [typeof paul, typeof paul, typeof paul];

  const tick = (childId: number, day: string, booked = true) => ({ childId, service: 'cantine-1', day: day as LocalDate, booked });
  await paul.book({ by: 'week', day: MONDAY, changes: [tick(anna, '2026-11-16'), tick(anna, '2026-11-17')] });
  town.clock.set(at('2026-11-05T18:30'));
  await lucie.book({ by: 'week', day: MONDAY, changes: [tick(anna, '2026-11-17', false), tick(theo, '2026-11-19')] });
  // Week 48 is even: the other home's.
  await former.book({ by: 'week', day: '2026-11-23' as LocalDate, changes: [tick(theo, '2026-11-24')] });
  await createCallerFactory(bookingsStaff)(town.doorOf(STAFF)).save({ monday: '2026-12-07' as LocalDate, changes: [tick(anna, '2026-12-07')] });
});
afterAll(() => town.close());

describe('« Historique de mes réservations »', () => {
  it('dated receipts, the newest first: who, what, when, at what price', async () => {
    const { receipts, children, before } = await paul.history({});
    expect(children).toEqual([{ childId: anna, name: 'ALAIN Anna' }, { childId: theo, name: 'ALAIN Théo' }]);
    expect(receipts.map(({ by, booked, cancelled, at: moment }) => [by, booked, cancelled, moment])).toEqual([
      ['la mairie', 1, 0, '2026-11-05T18:30'], ['l’autre responsable, Lucie ALAIN', 1, 1, '2026-11-05T18:30'], ['vous', 2, 0, '2026-11-05T10:01'],
    ]);
    expect(receipts[2]!.lines[0]).toEqual({ childId: anna, childName: 'Anna ALAIN', serviceLabel: 'Cantine, 1er service', day: '2026-11-16', action: 'book', outcome: 'accepted', priceCents: 320 });
    expect(before).toBeNull();
  });

  it('each parent reads of the other by name, and nothing of another home', async () => {
    expect((await lucie.history({})).receipts.map(({ by }) => by)).toEqual(['la mairie', 'vous', 'l’autre responsable, Paul ALAIN']);
    const claire = await former.history({});
    expect(claire.receipts.map(({ by, lines }) => [by, lines.map(({ day }) => day)])).toEqual([['vous', ['2026-11-24']]]);
    expect(claire.children).toEqual([{ childId: theo, name: 'ALAIN Théo' }]);
  });

  it('of one child, of one month', async () => {
    expect((await paul.history({ childId: theo })).receipts.map(({ lines }) => lines.length)).toEqual([1]);
    expect((await paul.history({ month: '2026-12-15' as LocalDate })).receipts.map(({ by }) => by)).toEqual(['la mairie']);
    expect((await paul.history({ month: '2027-01-01' as LocalDate })).receipts).toEqual([]);
  });

  it('a page at a time', async () => {
    for (let turn = 0; turn < 24; turn += 1) {
      await paul.book({ by: 'week', day: '2026-12-14' as LocalDate, changes: [{ childId: anna, service: 'cantine-1', day: '2026-12-14' as LocalDate, booked: turn % 2 === 0 }] });
    }
    const first = await paul.history({});
    expect(first.receipts).toHaveLength(20);
    const second = await paul.history({ before: first.before! });
    expect(second.receipts).toHaveLength(7);
    expect(second.before).toBeNull();
    expect(new Set([...first.receipts, ...second.receipts].map(({ id }) => id)).size).toBe(27);
  });

  it('a receipt to print, only of one’s own', async () => {
    const { receipts } = await former.history({});
    const { id } = receipts[0]!;
    expect(await former.receipts({ ids: [id] })).toEqual(receipts);
    expect(await refusalOf(paul.receipts({ ids: [id] }), town.services)).toMatchObject({ status: 'NOT_FOUND' });
    expect(await refusalOf(paul.receipts({ ids: [99_999] }), town.services)).toMatchObject({ status: 'NOT_FOUND' });
    expect(await refusalOf(paul.receipts({ ids: [] }), town.services)).toMatchObject({ status: 'BAD_REQUEST' });
  });

  it('is refused to strangers and for another family’s child', async () => {
    const stranger = callerOf(town.doorOf(null));
    expect(await refusalOf(stranger.history({}), town.services)).toMatchObject({ status: 'UNAUTHORIZED' });
    expect(await refusalOf(stranger.receipts({ ids: [1] }), town.services)).toMatchObject({ status: 'UNAUTHORIZED' });
    expect(await refusalOf(former.history({ childId: anna }), town.services)).toMatchObject({ code: 'bookings.notYours', status: 'FORBIDDEN' });
    expect((await refusalOf(paul.history({ month: '2026-13-01' as LocalDate }), town.services)).fields).toHaveProperty('month');
  });

  it('a guardian who has left the family is no longer named', async () => {
    await town.db.write(() => town.db.run("DELETE FROM family_adults WHERE person_id = (SELECT id FROM persons WHERE first_name = 'Lucie')"));
    expect((await paul.history({ childId: theo })).receipts[0]!.by).toBe('l’autre responsable');
  });
});
