import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { calendarFacts } from '../../../src-main/features/town-rules/calendar-facts';
import { rulebookOf } from '../../../src-main/features/town-rules/rulebook-of';
import { openTestDatabase } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';
import { activate } from './support';

let house: TestDatabase;
beforeEach(async () => {
  house = await openTestDatabase();
});
afterEach(() => house.close());

describe('the town’s rulebook', () => {
  it('is empty before the first activation', async () => {
    expect(await rulebookOf(house.db)).toMatchObject({ format: 'preau-rulebook/1', town: { name: 'Saint-Aubin-des-Préaux', timeZone: 'Europe/Paris' }, versions: [] });
  });

  it('is the same value until a version is added, whatever else is written', async () => {
    await activate(house.contextOf(), '2026-09-01');
    const first = await rulebookOf(house.db);
    await house.db.write(() => house.db.run("INSERT INTO schools (code, name) VALUES ('x', 'X')"));
    expect(await rulebookOf(house.db)).toBe(first);
    await activate(house.contextOf(), '2027-01-01');
    const second = await rulebookOf(house.db);
    expect(second.versions.map((version) => version.from)).toEqual(['2026-09-01', '2027-01-01']);
    expect(second.versions[0]).toBe(first.versions[0]);
  });

  it('does not remember a version that a failure took back', async () => {
    await activate(house.contextOf(), '2026-09-01');
    const undone = house.db.write(async () => {
      await activate(house.contextOf(), '2027-01-01', (version) => ({ label: 'perdue', prices: version.prices }));
      expect((await rulebookOf(house.db)).versions).toHaveLength(2);
      throw new Error('failed later');
    });
    await expect(undone).rejects.toThrow('failed later');
    await activate(house.contextOf(), '2027-01-01', () => ({ label: 'gardée' }));
    expect((await rulebookOf(house.db)).versions[1]?.label).toBe('gardée');
  });
});

describe('the calendar that a town’s place brings', () => {
  it('holds the school holidays of its zone as breaks', () => {
    expect(calendarFacts({ schoolZone: 'B', holidayRegion: '' })).toMatchObject({ extraHolidays: [] });
    expect(calendarFacts({ schoolZone: 'B', holidayRegion: '' }).breaks).toContainEqual({ label: 'Vacances de la Toussaint', from: '2026-10-17', to: '2026-11-01' });
    expect(calendarFacts({ schoolZone: 'none', holidayRegion: '' }).breaks).toEqual([]);
  });

  it('holds the holidays that only Alsace-Moselle has', () => {
    const { extraHolidays } = calendarFacts({ schoolZone: 'B', holidayRegion: '67' });
    expect(extraHolidays).toEqual(expect.arrayContaining(['2026-04-03', '2026-12-26']));
    expect(extraHolidays).not.toContain('2026-11-11');
  });

  it('is computed once', () => {
    expect(calendarFacts({ schoolZone: 'A', holidayRegion: '57' })).toBe(calendarFacts({ schoolZone: 'A', holidayRegion: '57' }));
  });
});
