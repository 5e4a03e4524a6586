import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { factsOfFamily, loadFamilyDays } from '../../../src-main/features/child-days/load-facts';
import { evaluate } from '../../../src-main/features/rulebook/evaluate';
import { rulebookOf } from '../../../src-main/features/town-rules/rulebook-of';
import { localDate } from '../../../src-main/kernel/local-date';
import { buildAbsence, buildCalledDay, buildDisruption } from '../../support/factories/build-roll-call';
import { buildEnrolment } from '../../support/factories/build-enrolment';
import { buildFamily, shareChild } from '../../support/factories/build-family';
import { buildRulebook } from '../../support/factories/build-rulebook';
import { openTestDatabase } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';

/** Monday 2 to Friday 6 November 2026: Wednesday is closed. */
const WEEK = { from: localDate('2026-11-02'), to: localDate('2026-11-08') };

describe('the facts of a family, with its roll calls', () => {
  let town: TestDatabase;
  let familyId: number;
  let anna: number;

  beforeAll(async () => {
    town = await openTestDatabase();
    await buildRulebook(town.db, {
      adjustments: [{ id: 'sans', label: 'Sans réservation', when: { booking: ['none'] }, add: 100 }],
      absences: [
        { id: 'ecole', label: 'Du fait de l’école', when: { reason: ['strike', 'outing'] }, charge: 'none' },
        { id: 'certificat', label: 'Certificat', when: { reason: ['illness'], proof: { kinds: ['medical'], withinDays: 5 } }, charge: 'none' },
        { id: 'prevenue', label: 'Prévenue', when: { told: true }, charge: { percent: '50' } },
        { id: 'due', label: 'Non prévenue', charge: 'full' },
      ],
    });
  });
  beforeEach(async () => {
    const family = await buildFamily(town.db);
    ({ familyId } = family);
    anna = family.childIds[0]!;
    await buildEnrolment(town.db, { childId: anna, week: ['mon', 'tue', 'thu', 'fri'] });
  });
  afterAll(() => town.close());

  async function lines(family = familyId): Promise<Record<string, number>> {
    const rulebook = await rulebookOf(town.db);
    const days = await loadFamilyDays(town.db, [family], rulebook, WEEK);
    const { lines } = evaluate(rulebook, factsOfFamily(days, days.families[0]!, rulebook), WEEK);
    return Object.fromEntries(lines.map(({ day, totalCents }) => [day.slice(8), totalCents]));
  }

  it('counts what was booked and never called as taken', async () => {
    expect(await lines()).toEqual({ '02': 320, '03': 320, '05': 320, '06': 320 });
  });

  it('prices absences by what was told, proved or caused', async () => {
    await buildCalledDay(town.db, { childId: anna, familyId, day: '2026-11-02' });
    await buildCalledDay(town.db, { childId: anna, familyId, day: '2026-11-03', state: 'absent' });
    await buildCalledDay(town.db, { childId: anna, familyId, day: '2026-11-05', state: 'absent' });
    await buildAbsence(town.db, { childId: anna, fromOn: '2026-11-05', toldAt: '2026-11-05T07:00:00.000Z' });
    await buildDisruption(town.db, { fromOn: '2026-11-06', reason: 'strike' });
    expect(await lines()).toMatchObject({ '02': 320, '03': 320, '05': 160 });
    expect((await lines())['06'] ?? 0).toBe(0);
    await town.db.write(() => town.db.run('UPDATE disruptions SET withdrawn_at = recorded_at'));
    expect((await lines())['06']).toBe(320);
  });

  it('takes a certificate that comes after the fact, even for days nobody called, but never against a presence', async () => {
    await buildCalledDay(town.db, { childId: anna, familyId, day: '2026-11-02', state: 'absent' });
    await buildCalledDay(town.db, { childId: anna, familyId, day: '2026-11-05' });
    expect((await lines())['02']).toBe(320);
    await buildAbsence(town.db, { childId: anna, fromOn: '2026-11-02', toOn: '2026-11-05', proof: 'medical', toldAt: '2026-11-06T09:00:00.000Z' });
    const priced = await lines();
    expect([priced['02'] ?? 0, priced['03'] ?? 0]).toEqual([0, 0]);
    expect([priced['05'], priced['06']]).toEqual([320, 320]);
  });

  it('knows a child who came without booking, and keeps the presence when the booking is decided afterwards', async () => {
    const guest = (await buildFamily(town.db, { children: [{ firstName: 'Zoé' }] }));
    const zoe = guest.childIds[0]!;
    await buildCalledDay(town.db, { childId: zoe, familyId: guest.familyId, day: '2026-11-02' });
    expect(await lines(guest.familyId)).toEqual({ '02': 420 });
    await buildEnrolment(town.db, { childId: zoe });
    await town.db.write(() => town.db.run(
      `INSERT INTO bookings (child_id, service, day, state, timing, family_id, decided_at) VALUES ($zoe, 'cantine-1', '2026-11-02', 'booked', 'inTime', $familyId, '2026-11-04T09:00:00.000Z')`,
      { zoe, familyId: guest.familyId },
    ));
    expect(await lines(guest.familyId)).toEqual({ '02': 320 });
  });

  it('belongs to the family in charge of the day', async () => {
    const other = await buildFamily(town.db, { name: 'MORIN', children: [] });
    // 2 November 2026 lies in week 45: the second family keeps odd weeks.
    await shareChild(town.db, { childId: anna, familyId: other.familyId, custody: 'oddWeeks', firstCustody: 'evenWeeks' });
    await buildCalledDay(town.db, { childId: anna, familyId: other.familyId, day: '2026-11-02', state: 'absent' });
    await buildAbsence(town.db, { childId: anna, fromOn: '2026-11-02', toldAt: '2026-11-01T07:00:00.000Z' });
    expect(await lines()).toEqual({});
    expect((await lines(other.familyId))['02']).toBe(160);
  });
});
