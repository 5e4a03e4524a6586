import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parentRouter } from '../../portal/server/parent-router';
import { buildParent, PASSWORD } from '../support/factories/build-access';
import type { BuiltParent } from '../support/factories/build-access';
import { buildEnrolment } from '../support/factories/build-enrolment';
import { buildRulebook } from '../support/factories/build-rulebook';
import { plainSpaces } from '../support/plain-spaces';
import { openPortal } from './support/open-portal';
import type { Browser, TestPortal } from './support/open-portal';

let portal: TestPortal;
let paul: BuiltParent;
let lucie: BuiltParent;
let browser: Browser;
const MONDAY = '2026-11-09';

beforeAll(async () => {
  portal = await openPortal();
  await buildRulebook(portal.house.db);
  paul = await buildParent(portal.house);
  lucie = await buildParent(portal.house, { firstName: 'Fanny', lastName: 'BACONNAIS', identifier: 'fbaconnais', email: 'fanny@example.fr' });
  for (const { childIds } of [paul, lucie]) await buildEnrolment(portal.house.db, { childId: childIds[0]! });
  browser = portal.browser();
  await browser.signIn('palain', PASSWORD);
});
afterAll(() => portal.close());

const tick = (childId: number, day: string, booked = true) => ({ childId, service: 'cantine-1', day, booked });

describe('nobody', () => {
  const paths = Object.keys(parentRouter._def.procedures);

  test.each(paths)('is told to sign in by %s', async (path) => {
    const nobody = portal.browser();
    for (const answer of [await nobody.get(path), await nobody.query(path), await nobody.mutate(path)]) {
      if (answer.status !== 405) expect(answer).toMatchObject({ status: 401, refusal: { code: 'signedOut' } });
    }
    nobody.cookie = `__Host-preau=${'A'.repeat(43)}`;
    expect((await nobody.get(path)).status).not.toBe(200);
  });

  test('finds no procedure of the staff', async () => {
    for (const path of ['families.list', 'users.list', 'session.signIn', 'town.save']) expect((await browser.mutate(path)).status).toBe(404);
  });
});

describe('home.read', () => {
  test('today by child, this week and the next with the deadline to come', async () => {
    await browser.mutate('bookings.book', { by: 'week', day: MONDAY, changes: [tick(paul.childIds[0]!, '2026-11-09')] });
    const home = plainSpaces((await browser.get('home.read')).data as object);
    expect(home).toMatchObject({
      firstName: 'Paul', today: '2026-11-05',
      children: [{ name: 'ALAIN Anna', bookedToday: [] }],
      weeks: [
        { monday: '2026-11-02', title: 'Cette semaine, à partir du lundi 2 novembre', summary: 'Rien n’est réservé.', deadline: null },
        { monday: '2026-11-09', summary: '1 réservation.', deadline: 'Prochain délai : samedi 7 novembre à 10 h.' },
      ],
      deadline: null, certify: '2026-2027', recentDocuments: [],
    });
  });

  test('no longer asks to certify a file once it is', async () => {
    expect((await browser.mutate('profile.certify', { familyId: paul.familyId })).status).toBe(200);
    expect((await browser.get('home.read')).data).toMatchObject({ certify: null });
  });
});

describe('bookings.period and bookings.book', () => {
  test('a week with its unsaved ticks, asked in a body', async () => {
    const { data } = await browser.query('bookings.period', { day: MONDAY, changes: [tick(paul.childIds[0]!, '2026-11-12')] });
    expect(data).toMatchObject({ by: 'week', from: MONDAY, children: [{ name: 'ALAIN Anna' }] });
  });

  test('another family’s child is refused, and nothing is written', async () => {
    const foreign = lucie.childIds[0]!;
    const seen = await browser.query('bookings.period', { day: MONDAY, changes: [tick(foreign, '2026-11-12')] });
    expect(seen.text).not.toContain('BACONNAIS');
    for (const changes of [[tick(foreign, '2026-11-12')], [tick(paul.childIds[0]!, '2026-11-13'), tick(foreign, '2026-11-12')]]) {
      expect(await browser.mutate('bookings.book', { by: 'week', day: MONDAY, changes })).toMatchObject({ status: 403, refusal: { code: 'bookings.notYours' } });
    }
    expect(await portal.house.db.select('SELECT day FROM bookings WHERE child_id = $foreign OR day = $day', { foreign, day: '2026-11-13' })).toEqual([]);
  });

  test.each([
    ['a day that does not exist', { by: 'week', day: MONDAY, changes: [tick(1, '2026-02-31')] }],
    ['a period that is neither', { by: 'year', day: MONDAY, changes: [tick(1, '2026-11-12')] }],
    ['no change', { by: 'week', day: MONDAY, changes: [] }],
    ['a price of one’s own', { by: 'week', day: MONDAY, changes: [{ ...tick(1, '2026-11-12'), priceCents: 1 }] }],
  ])('%s is invalid', async (_, input) => {
    expect(await browser.mutate('bookings.book', input)).toMatchObject({ status: 400, refusal: { code: 'invalidInput' } });
  });

  test('a call is at most 200 kB', async () => {
    const answer = await browser.mutate('bookings.book', { by: 'week', day: MONDAY, changes: [], padding: 'x'.repeat(250_000) });
    expect(answer.status).toBe(413);
  });
});

test('an unforeseen error gives a reference and no stack', async () => {
  const broken = await openPortal();
  await buildParent(broken.house);
  const visitor = broken.browser();
  await visitor.signIn('palain', PASSWORD);
  await broken.house.db.write(() => broken.house.db.run('DROP TABLE enrolments'));
  const answer = await visitor.query('bookings.period');
  expect(answer.status).toBe(500);
  expect(answer.refusal?.message).toMatch(/donnez la référence [0-9A-F]{8} à la mairie/);
  expect(answer.text).not.toMatch(/stack|SQLITE|\.ts|enrolments/);
  await broken.close();
});
