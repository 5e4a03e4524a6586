import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountsMessages } from '../../../src-main/features/accounts/messages.fr';
import { sessionPort } from '../../../src-main/features/accounts/session-port';
import { signInParent } from '../../../src-main/features/accounts/sign-in-parent';
import type { PortalAccount, PortalAccountFilter } from '../../../src-main/features/accounts/schema';
import { portalAccountsStaff } from '../../../src-main/features/accounts/staff';
import { plusSeconds } from '../../../src-main/platform/clock';
import { createCallerFactory } from '../../../src-main/platform/procedures/procedures';
import { buildParent, PASSWORD } from '../../support/factories/build-access';
import { buildFamily } from '../../support/factories/build-family';
import { openTestDatabase, STAFF, staffWith } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';
import { refusalOf } from '../../support/refusal-of';

let house: TestDatabase;
const callerOf = createCallerFactory(portalAccountsStaff);
const staff = () => callerOf(house.doorOf(STAFF));
const refusal = (call: Promise<unknown>) => refusalOf(call, house.services);
const list = (filter: PortalAccountFilter = {}) => staff().list(filter);
const find = async (name: string): Promise<PortalAccount | undefined> => (await list()).accounts.find((account) => account.name === name);
const ids: Record<string, number> = {};

beforeAll(async () => {
  house = await openTestDatabase(accountsMessages);
  ids.paul = (await buildParent(house)).personId;
  const guen = await buildFamily(house.db, {
    name: 'GUEN', guardians: [{ lastName: 'GUEN', firstName: 'Maëlle', email: 'maelle@example.fr' }, { lastName: 'GUEN', firstName: 'Erwan' }],
    children: [{ lastName: 'GUEN', firstName: 'Enora' }, { lastName: 'GUEN', firstName: 'Tom' }],
  });
  [ids.maelle, ids.erwan] = guen.guardianIds as [number, number];
  await buildFamily(house.db, { name: 'PARTI', archivedAt: '2026-07-01T08:00:00.000Z', guardians: [{ lastName: 'PARTI', email: 'parti@example.fr' }] });
});
afterAll(() => house.close());

describe('the list', () => {
  test('holds the guardians of families that are followed, with children and state', async () => {
    const { accounts, total, counts } = await list();
    expect(accounts.map(({ name, state, children }) => [name, state, children])).toEqual([
      ['ALAIN Paul', 'active', ['Anna']], ['GUEN Erwan', 'notInvited', ['Enora', 'Tom']], ['GUEN Maëlle', 'notInvited', ['Enora', 'Tom']],
    ]);
    expect(total).toBe(3);
    expect(counts).toEqual({ notInvited: 2, invited: 0, linkExpired: 0, active: 1, locked: 0, disabled: 0 });
  });

  test('is searched by names, e-mail, child, identifier, without accents; narrowed by state; paged', async () => {
    for (const search of ['maelle', 'Maëlle GUEN', 'maelle@example', 'enora']) expect((await list({ search })).accounts.map(({ familyName }) => familyName)).toContain('GUEN');
    expect((await list({ search: 'palain' })).total).toBe(1);
    expect((await list({ search: 'rien de tel' })).accounts).toEqual([]);
    expect((await list({ state: 'notInvited' })).total).toBe(2);
    expect((await list({ limit: 1, offset: 1 })).accounts.map(({ name }) => name)).toEqual(['GUEN Erwan']);
  });

  test('is narrowed by school and class', async () => {
    await house.db.write(async () => {
      await house.db.run("INSERT INTO schools (id, code, name) VALUES (1, 'mat', 'École maternelle')");
      await house.db.run("INSERT INTO classes (id, school_id, name, levels) VALUES (1, 1, 'Petite section', '[]')");
      await house.db.run("UPDATE children SET school_id = 1, class_id = 1 WHERE first_name = 'Anna'");
    });
    expect((await list({ schoolId: 1 })).accounts.map(({ name }) => name)).toEqual(['ALAIN Paul']);
    expect((await list({ classId: 1 })).total).toBe(1);
    expect((await list({ classId: 2 })).total).toBe(0);
  });
});

describe('an invitation', () => {
  test('shows how far its mail has come, then that its link is too old', async () => {
    const [outcome] = await staff().invite({ personIds: [ids.maelle!] });
    expect(outcome?.invited).toBe(true);
    expect(await find('GUEN Maëlle')).toMatchObject({ state: 'invited', mail: 'waiting', identifier: 'mguen', identifierOnly: false });
    for (const [state, mail] of [['sending', 'waiting'], ['sent', 'sent'], ['failed', 'failed']]) {
      await house.db.write(() => house.db.run('UPDATE mails SET state = $state', { state: state! }));
      expect(await find('GUEN Maëlle')).toMatchObject({ state: 'invited', mail });
    }
    const start = house.clock.now();
    house.clock.set(plusSeconds(start, 86_401));
    expect(await find('GUEN Maëlle')).toMatchObject({ state: 'linkExpired' });
    house.clock.set(start);
  });

  test('of nobody, of too many, of what is no person', async () => {
    expect((await refusal(staff().invite({ personIds: [] }))).message).toBe('Choisissez au moins un élément.');
    expect((await refusal(staff().invite({ personIds: [0] }))).code).toBe('invalidInput');
    expect((await staff().invite({ personIds: [ids.erwan!] }))[0]?.sentence).toContain('n’a pas d’adresse e-mail');
  });
});

describe('an account', () => {
  const signIn = (password: string) => signInParent(house.contextOf({ kind: 'system', name: 'Préau' }), { login: 'palain', password, remember: false }, { address: '192.0.2.9', device: 'test' });

  test('blocked by ten failures is opened by staff', async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      await refusal(signIn('Faux9999!'));
      house.clock.set(plusSeconds(house.clock.now(), 3601));
    }
    expect(await find('ALAIN Paul')).toMatchObject({ state: 'locked' });
    await staff().unlock({ personId: ids.paul! });
    expect(await find('ALAIN Paul')).toMatchObject({ state: 'active' });
    await expect(signIn(PASSWORD)).resolves.toBeDefined();
  });

  test('closed: signed out and not invited again; opened again', async () => {
    const { token } = await signIn(PASSWORD);
    await staff().disable({ personId: ids.paul! });
    expect(await find('ALAIN Paul')).toMatchObject({ state: 'disabled' });
    expect(await sessionPort(house.services).parent(token)).toBeNull();
    expect((await staff().invite({ personIds: [ids.paul!] }))[0]?.sentence).toContain('l’accès au portail est fermé'.slice(2));
    await staff().enable({ personId: ids.paul! });
    await expect(signIn(PASSWORD)).resolves.toBeDefined();
  });

  test('that does not exist is not found', async () => {
    for (const name of ['unlock', 'disable', 'enable'] as const) expect((await refusal(staff()[name]({ personId: ids.erwan! }))).status).toBe('NOT_FOUND');
  });
});

test.each(['list', 'invite', 'unlock', 'disable', 'enable'] as const)('portalAccounts.%s: only with the right', async (name) => {
  const call = (caller: ReturnType<typeof callerOf>): Promise<unknown> => caller[name]({ personId: ids.paul } as never);
  expect((await refusal(call(callerOf(house.doorOf(null))))).code).toBe('signedOut');
  expect((await refusal(call(callerOf(house.doorOf(staffWith('families.write')))))).code).toBe('forbidden');
});
