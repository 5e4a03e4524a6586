import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../src-main/kernel/local-date';
import { bookingsParent } from '../../../src-main/features/bookings/parent';
import type { BookPeriodResult, CellChange, PeriodTable } from '../../../src-main/features/bookings/schema';
import { bookingMessages } from '../../../src-main/features/bookings/messages.fr';
import { createCallerFactory } from '../../../src-main/platform/procedures/procedures';
import { buildEnrolment } from '../../support/factories/build-enrolment';
import { buildFamily } from '../../support/factories/build-family';
import { buildRulebook } from '../../support/factories/build-rulebook';
import { at, openTestDatabase, parentActor } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';
import { plainSpaces } from '../../support/plain-spaces';
import { refusalOf } from '../../support/refusal-of';

const callerOf = createCallerFactory(bookingsParent);
const MONDAY = '2026-11-09' as LocalDate;

describe('a parent books a week', () => {
  let town: TestDatabase;
  let anna: number;
  let paul: ReturnType<typeof callerOf>;

  beforeAll(async () => {
    town = await openTestDatabase(bookingMessages);
    await buildRulebook(town.db);
  });
  beforeEach(async () => {
    const family = await buildFamily(town.db, { children: [{ firstName: 'Anna' }] });
    anna = family.childIds[0]!;
    await buildEnrolment(town.db, { childId: anna });
    paul = callerOf(town.doorOf(parentActor(family.guardianIds[0]!)));
    town.clock.set(at('2026-11-05T10:01'));
  });
  afterAll(() => town.close());

  const tick = (day: string, booked = true, childId = anna): CellChange => ({ childId, service: 'cantine-1', day: day as LocalDate, booked });
  const cell = (week: PeriodTable, day: string) => plainSpaces(week.children[0]!.rows[0]!.cells.find((one) => one.day === day)!);
  const saved = (result: BookPeriodResult) => (result.saved ? result : expect.fail(JSON.stringify(result)));

  it('sees quantities, unit prices and totals before saving', async () => {
    const week = await paul.period({ day: MONDAY, changes: [tick('2026-11-12'), tick('2026-11-13')] });
    expect(week.days).toEqual(['2026-11-09', '2026-11-10', '2026-11-12', '2026-11-13']);
    const [table] = week.children;
    expect(table).toMatchObject({ name: 'ALAIN Anna', dayCounts: [0, 0, 1, 1], totalCents: 640 });
    expect(table!.rows[0]).toMatchObject({ label: 'Cantine, 1er service', unit: 'repas', quantity: 2, unitPriceCents: 320, totalCents: 640 });
    expect(week.totalCents).toBe(640);
    expect(cell(week, '2026-11-12')).toMatchObject({ state: 'booked', pending: true, words: 'réservé', until: '2026-11-10T10:00' });
    expect(cell(week, '2026-11-09')).toMatchObject({ state: 'free', words: 'libre, 3,20 €' });
    expect((await paul.period({ day: MONDAY })).totalCents).toBe(0);
  });

  it('is led from a week where nothing can change to the next open one', async () => {
    expect((await paul.period({ day: MONDAY })).nextOpen).toBeNull();
    expect((await paul.period({ day: '2026-10-05' as LocalDate })).nextOpen).toBe(MONDAY);
    expect((await paul.period({ day: '2026-11-02' as LocalDate })).nextOpen).toBe(MONDAY);
    // The Christmas holidays last two weeks: the way leads beyond.
    expect((await paul.period({ day: '2026-12-21' as LocalDate })).nextOpen).toBe('2027-01-04');
  });

  it('tells the deadlines of the period, to come or over', async () => {
    const told = async (day: string): Promise<unknown> => plainSpaces((await paul.period({ day: day as LocalDate })).deadlines);
    expect(await told(MONDAY)).toEqual(['Réservation jusqu’au samedi 7 novembre à 10 h pour le lundi 9 novembre ; un délai par jour pour la suite.']);
    expect(await told('2026-11-02')).toEqual(['La date limite de réservation de cette période est passée : la dernière était le mercredi 4 novembre à 10 h.']);
    expect(await told('2026-12-21')).toEqual([]);
  });

  it('saves, and says what happens next', async () => {
    const result = saved(await paul.book({ by: 'week', day: MONDAY, changes: [tick('2026-11-12'), tick('2026-11-13')] }));
    expect(plainSpaces(result.sentence)).toBe('C’est enregistré : 2 réservations. Vous pouvez encore modifier jusqu’au samedi 7 novembre à 10 h.');
    expect((await paul.period({ day: MONDAY })).totalCents).toBe(640);
    const again = saved(await paul.book({ by: 'week', day: MONDAY, changes: [tick('2026-11-12')] }));
    expect(again.sentence).toContain('Rien n’a changé');
    const late = saved(await paul.book({ by: 'week', day: MONDAY, changes: [tick('2026-11-12'), tick('2026-11-10')] }));
    expect(plainSpaces(late.sentence)).toMatch(/^C’est enregistré : 1 réservation\. 1 changement était déjà fait, par vous ou par l’autre responsable\. Vous pouvez/);
    await paul.book({ by: 'week', day: MONDAY, changes: [tick('2026-11-10', false)] });
    const undone = saved(await paul.book({ by: 'week', day: MONDAY, changes: [tick('2026-11-12', false)] }));
    expect(undone).toMatchObject({ booked: 0, cancelled: 1, table: { totalCents: 320 } });
  });

  it('keeps a receipt and a journal entry of each change', async () => {
    await paul.book({ by: 'week', day: MONDAY, changes: [tick('2026-11-12')] });
    const events = await town.db.select('SELECT day, action, outcome, price_cents FROM booking_events WHERE child_id = $anna', { anna });
    expect(events).toEqual([{ day: '2026-11-12', action: 'book', outcome: 'accepted', price_cents: 320 }]);
    const entry = await town.db.selectOne<{ subject: string; after: string }>("SELECT subject, after FROM journal WHERE child_id = $anna", { anna });
    expect(plainSpaces(entry?.subject)).toBe('Réservations, Anna ALAIN : 1 jour réservé');
    expect(JSON.parse(entry!.after)).toEqual({ 'Anna, Cantine, 1er service': 'réservé 12/11' });
  });

  it('accepts to the minute, then refuses with the limit, and saves nothing of the rest', async () => {
    town.clock.set(at('2026-11-07T10:00'));
    saved(await paul.book({ by: 'week', day: MONDAY, changes: [tick('2026-11-09')] }));
    town.clock.set(at('2026-11-08T10:01'));
    const refused = await paul.book({ by: 'week', day: MONDAY, changes: [tick('2026-11-10'), tick('2026-11-13')] });
    expect(refused).toMatchObject({ saved: false, refusals: [{ day: '2026-11-10', mayForce: true }] });
    expect(plainSpaces(refused.saved ? '' : refused.refusals[0]!.sentence)).toContain('jusqu’au dimanche 8 novembre à 10 h');
    expect(cell(refused.table, '2026-11-13')).toMatchObject({ booked: true, pending: true });
    expect(cell(await paul.period({ day: MONDAY }), '2026-11-13').booked).toBe(false);
  });

  it('finds closed days with their reason, and cannot book them', async () => {
    const armistice = await paul.book({ by: 'week', day: MONDAY, changes: [tick('2026-11-11')] });
    expect(armistice.saved).toBe(false);
    const holidays = await paul.period({ day: '2026-12-21' as LocalDate });
    expect(cell(holidays, '2026-12-24')).toMatchObject({ state: 'closed', mayChange: false });
    expect(cell(holidays, '2026-12-24').words).toMatch(/vacances de Noël/i);
  });

  it('cannot touch another family’s child, by changed ids', async () => {
    const others = await buildFamily(town.db, { name: 'BACONNAIS', children: [{ firstName: 'Fanny', lastName: 'BACONNAIS' }] });
    await buildEnrolment(town.db, { childId: others.childIds[0]! });
    const refusal = await refusalOf(paul.book({ by: 'week', day: MONDAY, changes: [tick('2026-11-12', true, others.childIds[0]), tick('2026-11-12')] }), town.services);
    expect(refusal).toMatchObject({ code: 'bookings.notYours', status: 'FORBIDDEN' });
    expect((await paul.period({ day: MONDAY, changes: [tick('2026-11-12', true, others.childIds[0])] })).totalCents).toBe(0);
    expect(await town.db.select('SELECT * FROM bookings WHERE child_id IN ($anna, $fanny)', { anna, fanny: others.childIds[0]! })).toEqual([]);
  });

  it('is refused without a session, and on input that makes no sense', async () => {
    const stranger = callerOf(town.doorOf(null));
    expect(await refusalOf(stranger.period({}), town.services)).toMatchObject({ code: 'signedOut', status: 'UNAUTHORIZED' });
    expect(await refusalOf(stranger.book({ by: 'week', day: MONDAY, changes: [tick('2026-11-12')] }), town.services)).toMatchObject({ status: 'UNAUTHORIZED' });
    expect((await refusalOf(paul.period({ by: 'year' as 'week' }), town.services)).fields).toEqual({ by: 'Choisissez la semaine ou le mois.' });
    expect((await refusalOf(paul.period({ day: '2026-02-31' as LocalDate }), town.services)).fields).toEqual({ day: 'Cette date n’existe pas.' });
    expect((await refusalOf(paul.book({ by: 'week', day: '2026-02-31' as LocalDate, changes: [tick('2026-11-12')] }), town.services)).fields).toHaveProperty('day');
    expect(await refusalOf(paul.book({ by: 'week', day: MONDAY, changes: [tick('2026-11-19')] }), town.services)).toMatchObject({ code: 'bookings.weekOnly' });
  });

  it('finds the usual week booked, and may cancel one day of it', async () => {
    const family = await buildFamily(town.db, { children: [{ firstName: 'Théo' }] });
    const theo = family.childIds[0]!;
    await buildEnrolment(town.db, { childId: theo, week: ['mon', 'thu'] });
    const parent = callerOf(town.doorOf(parentActor(family.guardianIds[0]!)));
    expect((await parent.period({ day: MONDAY })).totalCents).toBe(640);
    const result = saved(await parent.book({ by: 'week', day: MONDAY, changes: [tick('2026-11-12', false, theo)] }));
    expect(result.table.totalCents).toBe(320);
  });

  it('does not give the last place twice, even to two parents at once', async () => {
    await town.db.write(() => town.db.run("INSERT OR REPLACE INTO capacities (service, from_on, places) VALUES ('cantine-2', '2026-11-01', 1)"));
    const parents = await Promise.all(['Un', 'Deux'].map(async (firstName) => {
      const family = await buildFamily(town.db, { children: [{ firstName }] });
      await buildEnrolment(town.db, { childId: family.childIds[0]!, service: 'cantine-2' });
      return { caller: callerOf(town.doorOf(parentActor(family.guardianIds[0]!))), childId: family.childIds[0]! };
    }));
    const results = await Promise.all(parents.map(({ caller, childId }) =>
      caller.book({ by: 'week', day: MONDAY, changes: [{ childId, service: 'cantine-2', day: '2026-11-12' as LocalDate, booked: true }] })));
    expect(results.map((one) => one.saved).sort()).toEqual([false, true]);
    const loser = results.find((one) => !one.saved)!;
    expect(loser).toMatchObject({ refusals: [{ sentence: 'Toutes les places sont prises ce jour-là.' }] });
  });

  it('leaves the other parent’s week alone (custody)', async () => {
    const home = await buildFamily(town.db, { children: [{ firstName: 'Léo' }] });
    const leo = home.childIds[0]!;
    const other = await buildFamily(town.db, { name: 'MARTIN', guardians: [{ lastName: 'MARTIN', firstName: 'Zoé' }], children: [] });
    await town.db.write(async () => {
      await town.db.run("UPDATE family_children SET custody = 'oddWeeks' WHERE child_id = $leo", { leo });
      await town.db.run("INSERT INTO family_children (family_id, child_id, position, custody) VALUES ($family, $leo, 0, 'evenWeeks')", { family: other.familyId, leo });
    });
    await buildEnrolment(town.db, { childId: leo, week: ['thu'] });
    const [odd, even] = [home, other].map((family) => callerOf(town.doorOf(parentActor(family.guardianIds[0]!))));
    // Week 46 is even, week 47 odd.
    expect((await even!.period({ day: MONDAY })).totalCents).toBe(320);
    const elsewhere = await odd!.period({ day: MONDAY });
    expect(elsewhere.totalCents).toBe(0);
    expect(cell(elsewhere, '2026-11-12')).toMatchObject({ state: 'otherFamily', mayChange: false });
    expect((await odd!.period({ day: '2026-11-16' as LocalDate })).totalCents).toBe(320);
    expect(await odd!.book({ by: 'week', day: MONDAY, changes: [{ childId: leo, service: 'cantine-1', day: '2026-11-12' as LocalDate, booked: false }] })).toMatchObject({ saved: true, cancelled: 0 });
  });
});
