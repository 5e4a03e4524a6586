import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accountsMessages } from '../../../src-main/features/accounts/messages.fr';
import { sessionPort } from '../../../src-main/features/accounts/session-port';
import { sessionStaff, setupStaff, usersStaff } from '../../../src-main/features/accounts/staff';
import { townMessages } from '../../../src-main/features/town/messages.fr';
import { plusSeconds } from '../../../src-main/platform/clock';
import { createCallerFactory, router } from '../../../src-main/platform/procedures/procedures';
import { buildStaffUser, PASSWORD } from '../../support/factories/build-access';
import { at, openTestDatabase, staffWith } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';
import { refusalOf } from '../../support/refusal-of';

let house: TestDatabase;
let filled = 0;
const staffRouter = router({
  setup: setupStaff(() => {
    filled += 1;
    return Promise.resolve();
  }),
  session: sessionStaff,
  users: usersStaff,
});
const callerOf = createCallerFactory(staffRouter);
const NEW = 'Goûter2027?';

beforeAll(async () => {
  house = await openTestDatabase({ ...accountsMessages, ...townMessages });
});
afterAll(() => house.close());
beforeEach(async () => {
  filled = 0;
  house.clock.set(at('2026-11-05T10:01'));
  await house.db.write(async () => {
    for (const table of ['sessions', 'sign_in_failures', 'staff_users']) await house.db.run(`DELETE FROM ${table}`);
  });
});

/** A caller over the real sessions: signed in with this token, or nobody. */
const door = (token: string | null = null) => callerOf({ ...house.doorOf(null), sessions: sessionPort(house.services), token });
const nobody = () => door();
const signIn = async (email = 'nadine@saint-aubin.example', password = PASSWORD) => door((await nobody().session.signIn({ email, password })).token);
const refusal = (call: Promise<unknown>) => refusalOf(call, house.services);

describe('signing in', () => {
  beforeEach(async () => {
    await buildStaffUser(house);
  });

  test('by e-mail whatever its case, then signing out', async () => {
    const nadine = await signIn('Nadine@Saint-Aubin.example');
    expect(await nadine.session.read()).toMatchObject({ name: 'Nadine LE GOFF', role: 'admin' });
    await nadine.session.signOut();
    expect(await refusal(nadine.session.read())).toMatchObject({ code: 'signedOut', status: 'UNAUTHORIZED' });
  });

  test('a wrong password and an unknown address are told the same', async () => {
    const wrong = await refusal(nobody().session.signIn({ email: 'nadine@saint-aubin.example', password: 'faux' }));
    expect(wrong).toMatchObject({ code: 'accounts.wrongStaffPassword', status: 'BAD_REQUEST' });
    expect(await refusal(nobody().session.signIn({ email: 'qui@example.fr', password: 'faux' }))).toEqual(wrong);
  });

  test('empty fields are pointed at', async () => {
    expect((await refusal(nobody().session.signIn({ email: ' ', password: '' }))).fields).toEqual({ email: 'Saisissez votre adresse e-mail.', password: 'Saisissez le mot de passe.' });
  });

  test('failures slow, never shut out', async () => {
    for (let turn = 0; turn < 12; turn += 1) {
      await refusal(nobody().session.signIn({ email: 'nadine@saint-aubin.example', password: 'faux' }));
      house.clock.set(plusSeconds(house.clock.now(), turn < 4 ? 1 : 3601));
    }
    await expect(signIn()).resolves.toBeDefined();
    for (let turn = 0; turn < 5; turn += 1) {
      house.clock.set(plusSeconds(house.clock.now(), 1));
      await refusal(nobody().session.signIn({ email: 'nadine@saint-aubin.example', password: 'faux' }));
    }
    expect(await refusal(signIn())).toMatchObject({ code: 'accounts.wait', status: 'TOO_MANY_REQUESTS' });
  });

  test('one’s password, with the old one', async () => {
    const nadine = await signIn();
    expect((await refusal(nadine.session.changePassword({ current: 'faux', password: NEW, confirmation: NEW }))).fields).toHaveProperty('current');
    await nadine.session.changePassword({ current: PASSWORD, password: NEW, confirmation: NEW });
    await expect(signIn('nadine@saint-aubin.example', NEW)).resolves.toBeDefined();
    expect((await refusal(nobody().session.changePassword({ current: NEW, password: NEW, confirmation: NEW }))).code).toBe('signedOut');
  });
});

describe('users', () => {
  let nadineId: number;
  beforeEach(async () => {
    nadineId = await buildStaffUser(house);
  });
  const yann = { name: 'Yann PRIGENT', email: 'yann@saint-aubin.example', role: 'agent', healthRight: false, password: NEW, confirmation: NEW } as const;

  test('created, then in the list, then signed in', async () => {
    const nadine = await signIn();
    await nadine.users.create(yann);
    expect((await nadine.users.list()).map(({ name, role, disabled }) => [name, role, disabled])).toEqual([['Nadine LE GOFF', 'admin', false], ['Yann PRIGENT', 'agent', false]]);
    expect(await (await signIn(yann.email, NEW)).session.read()).toMatchObject({ name: 'Yann PRIGENT', rights: ['families.read', 'bookings.read', 'attendance.read', 'attendance.write'] });
  });

  test('an address serves one', async () => {
    const nadine = await signIn();
    expect(await refusal(nadine.users.create({ ...yann, email: 'NADINE@saint-aubin.example' }))).toMatchObject({ code: 'accounts.emailTaken', status: 'CONFLICT' });
    expect((await refusal(nadine.users.create({ ...yann, email: 'yann', name: ' ' }))).fields).toMatchObject({ name: 'Indiquez le nom et le prénom.' });
    expect((await refusal(nadine.users.create({ ...yann, password: 'court' }))).fields).toHaveProperty('password');
  });

  test('role and health right change at once, for sessions under way too', async () => {
    const nadine = await signIn();
    const id = await nadine.users.create(yann);
    const his = await signIn(yann.email, NEW);
    await nadine.users.save({ id, name: yann.name, email: yann.email, role: 'secretary', healthRight: true });
    expect((await his.session.read()).rights).toEqual(expect.arrayContaining(['families.write', 'health.read']));
  });

  test('closed: signed out, told only with the right password; opened again', async () => {
    const nadine = await signIn();
    const id = await nadine.users.create(yann);
    const his = await signIn(yann.email, NEW);
    await nadine.users.disable({ id });
    expect((await refusal(his.session.read())).code).toBe('signedOut');
    expect((await refusal(signIn(yann.email, 'faux'))).code).toBe('accounts.wrongStaffPassword');
    expect((await refusal(signIn(yann.email, NEW))).code).toBe('accounts.staffDisabled');
    await nadine.users.enable({ id });
    await expect(signIn(yann.email, NEW)).resolves.toBeDefined();
  });

  test('the last administrator stays', async () => {
    const nadine = await signIn();
    expect(await refusal(nadine.users.disable({ id: nadineId }))).toMatchObject({ code: 'accounts.lastAdmin', status: 'CONFLICT' });
    const asAgent = { id: nadineId, name: 'Nadine LE GOFF', email: 'nadine@saint-aubin.example', role: 'agent', healthRight: false } as const;
    expect((await refusal(nadine.users.save(asAgent))).fields).toHaveProperty('role');
    await nadine.users.create({ ...yann, role: 'admin' });
    await nadine.users.save(asAgent);
    expect((await refusal(nadine.users.list())).code).toBe('forbidden');
  });

  test('a password lost is replaced', async () => {
    const nadine = await signIn();
    const id = await nadine.users.create(yann);
    await nadine.users.resetPassword({ id, password: PASSWORD, confirmation: PASSWORD });
    await expect(signIn(yann.email, PASSWORD)).resolves.toBeDefined();
    expect((await refusal(nadine.users.resetPassword({ id: 999, password: PASSWORD, confirmation: PASSWORD }))).code).toBe('notFound');
  });

  test.each(['list', 'create', 'save', 'disable', 'enable', 'resetPassword'] as const)('users.%s: only with the right', async (name) => {
    const call = (caller: ReturnType<typeof callerOf>): Promise<unknown> => caller.users[name]({} as never);
    expect((await refusal(call(callerOf(house.doorOf(null))))).code).toBe('signedOut');
    expect(await refusal(call(callerOf(house.doorOf(staffWith('families.write', 'portal.manage')))))).toMatchObject({ code: 'forbidden', status: 'FORBIDDEN' });
    if (name !== 'list') expect((await refusal(call(callerOf(house.doorOf(staffWith('users.manage')))))).code).toBe('invalidInput');
  });
});

describe('the first start', () => {
  const town = {
    name: 'Plouaret', address: '1 rue de la Mairie', postcode: '22420', city: 'Plouaret', phone: '02 96 38 90 11', email: 'mairie@plouaret.example', siret: '',
    schoolZone: 'B', holidayRegion: '', timeZone: 'Europe/Paris',
  } as const;
  const admin = { name: 'Anne LE BIHAN', email: 'anne@plouaret.example', password: NEW, confirmation: NEW };

  test('once a town is there, the way is closed', async () => {
    expect(await nobody().setup.state()).toEqual({ done: true, townName: 'Saint-Aubin-des-Préaux' });
    expect(await refusal(nobody().setup.found({ town, admin, withDemo: false }))).toMatchObject({ code: 'town.alreadySetUp', status: 'CONFLICT' });
  });

  describe('without a town', () => {
    beforeEach(() => house.db.write(() => house.db.run('DELETE FROM town')));

    test('founds it, its administrator, and signs them in', async () => {
      expect(await nobody().setup.state()).toEqual({ done: false, townName: null });
      const { token } = await nobody().setup.found({ town, admin, withDemo: false });
      const anne = door(token);
      expect(await anne.session.read()).toMatchObject({ name: 'Anne LE BIHAN', role: 'admin' });
      expect((await anne.session.read()).rights).toContain('health.read');
      expect(await nobody().setup.state()).toEqual({ done: true, townName: 'Plouaret' });
      expect(filled).toBe(0);
    });

    test('only from the machine itself: whoever comes first would be administrator', async () => {
      const afar = callerOf({ ...house.doorOf(null), address: '192.168.1.20' });
      expect(await refusal(afar.setup.found({ town, admin, withDemo: false }))).toMatchObject({ code: 'accounts.setupFromAfar', status: 'FORBIDDEN' });
      expect((await nobody().setup.state()).done).toBe(false);
    });

    test('with the demonstration, which the host fills', async () => {
      await nobody().setup.found({ town, admin, withDemo: true });
      expect(filled).toBe(1);
    });

    test('errors stand at the fields of the form, and nothing is half founded', async () => {
      const { fields } = await refusal(nobody().setup.found({ town: { ...town, siret: '123', postcode: '2242' }, admin: { ...admin, name: '' }, withDemo: false }));
      expect(Object.keys(fields).sort()).toEqual(['admin.name', 'town.postcode', 'town.siret']);
      expect((await refusal(nobody().setup.found({ town, admin: { ...admin, password: 'court', confirmation: 'court' }, withDemo: false }))).fields).toHaveProperty(['admin.password']);
      expect((await nobody().setup.state()).done).toBe(false);
    });

    test('two browsers at once: one founds', async () => {
      const both = await Promise.allSettled([nobody().setup.found({ town, admin, withDemo: false }), nobody().setup.found({ town, admin, withDemo: false })]);
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await house.db.select('SELECT id FROM staff_users')).toHaveLength(1);
    });
  });
});
