import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factsOfFamily, loadFamilyDays } from '../../../src-main/features/child-days/load-facts';
import { evaluate } from '../../../src-main/features/rulebook/evaluate';
import { rulebookOf } from '../../../src-main/features/town-rules/rulebook-of';
import { localDate } from '../../../src-main/kernel/local-date';
import { buildAbsence, buildCalledDay } from '../../support/factories/build-roll-call';
import { buildEnrolment } from '../../support/factories/build-enrolment';
import { buildFamily } from '../../support/factories/build-family';
import { buildRulebook } from '../../support/factories/build-rulebook';
import { openTestDatabase } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';

/** A month that begins on a Monday: no week of it reaches back into January. */
const FEBRUARY = { from: localDate('2027-02-01'), to: localDate('2027-02-28') };

describe('an absence that runs over the edge of a month', () => {
  let town: TestDatabase;

  beforeAll(async () => {
    town = await openTestDatabase();
    await buildRulebook(town.db, {
      absences: [
        { id: 'certificat', label: 'Certificat dans les 3 jours', when: { proof: { kinds: ['medical'], withinDays: 3 } }, charge: 'none' },
        { id: 'longue', label: 'Au-delà de deux jours', when: { spellDay: { min: 3 } }, charge: 'none' },
        { id: 'due', label: 'Premiers jours', charge: 'full' },
      ],
    });
  });
  afterAll(() => town.close());

  async function absentOn(days: readonly string[]): Promise<{ familyId: number; childId: number }> {
    const { familyId, childIds } = await buildFamily(town.db);
    const childId = childIds[0]!;
    await buildEnrolment(town.db, { childId, week: ['mon', 'tue', 'thu', 'fri'] });
    for (const day of days) await buildCalledDay(town.db, { childId, familyId, day, state: 'absent' });
    return { familyId, childId };
  }

  async function february(familyId: number): Promise<Record<string, number>> {
    const rulebook = await rulebookOf(town.db);
    const days = await loadFamilyDays(town.db, [familyId], rulebook, FEBRUARY);
    const { lines } = evaluate(rulebook, factsOfFamily(days, days.families[0]!, rulebook), FEBRUARY);
    return Object.fromEntries(lines.slice(0, 4).map(({ day, totalCents }) => [day.slice(8), totalCents]));
  }

  it('has its first days in the month before: those of this month are the third and the fourth', async () => {
    const { familyId } = await absentOn(['2027-01-28', '2027-01-29', '2027-02-01', '2027-02-02']);
    expect(await february(familyId)).toMatchObject({ '01': 0, '02': 0, '04': 320 });
  });

  it('is told apart from one that begins with the month', async () => {
    const { familyId } = await absentOn(['2027-02-01', '2027-02-02']);
    expect(await february(familyId)).toMatchObject({ '01': 320, '02': 320, '04': 320 });
  });

  it('counts the days for a certificate from its first day, in the month before', async () => {
    const { familyId, childId } = await absentOn(['2027-01-29', '2027-02-01']);
    await buildAbsence(town.db, { childId, fromOn: '2027-01-29', toOn: '2027-02-01', proof: 'medical', toldAt: '2027-02-03T09:00:00.000Z' });
    expect(await february(familyId)).toMatchObject({ '01': 320 });
  });
});
