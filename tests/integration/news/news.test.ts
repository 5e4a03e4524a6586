import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newsShown } from '../../../src-main/features/news/queries';
import type { NewsInput } from '../../../src-main/features/news/schema';
import { newsStaff } from '../../../src-main/features/news/staff';
import { wording } from '../../../src-main/host/wording';
import { addDays, localDate } from '../../../src-main/kernel/local-date';
import type { LocalDate } from '../../../src-main/kernel/local-date';
import { createCallerFactory } from '../../../src-main/platform/procedures/procedures';
import { localToday } from '../../../src-main/features/town/queries';
import { buildStaffUser } from '../../support/factories/build-access';
import { openTestDatabase, STAFF } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';
import { refusalOf } from '../../support/refusal-of';
import { doorsOf } from '../../support/staff-caller';

let house: TestDatabase;
let today: LocalDate;

beforeAll(async () => {
  house = await openTestDatabase(wording);
  await buildStaffUser(house);
  today = await localToday(house.services);
});
afterAll(() => house.close());

const staff = () => createCallerFactory(newsStaff)(house.doorOf(STAFF));
const piece = (change: Partial<NewsInput> = {}): NewsInput =>
  ({ id: null, title: 'Fête de l’école', html: '<p>Samedi, <b>dans la cour</b>.</p>', fromOn: today, untilOn: null, pinned: false, version: 0, ...change });
const titlesOn = async (day: LocalDate) => (await newsShown(house.db, day)).map(({ title }) => title);

describe('news of the town', () => {
  it('is shown from its first day to its last, what is put first before the others, made safe', async () => {
    await staff().save(piece({ html: '<p>Samedi, <b>dans la cour</b><script>alert(1)</script>.</p>', untilOn: addDays(today, 3) }));
    await staff().save(piece({ title: 'Grève', pinned: true, untilOn: today }));
    await staff().save(piece({ title: 'Inscriptions', fromOn: addDays(today, 2) }));
    expect(await titlesOn(today)).toEqual(['Grève', 'Fête de l’école']);
    expect(await titlesOn(addDays(today, 2))).toEqual(['Inscriptions', 'Fête de l’école']);
    expect(await titlesOn(addDays(today, 4))).toEqual(['Inscriptions']);
    expect((await newsShown(house.db, today))[1]?.html).toBe('<p>Samedi, <strong>dans la cour</strong>.</p>');
    expect((await staff().list()).map(({ title, state }) => [title, state])).toEqual([['Grève', 'shown'], ['Fête de l’école', 'shown'], ['Inscriptions', 'coming']]);
  });

  it('is changed by who saw its last state only, and withdrawn for good', async () => {
    const { id, version } = (await staff().list()).find(({ title }) => title === 'Grève')!;
    await staff().save(piece({ id, version, title: 'Grève levée' }));
    await expect(staff().save(piece({ id, version, title: 'Grève' }))).rejects.toMatchObject({ cause: { code: 'changedMeanwhile' } });
    await staff().withdraw({ id });
    expect(await titlesOn(today)).toEqual(['Fête de l’école']);
    expect((await staff().list()).at(-1)).toMatchObject({ title: 'Grève levée', state: 'withdrawn', publishedBy: 'Nadine LE GOFF' });
    await expect(staff().withdraw({ id })).rejects.toMatchObject({ cause: { code: 'news.withdrawn' } });
    await expect(staff().save(piece({ id, version: version + 2 }))).rejects.toMatchObject({ cause: { code: 'news.withdrawn' } });
  });

  it('is refused at its field', async () => {
    const refused = async (change: Partial<NewsInput>) => (await refusalOf(staff().save(piece(change)), house.services)).fields;
    expect(await refused({ title: ' ' })).toEqual({ title: 'Donnez un titre à cette actualité.' });
    expect(await refused({ html: '<p> </p>' })).toEqual({ html: 'Écrivez le texte de l’actualité.' });
    expect(await refused({ untilOn: addDays(today, -1), fromOn: addDays(today, -3) })).toHaveProperty('untilOn', expect.stringContaining('passé'));
    expect(await refused({ untilOn: addDays(today, 1), fromOn: addDays(today, 2) })).toHaveProperty('untilOn', expect.stringContaining('avant le premier'));
    expect(await refused({ fromOn: localDate('2026-11-05').replace('-05', '-35') as LocalDate })).toEqual({ fromOn: 'Choisissez un jour.' });
    await expect(staff().save(piece({ id: 999, version: 1 }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(staff().withdraw({ id: 999 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await staff().preview({ html: 'Bonjour <i>à tous</i>' })).toBe('Bonjour <em>à tous</em>');
  });

  it('is refused to visitors and to staff without the right', async () => {
    for (const [name, codes] of Object.entries(await doorsOf(newsStaff, house))) expect([name, codes]).toEqual([name, ['signedOut', 'forbidden', 'forbidden']]);
  });
});
