import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { parentRouter } from '../../portal/server/parent-router';
import { apiRouter } from '../../portal/server/portal-app';
import { sendPasswordLink } from '../../src-main/features/accounts/send-password-link';
import { accountByLogin } from '../../src-main/features/accounts/portal-account-lookup';
import { PASSWORD } from '../support/factories/build-access';
import { buildRulebook } from '../support/factories/build-rulebook';
import { buildHousehold, buildVictim, MARK, OTHER_IDS, VICTIM_IDS } from './support/build-victim';
import type { Household } from './support/build-victim';
import { fillInput } from './support/fill-input';
import type { Choice, FieldWords } from './support/fill-input';
import { openPortal } from './support/open-portal';
import type { Answered, Browser, TestPortal } from './support/open-portal';
import { rowsWritten, tableRows } from './support/table-rows';

/**
 * Every procedure and every route of the parents' door, tried by nobody and by a parent of another
 * family with the victim's real ids. Their inputs are made from their own shapes: one that is new is
 * tried by itself, and fails here when its shape cannot be filled in.
 */

let portal: TestPortal;
let victim: Household;
let other: Household;
let [asVictim, asOther, asNobody] = [] as unknown as [Browser, Browser, Browser];
/** Ids of any table that are not the other family's. */
let foreignIds: readonly number[];
let labels: readonly string[];
/** The other family's password as it was: some calls change it. */
let otherHash: string;

beforeAll(async () => {
  portal = await openPortal();
  const { house } = portal;
  await buildRulebook(house.db);
  victim = await buildVictim(house);
  other = await buildHousehold(house, { ids: OTHER_IDS, name: 'VOISIN' });
  await house.db.write(async () => sendPasswordLink(house.contextOf(), (await accountByLogin(house.db, victim.login))!, 'forgotten'));
  [asVictim, asOther, asNobody] = [portal.browser(), portal.browser(), portal.browser()];
  await asVictim.signIn(victim.login, PASSWORD);
  await asOther.signIn(other.login, PASSWORD);
  foreignIds = await idsOfAllTables();
  labels = await textsOf('SELECT label AS text FROM invoices');
  [otherHash] = (await textsOf(`SELECT password_hash AS text FROM portal_accounts WHERE person_id = ${other.personId}`)) as [string];
});
afterAll(() => portal.close());

const textsOf = async (sql: string): Promise<string[]> => (await portal.house.db.select<{ text: string }>(sql)).map(({ text }) => text);

async function idsOfAllTables(): Promise<number[]> {
  const { db } = portal.house;
  const tables = await db.select<{ name: string }>("SELECT tables.name FROM sqlite_master tables JOIN pragma_table_info(tables.name) field ON field.name = 'id' AND field.type = 'INTEGER' WHERE tables.type = 'table'");
  const ids = new Set<number>();
  for (const { name } of tables) for (const { id } of await db.select<{ id: number }>(`SELECT id FROM "${name}"`)) ids.add(id);
  for (const own of [other.familyId, other.uploadId]) ids.delete(own);
  return [...ids].sort((left, right) => right - left); // the victim's own first
}

interface Procedure { readonly _def: { readonly type: 'query' | 'mutation'; readonly inputs: readonly z.ZodType[] } }
const PROCEDURES = Object.entries(parentRouter._def.procedures as unknown as Record<string, Procedure>);
const shapeOf = ({ _def: { inputs } }: Procedure): z.ZodType | undefined => inputs[0];

/** What is the town's, not a family's. */
const SHARED = new Set(['departmentId', 'schoolId', 'classId', 'kindId']);
const COMMON: Readonly<Record<string, readonly unknown[]>> = {
  day: ['2026-11-19'], month: ['2026-11-19'], monday: ['2026-11-16'], from: ['2026-11-16'], to: ['2026-11-22'], fromOn: ['2026-11-16'], toOn: ['2026-11-22'], birthOn: ['2020-02-03'], service: ['cantine-1'],
  current: [PASSWORD], password: ['Goûter2027?'], confirmation: ['Goûter2027?'], email: ['nouvelle@example.fr'], mobilePhone: ['06 11 22 33 55'], homePhone: ['02 96 11 22 33'],
};

/** What stands in a field: things of this household, and of the other's where `against` is told. */
const wordsOf = (own: Household, against: Household | null): FieldWords => (name) => {
  const ownChoice = (value: unknown): Choice => ({ value, foreign: false });
  const foreign = (values: readonly unknown[]): Choice[] => values.map((value) => ({ value, foreign: against !== null }));
  if (name in COMMON) return COMMON[name]!.map(ownChoice);
  if (SHARED.has(name)) return [ownChoice(null), ownChoice(1)];
  if (name === 'requestKey') return [ownChoice(randomUUID())];
  if (name in own) return [...(against ? foreign([against[name as keyof Household]]) : []), ownChoice(own[name as keyof Household])];
  if (/(^id|Id)$/.test(name)) return foreign(foreignIds);
  if (/^(label|invoice|number)$/i.test(name)) return foreign(labels);
  return null;
};

/** Inputs that name at least one thing of the victim's; what names nothing, once. */
const attacksOn = (shape: z.ZodType | undefined): readonly unknown[] => {
  if (!shape) return [undefined];
  const made = fillInput(shape, wordsOf(other, victim)).filter(({ value }) => shape.safeParse(value).success);
  const foreign = made.filter((input) => input.foreign);
  return (foreign.length > 0 ? foreign : made.slice(0, 1)).map(({ value }) => value);
};

const call = (browser: Browser, path: string, input: unknown): Promise<Answered> => browser.post(`/rpc/${path}`, input ?? {});

function expectNothingRead(answer: Answered, about: unknown): void {
  expect(answer.text, JSON.stringify(about)).not.toMatch(MARK);
  expect(answer.text, JSON.stringify(about)).not.toContain(String(VICTIM_IDS));
}

/** Nothing that was written touches the victim; nothing at all, where what was asked names the victim. */
async function expectNothingWritten(before: ReadonlySet<string>, namesVictim: boolean): Promise<void> {
  const written = rowsWritten(before, await tableRows(portal.house.db));
  expect(namesVictim ? written : written.filter((row) => MARK.test(row) || row.includes(String(VICTIM_IDS)))).toEqual([]);
}

/** What was tried may have been the other parent's own door: out of the session, or the password. */
async function signOtherInAgain(): Promise<void> {
  const { db } = portal.house;
  await db.write(() => db.run('UPDATE portal_accounts SET password_hash = $otherHash WHERE person_id = $id', { otherHash, id: other.personId }));
  expect((await asOther.signIn(other.login, PASSWORD)).status).toBe(204);
}

/** What visitors may ask: texts of the town. */
const FOR_ANYONE = new Set(['legal.read']);

describe('every procedure', () => {
  test.each(PROCEDURES)('%s: an input can be made from its shape', (_, procedure) => {
    expect(attacksOn(shapeOf(procedure)).length, 'teach `wordsOf` or `fillInput` how to fill it in').toBeGreaterThan(0);
  });

  test.each(PROCEDURES)('%s: nobody reads or writes anything', async (path, procedure) => {
    const before = await tableRows(portal.house.db);
    for (const input of attacksOn(shapeOf(procedure)).slice(0, 5)) {
      const answer = await call(asNobody, path, input);
      expectNothingRead(answer, input);
      if (!FOR_ANYONE.has(path)) expect(answer).toMatchObject({ status: 401, refusal: { code: 'signedOut' } });
    }
    await expectNothingWritten(before, true);
  });

  test.each(PROCEDURES)('%s: another family’s parent reads and writes nothing of the victim', async (path, procedure) => {
    const shape = shapeOf(procedure);
    const before = await tableRows(portal.house.db);
    for (const input of attacksOn(shape)) {
      const answer = await call(asOther, path, input);
      expectNothingRead(answer, input);
      expect(answer.status, answer.text).toBeLessThan(500);
    }
    await expectNothingWritten(before, shape !== undefined && fillInput(shape, wordsOf(other, victim)).some(({ foreign }) => foreign));
    await signOtherInAgain();
  });
});

/** Routes that are for anyone, with what a stranger sends to them. Their refusals are tested in session and password. */
const OPEN_ROUTES: Readonly<Record<string, unknown>> = {
  'GET /api/session': undefined,
  'DELETE /api/session': undefined,
  'GET /api/logo': undefined,
  'GET /api/mentions/:page': undefined,
  'POST /api/session': { login: 'quetzal', password: 'Faux9999!', remember: false },
  'POST /api/password-link': { login: 'inconnue@example.fr' },
  'POST /api/password-link/holder': { token: 'A'.repeat(43) },
  'POST /api/password': { token: 'A'.repeat(43), password: 'Goûter2027?', confirmation: 'Goûter2027?' },
};
/** Routes of a parent's own that take no id. */
const OWN_ROUTES: Readonly<Record<string, { readonly body: string; readonly headers: Record<string, string> }>> = {
  'POST /api/fichiers': { body: '%PDF-1.7 bonjour', headers: { 'content-type': 'application/octet-stream', 'x-nom-fichier': 'a.pdf' } },
};

describe('every plain route', () => {
  // Only its table of routes is read: nothing of the door is asked.
  const layers = apiRouter({ services: {}, sessions: {} } as Parameters<typeof apiRouter>[0]).stack;
  const routes = layers.flatMap(({ methods, path }) => methods.filter((method) => method !== 'HEAD').map((method) => `${method} ${String(path)}`)).filter((route) => !route.includes('{*rest}'));
  const open = routes.filter((route) => route in OPEN_ROUTES);
  const own = routes.filter((route) => route in OWN_ROUTES);
  const withIds = routes.filter((route) => route.includes(':') && !open.includes(route));

  const split = (route: string): [string, string] => route.split(' ') as [string, string];
  const addressesOf = (path: string): string[] => [...foreignIds].map((id) => path.replace(/:file\b/, `${id}.pdf`).replace(/:\w+/g, String(id)));
  const ask = (browser: Browser, route: string, path: string, sent: { body?: unknown; headers?: Record<string, string> } = {}) => browser.ask(path, { method: split(route)[0], ...sent });

  test('is known here: open to anyone, a parent’s own, or by an id', () => {
    expect(routes.filter((route) => !open.includes(route) && !own.includes(route) && !withIds.includes(route))).toEqual([]);
    expect(withIds.length).toBeGreaterThan(3);
  });

  test.each(open)('%s: a stranger reads nothing and writes nothing', async (route) => {
    const before = await tableRows(portal.house.db);
    for (const browser of [portal.browser(), asOther]) {
      const answer = await ask(browser, route, split(route)[1].replace(':page', 'legal'), { body: OPEN_ROUTES[route] });
      expectNothingRead(answer, route);
      // A text of the town may be asked for again; nothing else is kept.
      expect(answer.headers.get('cache-control')).toMatch(route.includes('mentions') ? /no-cache|no-store/ : /no-store/);
    }
    await expectNothingWritten(before, true);
    await signOtherInAgain();
  });

  test.each(own)('%s: not for nobody', async (route) => {
    const before = await tableRows(portal.house.db);
    expect(await ask(asNobody, route, split(route)[1], OWN_ROUTES[route])).toMatchObject({ status: 401, refusal: { code: 'signedOut' } });
    await expectNothingWritten(before, true);
  });

  test.each(withIds)('%s: nobody is told to sign in; another family’s parent finds nothing; the victim does', async (route) => {
    const before = await tableRows(portal.house.db);
    const addresses = addressesOf(split(route)[1]);
    expect(await ask(asNobody, route, addresses[0]!)).toMatchObject({ status: 401, refusal: { code: 'signedOut' } });
    for (const address of addresses) {
      const answer = await ask(asOther, route, address);
      expect(answer.status, address).toBe(404);
      expectNothingRead(answer, address);
    }
    await expectNothingWritten(before, true);
    const found = (await Promise.all(addresses.map((address) => ask(asVictim, route, address)))).filter(({ status }) => status === 200);
    expect(found.map(({ text }) => text).join(' ')).toMatch(MARK);
    // Opened in a tab of its own, whatever is in it runs nothing, and no cache keeps it.
    for (const { headers } of found) {
      expect(headers.get('content-type')).toMatch(/^(application\/pdf|image\/jpeg|image\/png)$/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
      expect(headers.get('cache-control')).toContain('no-store');
    }
  });
});

/** What the victim is told where the call came through, and what it asks needs more than its shape tells. */
const HEARD: Readonly<Record<string, string>> = { 'profile.saveSection': 'portalDesk.changedMeanwhile', 'profile.removeContact': 'portalDesk.guardianStays' };

test.each(PROCEDURES)('%s: the victim’s own call is heard, so that the tries above meant something', async (path, procedure) => {
  const shape = shapeOf(procedure);
  const upload = await asVictim.ask('/api/fichiers', { method: 'POST', ...OWN_ROUTES['POST /api/fichiers'] });
  const { id: uploadId } = JSON.parse(upload.text) as { id: number };
  const inputs = shape ? fillInput(shape, wordsOf({ ...victim, uploadId }, null)).map(({ value }) => value) : [undefined];
  const codes: string[] = [];
  for (const input of inputs) {
    const answer = await call(asVictim, path, input);
    expect(answer.headers.get('cache-control')).toContain('no-store');
    if (answer.status === 200 || (answer.refusal && answer.refusal.code === HEARD[path])) return;
    codes.push(`${answer.status} ${answer.refusal?.code} ${JSON.stringify(answer.refusal?.fields)}`);
  }
  expect.unreachable([...new Set(codes)].join('\n'));
});
