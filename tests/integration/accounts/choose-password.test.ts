import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changePassword } from '../../../src-main/features/accounts/change-password';
import { choosePassword } from '../../../src-main/features/accounts/choose-password';
import { accountsMessages } from '../../../src-main/features/accounts/messages.fr';
import { requestPasswordLink } from '../../../src-main/features/accounts/request-password-link';
import { sessionPort } from '../../../src-main/features/accounts/session-port';
import { signInParent } from '../../../src-main/features/accounts/sign-in-parent';
import type { ParentActor } from '../../../src-main/kernel/actor';
import { plusSeconds } from '../../../src-main/platform/clock';
import { buildParent, PASSWORD } from '../../support/factories/build-access';
import { lastToken, queuedMails } from '../../support/mails';
import { at, openTestDatabase } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';
import { refusalOf } from '../../support/refusal-of';

let house: TestDatabase;
const NEW = 'Goûter2027?';
const system = { kind: 'system', name: 'Préau' } as const;

beforeAll(async () => {
  house = await openTestDatabase(accountsMessages);
});
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.set(at('2026-11-05T10:01'));
  await house.db.write(async () => {
    for (const table of ['password_links', 'mails', 'sessions', 'sign_in_failures', 'portal_accounts', 'family_adults']) await house.db.run(`DELETE FROM ${table}`);
  });
  await buildParent(house);
});

const signIn = (password: string) => signInParent(house.contextOf(system), { login: 'palain', password, remember: false }, { address: '192.0.2.1', device: 'test' });
const request = (login: string) => requestPasswordLink(house.contextOf(system), login, '192.0.2.1');
const choose = (token: string, password = NEW, confirmation = password) => choosePassword(house.contextOf(system), { token, password, confirmation });

describe('asking for a link', () => {
  test.each(['paul@example.fr', 'palain'])('by %s', async (login) => {
    await request(login);
    expect((await queuedMails(house.db))[0]).toMatchObject({ kind: 'accounts.forgotten', toEmail: 'paul@example.fr', subject: 'Saint-Aubin-des-Préaux : demande de nouveau mot de passe' });
  });

  test('by someone unknown: nothing is told, nothing leaves', async () => {
    await expect(request('inconnue@example.fr')).resolves.toBeUndefined();
    expect(await queuedMails(house.db)).toEqual([]);
  });

  test('by a guardian who was never invited: the address that the town knows is enough, for them alone', async () => {
    const { personId, familyId } = await buildParent(house, { firstName: 'Lucie', identifier: 'lalain', email: 'lucie@example.fr', password: null });
    await house.db.write(() => house.db.run('DELETE FROM portal_accounts WHERE person_id = $personId', { personId }));
    await request('Lucie@example.fr');
    expect((await queuedMails(house.db)).map(({ kind, toEmail }) => [kind, toEmail])).toEqual([['accounts.invitation', 'lucie@example.fr']]);
    await choose(await lastToken(house.db, 'lucie@example.fr'));
    await expect(signInParent(house.contextOf(system), { login: 'lucie@example.fr', password: NEW, remember: false }, { address: '192.0.2.1', device: 'test' })).resolves.toBeDefined();
    const [deed] = await house.db.select<{ subject: string }>("SELECT subject FROM journal WHERE action = 'portal.invite' AND family_id = $familyId", { familyId });
    expect(deed?.subject).toBe('Première connexion au portail demandée avec l’adresse de ALAIN Lucie');
  });

  test('by who is no guardian, or whose family is archived: nothing leaves', async () => {
    const { personId, familyId } = await buildParent(house, { firstName: 'Lucie', identifier: 'lalain', email: 'lucie@example.fr', password: null });
    await house.db.write(() => house.db.run('DELETE FROM portal_accounts WHERE person_id = $personId', { personId }));
    await house.db.write(() => house.db.run("UPDATE family_adults SET kind = 'contact' WHERE person_id = $personId", { personId }));
    await request('lucie@example.fr');
    await house.db.write(() => house.db.run("UPDATE family_adults SET kind = 'guardian' WHERE person_id = $personId", { personId }));
    await house.db.write(() => house.db.run("UPDATE families SET archived_at = '2026-11-01T10:00:00.000Z' WHERE id = $familyId", { familyId }));
    await request('lucie@example.fr');
    expect(await queuedMails(house.db)).toEqual([]);
  });

  test('by an address that two share: each holder gets a mail that names their identifier', async () => {
    await house.db.write(() => house.db.run("UPDATE portal_accounts SET email = NULL WHERE identifier <> 'palain'"));
    await buildParent(house, { firstName: 'Lucie', identifier: 'lalain', email: 'autre@example.fr', password: null });
    await house.db.write(async () => {
      await house.db.run("UPDATE portal_accounts SET email = NULL WHERE identifier = 'lalain'");
      await house.db.run("UPDATE persons SET email = 'paul@example.fr' WHERE first_name = 'Lucie'");
    });
    await request('paul@example.fr');
    expect((await queuedMails(house.db)).map(({ toName }) => toName)).toEqual(['Paul ALAIN', 'Lucie ALAIN']);
  });

  test('again and again: a wait, the same for who is unknown', async () => {
    for (const login of ['palain', 'inconnu']) for (let turn = 0; turn < 3; turn += 1) await request(login);
    const known = await refusalOf(request('palain'), house.services);
    expect(known).toMatchObject({ code: 'accounts.wait', message: 'Il y a eu trop d’essais. Attendez 10\u00a0minutes, puis recommencez.' });
    expect(await refusalOf(request('inconnu'), house.services)).toEqual(known);
  });
});

describe('choosing a password by a link', () => {
  test('opens the account with it, ends the sessions, tells the holder', async () => {
    const before = await signIn(PASSWORD);
    await request('palain');
    await choose(await lastToken(house.db, 'paul@example.fr'));
    await expect(signIn(NEW)).resolves.toBeDefined();
    expect((await refusalOf(signIn(PASSWORD), house.services)).code).toBe('accounts.wrongPassword');
    expect(await sessionPort(house.services).parent(before.token)).toBeNull();
    const mail = (await queuedMails(house.db)).at(-1);
    expect(mail).toMatchObject({ kind: 'accounts.passwordChanged', subject: 'Saint-Aubin-des-Préaux : votre mot de passe du portail parents a été changé' });
    expect(mail?.text).not.toContain(NEW);
    expect(mail?.text).toContain('jeudi 5 novembre à 10\u00a0h\u00a001');
  });

  test('serves once', async () => {
    await request('palain');
    const token = await lastToken(house.db, 'paul@example.fr');
    await choose(token);
    expect(await refusalOf(choose(token, 'Encore99!'), house.services)).toMatchObject({ code: 'accounts.linkUsed', status: 'none' });
    await expect(signIn(NEW)).resolves.toBeDefined();
  });

  test('serves once when two tabs use it at the same moment', async () => {
    await request('palain');
    const token = await lastToken(house.db, 'paul@example.fr');
    const outcomes = await Promise.allSettled([choose(token), choose(token, 'Encore99!')]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('refuses what breaks the rule, at its field, and the link still serves', async () => {
    await request('palain');
    const token = await lastToken(house.db, 'paul@example.fr');
    expect((await refusalOf(choose(token, 'cantine'), house.services)).fields).toEqual({
      password: 'Ce mot de passe ne suit pas encore la règle. Il manque : 8 caractères minimum, 1 majuscule, 1 caractère spécial et 1 chiffre.',
    });
    expect((await refusalOf(choose(token, NEW, 'autre'), house.services)).fields).toHaveProperty('confirmation');
    await choose(token);
  });

  test('follows the town’s stricter rule', async () => {
    await house.db.write(() => house.db.run("UPDATE town SET password_rule = 'strict'"));
    await request('palain');
    expect((await refusalOf(choose(await lastToken(house.db, 'paul@example.fr'), PASSWORD), house.services)).message).toContain('12 caractères minimum');
    await house.db.write(() => house.db.run("UPDATE town SET password_rule = 'guide'"));
  });

  test.each([['unknown', 'A'.repeat(43)], ['empty', '']])('an %s token is not recognised', async (_, token) => {
    expect((await refusalOf(choose(token), house.services)).code).toBe('accounts.linkUnknown');
  });

  test('opens an account that ten failures had blocked', async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      await refusalOf(signIn('Faux9999!'), house.services);
      house.clock.set(plusSeconds(house.clock.now(), 3601));
    }
    expect((await refusalOf(signIn(PASSWORD), house.services)).code).toBe('accounts.blocked');
    await request('palain');
    await choose(await lastToken(house.db, 'paul@example.fr'));
    await expect(signIn(NEW)).resolves.toBeDefined();
  });
});

describe('changing one’s password', () => {
  const signedIn = async (): Promise<{ token: string; actor: ParentActor }> => {
    const { token } = await signIn(PASSWORD);
    return { token, actor: (await sessionPort(house.services).parent(token))! };
  };

  test('with the old one; other devices are signed out, a mail says so', async () => {
    const [here, elsewhere] = [await signedIn(), await signedIn()];
    await changePassword(house.contextOf(here.actor), { current: PASSWORD, password: NEW, confirmation: NEW });
    const port = sessionPort(house.services);
    expect(await port.parent(here.token)).not.toBeNull();
    expect(await port.parent(elsewhere.token)).toBeNull();
    expect((await queuedMails(house.db)).map(({ kind }) => kind)).toEqual(['accounts.passwordChanged']);
    await expect(signIn(NEW)).resolves.toBeDefined();
  });

  test('the old one must be right, and guessing it is slowed', async () => {
    const { actor } = await signedIn();
    house.clock.set(plusSeconds(house.clock.now(), 1));
    const guess = () => refusalOf(changePassword(house.contextOf(actor), { current: 'Faux9999!', password: NEW, confirmation: NEW }), house.services);
    expect((await guess()).fields).toHaveProperty('current');
    for (let turn = 0; turn < 4; turn += 1) await guess();
    expect((await guess()).code).toBe('accounts.wait');
  });
});
