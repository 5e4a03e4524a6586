import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { daysAsked } from '../../../src-main/features/bookings/bulk-days';
import { bookingMessages } from '../../../src-main/features/bookings/messages.fr';
import { bookingsParent } from '../../../src-main/features/bookings/parent';
import { daysFrom, mondayOf, WEEKDAYS, weekdayOf } from '../../../src-main/kernel/local-date';
import type { LocalDate, Weekday } from '../../../src-main/kernel/local-date';
import { createCallerFactory } from '../../../src-main/platform/procedures/procedures';
import { buildEnrolment } from '../../support/factories/build-enrolment';
import { buildFamily, shareChild } from '../../support/factories/build-family';
import type { BuiltFamily } from '../../support/factories/build-family';
import { buildRulebook } from '../../support/factories/build-rulebook';
import { at, openTestDatabase, parentActor } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';
import { plainSpaces } from '../../support/plain-spaces';
import { refusalOf } from '../../support/refusal-of';

const callerOf = createCallerFactory(bookingsParent);
const day = (text: string) => text as LocalDate;
let town: TestDatabase;
let family: BuiltFamily;
let paul: ReturnType<typeof callerOf>;

beforeAll(async () => {
  town = await openTestDatabase(bookingMessages);
  await buildRulebook(town.db);
});
beforeEach(async () => {
  family = await buildFamily(town.db, { children: [{ firstName: 'Anna' }, { firstName: 'Théo' }, { firstName: 'Zoé' }] });
  for (const childId of family.childIds) await buildEnrolment(town.db, { childId });
  paul = callerOf(town.doorOf(parentActor(family.guardianIds[0]!)));
  town.clock.set(at('2026-11-05T10:01'));
});
afterAll(() => town.close());

const asked = (given: Partial<Parameters<typeof paul.bulkBook>[0]> = {}) => ({
  service: 'cantine-1', childIds: [family.childIds[0]!], weekdays: ['tue', 'thu'] as Weekday[], from: day('2026-11-05'), to: day('2026-12-31'), mode: 'add' as const, every: 1 as const, ...given,
});
const bookedDays = async (childId: number): Promise<string[]> =>
  (await town.db.select<{ day: string }>("SELECT day FROM bookings WHERE child_id = $childId AND state = 'booked' ORDER BY day", { childId })).map((row) => row.day);

describe('the assistant', () => {
  it('offers the services with the children enrolled, and periods up to the holidays and the end of the year', async () => {
    const options = await paul.bulkOptions();
    expect(options.services).toMatchObject([{ id: 'cantine-1', label: 'Cantine, 1er service', weekdays: ['mon', 'tue', 'thu', 'fri'], children: [{ name: 'ALAIN Anna' }, { firstName: 'Théo' }, { firstName: 'Zoé' }] }]);
    expect(options.periods).toEqual([
      { label: 'jusqu’au 18 décembre 2026, veille des vacances de Noël', from: '2026-11-05', to: '2026-12-18' },
      { label: 'jusqu’au 2 juillet 2027, fin de l’année scolaire', from: '2026-11-05', to: '2027-07-02' },
    ]);
  });

  it('says before what will be booked, refused and why, with the price; and saves nothing', async () => {
    const plan = plainSpaces(await paul.bulkPreview(asked()));
    expect(plan).toMatchObject({ booked: 12, cancelled: 0, already: 0, refused: 5, changeCents: 12 * 320, children: [{ name: 'ALAIN Anna', late: [] }] });
    expect(plan.children[0]!.booked.slice(0, 2)).toEqual(['2026-11-10', '2026-11-12']);
    const [late, closed] = plan.children[0]!.refusals;
    expect(late).toMatchObject({ sentence: expect.stringContaining('jusqu’au mardi 3 novembre à 10 h') as string, days: ['2026-11-05'] });
    expect(closed).toEqual({ sentence: 'Fermé : vacances de Noël.', days: ['2026-12-22', '2026-12-24', '2026-12-29', '2026-12-31'] });
    expect(await bookedDays(family.childIds[0]!)).toEqual([]);
  });

  it('books in one go with a receipt; asked twice, the second changes nothing', async () => {
    const first = await paul.bulkBook(asked({ childIds: [...family.childIds] }));
    expect(first).toMatchObject({ booked: 36, refused: 15, receiptIds: [expect.any(Number) as number], at: '2026-11-05T10:01' });
    expect(plainSpaces(first.sentence)).toBe('C’est enregistré : 36 réservations. 15 jours demandés n’ont pas pu l’être.');
    expect(await paul.bulkBook(asked({ childIds: [...family.childIds] }))).toMatchObject({ booked: 0, already: 36, receiptIds: [], changeCents: 0 });
    for (const childId of family.childIds) expect(await bookedDays(childId)).toHaveLength(12);
    expect(await town.db.select('SELECT id FROM booking_events WHERE child_id = $child', { child: family.childIds[0]! })).toHaveLength(12);
  });

  it('two parents at once book the same days once', async () => {
    const answers = await Promise.all([paul.bulkBook(asked()), paul.bulkBook(asked())]);
    expect(answers.map(({ booked }) => booked).sort()).toEqual([0, 12]);
  });

  it('replaces: other days are cancelled where the deadline allows', async () => {
    await paul.bulkBook(asked({ weekdays: ['mon', 'fri'], to: day('2026-11-30') }));
    town.clock.set(at('2026-11-11T10:01'));
    const plan = await paul.bulkPreview(asked({ mode: 'replace', to: day('2026-11-30') }));
    expect(plan.children[0]).toMatchObject({ cancelled: ['2026-11-16', '2026-11-20', '2026-11-23', '2026-11-27', '2026-11-30'] });
    // Friday 13 could be cancelled until Wednesday 11 at 10:00.
    expect(plan.children[0]!.refusals.flatMap(({ days }) => days)).toContain('2026-11-13');
    expect(await paul.bulkBook(asked({ mode: 'replace', to: day('2026-11-30') }))).toMatchObject({ cancelled: 5 });
    expect(await bookedDays(family.childIds[0]!)).toEqual(['2026-11-09', '2026-11-13', '2026-11-17', '2026-11-19', '2026-11-24', '2026-11-26']);
  });

  it('respects custody weeks: the other home’s days are refused with the reason', async () => {
    const other = await buildFamily(town.db, { name: 'MARTIN', guardians: [{ firstName: 'Lucie', lastName: 'MARTIN' }], children: [] });
    await shareChild(town.db, { childId: family.childIds[0]!, familyId: other.familyId, custody: 'oddWeeks', firstCustody: 'evenWeeks' });
    const plan = await paul.bulkPreview(asked({ to: day('2026-11-30') }));
    expect(plan.children[0]!.booked).toEqual(['2026-11-10', '2026-11-12', '2026-11-24', '2026-11-26']);
    expect(plan.children[0]!.refusals.find(({ days }) => days.includes(day('2026-11-17')))!.sentence).toContain('l’autre foyer');
  });

  it('does not go beyond the places left', async () => {
    const [anna, theo] = family.childIds as [number, number];
    for (const childId of [anna, theo]) await buildEnrolment(town.db, { childId, service: 'cantine-2' });
    await town.db.write(() => town.db.run("INSERT OR REPLACE INTO capacities (service, from_on, places) VALUES ('cantine-2', '2026-09-01', 1)"));
    const result = await paul.bulkBook(asked({ service: 'cantine-2', childIds: [anna, theo], to: day('2026-11-13') }));
    expect(result.children.map(({ booked }) => booked.length)).toEqual([2, 0]);
    expect(result.children[1]!.refusals.at(-1)).toMatchObject({ sentence: 'Toutes les places sont prises ce jour-là.', days: ['2026-11-10', '2026-11-12'] });
  });

  it('is refused to strangers, for other families’ children, and on input that makes no sense', async () => {
    const stranger = callerOf(town.doorOf(null));
    for (const call of [() => stranger.bulkOptions(), () => stranger.bulkPreview(asked()), () => stranger.bulkBook(asked())]) expect(await refusalOf(call(), town.services)).toMatchObject({ status: 'UNAUTHORIZED' });
    const others = await buildFamily(town.db, { name: 'BACONNAIS' });
    await buildEnrolment(town.db, { childId: others.childIds[0]! });
    for (const call of [paul.bulkPreview, paul.bulkBook]) {
      expect(await refusalOf(call(asked({ childIds: [family.childIds[0]!, others.childIds[0]!] })), town.services)).toMatchObject({ code: 'bookings.notYours', status: 'FORBIDDEN' });
    }
    expect(await bookedDays(others.childIds[0]!)).toEqual([]);
    const fieldsOf = async (given: Parameters<typeof asked>[0]) => (await refusalOf(paul.bulkPreview(asked(given)), town.services)).fields;
    expect(await fieldsOf({ to: day('2026-11-01') })).toEqual({ to: 'La fin vient avant le début.' });
    expect(await fieldsOf({ to: day('2027-09-01') })).toEqual({ to: 'La période tient dans une année scolaire : elle finit le 31 août au plus tard.' });
    expect(await fieldsOf({ weekdays: [] })).toEqual({ weekdays: 'Choisissez au moins un jour de la semaine.' });
    expect(await fieldsOf({ childIds: [] })).toEqual({ childIds: 'Choisissez au moins un enfant.' });
  });

  it('takes a whole school year of three children at once', async () => {
    const year = asked({ childIds: [...family.childIds], weekdays: ['mon', 'tue', 'thu', 'fri'], to: day('2027-08-31') });
    const { booked, changeCents } = await paul.bulkBook(year);
    expect(booked).toBeGreaterThan(300);
    expect(changeCents).toBe(booked * 320);
  });
});

describe('the assistant does what one would tick by hand', () => {
  it('on any weekdays, rhythm, period, mode and usual week', async () => {
    const span = daysFrom(day('2026-11-05'), day('2027-01-31'));
    await fc.assert(fc.asyncProperty(
      fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 }), fc.uniqueArray(fc.constantFrom<Weekday>('mon', 'tue', 'thu', 'fri')),
      fc.constantFrom(...span), fc.nat(60), fc.constantFrom('add' as const, 'replace' as const), fc.constantFrom(1 as const, 2 as const),
      async (weekdays, usual, from, length, mode, every) => {
        const to = span[Math.min(span.indexOf(from) + length, span.length - 1)]!;
        const [bulk, byHand] = await Promise.all([0, 1].map(async () => {
          const built = await buildFamily(town.db);
          await buildEnrolment(town.db, { childId: built.childIds[0]!, week: usual });
          return { childId: built.childIds[0]!, caller: callerOf(town.doorOf(parentActor(built.guardianIds[0]!))) };
        })) as [{ childId: number; caller: typeof paul }, { childId: number; caller: typeof paul }];
        await bulk.caller.bulkBook({ service: 'cantine-1', childIds: [bulk.childId], weekdays, from, to, mode, every });

        const wanted = new Set(daysAsked({ from, to, weekdays, every }));
        for (const one of daysFrom(from, to)) {
          if (!wanted.has(one) && mode === 'add') continue;
          await byHand.caller.book({ by: 'week', day: one, changes: [{ childId: byHand.childId, service: 'cantine-1', day: one, booked: wanted.has(one) }] });
        }
        const seen = async ({ childId, caller }: typeof bulk) => {
          const events = await town.db.select('SELECT day, action, outcome, price_cents FROM booking_events WHERE child_id = $childId ORDER BY day', { childId });
          const table = await caller.period({ by: 'month', day: from });
          return { events, booked: table.children[0]?.rows[0]?.cells.map((cell) => cell.booked), totalCents: table.totalCents };
        };
        expect(await seen(bulk)).toEqual(await seen(byHand));
      },
    ), { numRuns: 12 });
  });

  it('one week in two begins with the first', () => {
    const days = daysAsked({ from: day('2026-11-12'), to: day('2026-12-06'), weekdays: ['tue', 'thu'], every: 2 });
    expect(days).toEqual(['2026-11-12', '2026-11-24', '2026-11-26']);
    expect(new Set(days.map(mondayOf)).size).toBe(2);
    expect(days.every((one) => ['tue', 'thu'].includes(weekdayOf(one)))).toBe(true);
  });
});
