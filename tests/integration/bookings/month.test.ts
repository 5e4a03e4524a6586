import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookingsParent } from '../../../src-main/features/bookings/parent';
import { bookingMessages } from '../../../src-main/features/bookings/messages.fr';
import type { CellChange, PeriodTable } from '../../../src-main/features/bookings/schema';
import { savePortalSettings, portalSettingsOf } from '../../../src-main/features/town/portal-settings';
import type { LocalDate } from '../../../src-main/kernel/local-date';
import { createCallerFactory } from '../../../src-main/platform/procedures/procedures';
import { buildEnrolment } from '../../support/factories/build-enrolment';
import { buildFamily } from '../../support/factories/build-family';
import { buildRulebook } from '../../support/factories/build-rulebook';
import { at, openTestDatabase, parentActor } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';
import { plainSpaces } from '../../support/plain-spaces';
import { refusalOf } from '../../support/refusal-of';

const callerOf = createCallerFactory(bookingsParent);
const day = (text: string) => text as LocalDate;
const NOVEMBER = day('2026-11-01');

describe('a parent books a month', () => {
  let town: TestDatabase;
  let anna: number;
  let familyId: number;
  let paul: ReturnType<typeof callerOf>;

  beforeAll(async () => {
    town = await openTestDatabase(bookingMessages);
    await buildRulebook(town.db, {
      booking: [
        { services: ['cantine-1'], unbooked: 'accept', book: { limit: 'deux-jours', after: 'refuse' }, cancel: { limit: 'deux-jours', after: 'refuse' } },
        { services: ['cantine-2'], unbooked: 'accept', book: { limit: 'deux-jours', after: 'ask' }, cancel: { limit: 'deux-jours', after: 'refuse' } },
      ],
    });
  });
  beforeEach(async () => {
    const family = await buildFamily(town.db);
    [anna] = family.childIds as [number];
    familyId = family.familyId;
    await buildEnrolment(town.db, { childId: anna });
    paul = callerOf(town.doorOf(parentActor(family.guardianIds[0]!)));
    town.clock.set(at('2026-11-05T10:01'));
  });
  afterAll(() => town.close());

  const tick = (on: string, service = 'cantine-1'): CellChange => ({ childId: anna, service, day: day(on), booked: true });
  const cell = ({ children }: PeriodTable, on: string, row = 0) => plainSpaces(children[0]!.rows[row]!.cells.find((one) => one.day === on)!);

  it('finds the open days in columns, the neighbours, today and the deadline of the period', async () => {
    const table = await paul.period({ by: 'month', day: day('2026-11-19'), changes: [tick('2026-11-12'), tick('2026-11-30')] });
    expect(table).toMatchObject({ by: 'month', from: '2026-11-01', to: '2026-11-30', previous: '2026-10-01', next: '2026-12-01', today: '2026-11-05', totalCents: 640 });
    // Armistice, Wednesdays and weekends are no columns.
    expect(table.days).toHaveLength(17);
    expect(table.days).not.toContain('2026-11-11');
    expect(table.children[0]!.rows[0]).toMatchObject({ quantity: 2, unitPriceCents: 320 });
    expect(table.children[0]!.dayCounts).toHaveLength(17);
    expect(plainSpaces(table.deadlines[0])).toContain('Réservation jusqu’au samedi 7 novembre à 10 h');
  });

  it('opens on the period that the town chose', async () => {
    expect(await paul.period({})).toMatchObject({ by: 'week', from: '2026-11-02' });
    const settings = await portalSettingsOf(town.db);
    await savePortalSettings(town.contextOf(), { ...settings, period: 'month' });
    expect(await paul.period({})).toMatchObject({ by: 'month', from: NOVEMBER });
    await savePortalSettings(town.contextOf(), { ...settings, version: settings.version + 1 });
  });

  it('saves days of the month, with a receipt, and refuses those of another', async () => {
    const result = await paul.book({ by: 'month', day: NOVEMBER, changes: [tick('2026-11-12'), tick('2026-11-27')] });
    expect(result).toMatchObject({ saved: true, booked: 2, cancelled: 0, table: { by: 'month', totalCents: 640 } });
    expect(result.saved && result.receiptIds).toHaveLength(1);
    expect(await paul.book({ by: 'month', day: NOVEMBER, changes: [tick('2026-11-12')] })).toMatchObject({ saved: true, booked: 0, receiptIds: [] });
    expect(await refusalOf(paul.book({ by: 'month', day: NOVEMBER, changes: [tick('2026-12-01')] }), town.services)).toMatchObject({ code: 'bookings.weekOnly' });
    const cancelled = { ...tick('2026-11-12'), booked: false };
    const refused = await paul.book({ by: 'month', day: NOVEMBER, changes: [cancelled, tick('2026-11-06')] });
    expect(refused).toMatchObject({ saved: false, refusals: [{ day: '2026-11-06', booked: true }] });
    expect(cell(await paul.period({ by: 'month', day: NOVEMBER }), '2026-11-12').booked).toBe(true);
  });

  it('two parents at once, each with the same tick: it is booked once', async () => {
    const answers = await Promise.all([0, 1].map(() => paul.book({ by: 'month', day: NOVEMBER, changes: [tick('2026-11-20')] })));
    expect(answers.map((answer) => (answer.saved ? answer.booked : -1)).sort()).toEqual([0, 1]);
    expect(await town.db.select('SELECT id FROM booking_events WHERE child_id = $anna', { anna })).toHaveLength(1);
  });

  it('leads from a month of holidays to the next one', async () => {
    const august = await paul.period({ by: 'month', day: day('2026-08-10') });
    expect(august.days).toEqual([]);
    await buildEnrolment(town.db, { childId: anna, service: 'cantine-2', fromOn: '2026-08-01', toOn: '2026-08-31' });
    expect(await paul.period({ by: 'month', day: day('2026-08-10') })).toMatchObject({ days: [], nextOpen: '2026-11-01' });
  });

  it('says what only the town decides, and what is invoiced', async () => {
    await buildEnrolment(town.db, { childId: anna, service: 'cantine-2' });
    const asked = cell(await paul.period({ by: 'month', day: NOVEMBER }), '2026-11-06', 1);
    expect(asked).toMatchObject({ state: 'ask', mayChange: false, words: 'sur demande à la mairie', reason: expect.any(String) as string });

    await bill(1);
    expect(cell(await paul.period({ by: 'month', day: NOVEMBER }), '2026-11-02')).toMatchObject({ invoiced: true, words: 'passé, non réservé, facturé', reason: 'Ce jour est passé et facturé.' });
    expect(cell(await paul.period({ by: 'month', day: NOVEMBER }), '2026-11-03')).toMatchObject({ invoiced: false });
    await bill(-1);
    expect(cell(await paul.period({ by: 'month', day: NOVEMBER }), '2026-11-02')).toMatchObject({ invoiced: false, words: 'passé, non réservé' });
  });

  /** A bill of one day, or what takes it back. */
  const bill = (quantity: 1 | -1): Promise<void> => town.db.write(async () => {
    await town.db.run("INSERT INTO bills (family_id, from_on, to_on, total_cents, rules_stamp, at) VALUES ($familyId, '2026-11-01', '2026-11-30', $cents, '{}', '2026-11-05T09:00:00.000Z')", { familyId, cents: 320 * quantity });
    await town.db.run(
      `INSERT INTO bill_lines (bill_id, position, kind, is_correction, day, child_id, service, label, unit, quantity, unit_price_cents, total_cents, explanation)
       SELECT max(id), 1, 'unit', 0, '2026-11-02', $anna, 'cantine-1', 'Cantine', 'repas', $quantity, 320, $cents, '[]' FROM bills`,
      { anna, quantity, cents: 320 * quantity },
    );
  });
});
