import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accountsMessages } from '../../../src-main/features/accounts/messages.fr';
import { sessionPort } from '../../../src-main/features/accounts/session-port';
import { signInParent } from '../../../src-main/features/accounts/sign-in-parent';
import { plusSeconds } from '../../../src-main/platform/clock';
import { buildParent, PASSWORD } from '../../support/factories/build-access';
import type { BuiltParent } from '../../support/factories/build-access';
import { queuedMails } from '../../support/mails';
import { at, openTestDatabase } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';
import { refusalOf } from '../../support/refusal-of';

let house: TestDatabase;
let parent: BuiltParent;
const NINE = at('2026-11-05T09:00');

beforeAll(async () => {
  house = await openTestDatabase(accountsMessages);
  parent = await buildParent(house);
});
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.set(NINE);
  await house.db.write(() => house.db.run('DELETE FROM sign_in_failures'));
  await house.db.write(() => house.db.run('UPDATE portal_accounts SET locked_at = NULL, disabled_at = NULL, last_sign_in_at = NULL'));
});

const signIn = (login: string, password: string, { address = '192.0.2.1', remember = false } = {}) =>
  signInParent(house.contextOf({ kind: 'system', name: 'Préau' }), { login, password, remember }, { address, device: 'Firefox sur Android' });
const refusal = (login: string, password: string) => refusalOf(signIn(login, password), house.services);
const later = (seconds: number) => house.clock.set(plusSeconds(house.clock.now(), seconds));

/** Wrong passwords, each an hour after the other so that no delay stands in the way. */
async function fail(count: number, login = 'palain'): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) {
    await refusal(login, 'Faux9999!');
    later(3601);
  }
}

describe('signing in', () => {
  test.each(['paul@example.fr', 'PAUL@Example.fr', 'palain', 'PALAIN'])('as %s', async (login) => {
    const { token } = await signIn(login, PASSWORD);
    expect(await sessionPort(house.services).parent(token)).toMatchObject({ kind: 'parent', accountId: parent.accountId, personId: parent.personId, name: 'ALAIN Paul' });
  });

  test('for half a day, or for ninety days on a device that is remembered', async () => {
    expect((await signIn('palain', PASSWORD)).expiresAt).toBe(plusSeconds(NINE, 12 * 3600));
    expect((await signIn('palain', PASSWORD, { remember: true })).expiresAt).toBe(plusSeconds(NINE, 90 * 86_400));
  });

  test('a wrong password and an unknown person are told the same', async () => {
    const known = await refusal('palain', 'Faux9999!');
    expect(await refusal('personne', 'Faux9999!')).toEqual(known);
    expect(known.message).toBe('L’identifiant ou le mot de passe ne convient pas. Vérifiez la saisie ; si c’est votre première connexion ou si vous avez oublié le mot de passe, demandez-en un nouveau.');
    expect(known.fields).toHaveProperty('password');
  });

  test('who was invited and has no password yet is told the same too', async () => {
    await buildParent(house, { identifier: 'nouvelle', email: 'nouvelle@example.fr', lastName: 'NOUVELLE', password: null });
    expect((await refusal('nouvelle', '')).code).toBe('accounts.wrongPassword');
  });

  test('a closed access is told only to who knows its password', async () => {
    await house.db.write(() => house.db.run("UPDATE portal_accounts SET disabled_at = '2026-11-01T08:00:00.000Z' WHERE identifier = 'palain'"));
    expect((await refusal('palain', 'Faux9999!')).code).toBe('accounts.wrongPassword');
    expect((await refusal('palain', PASSWORD)).code).toBe('accounts.accessDisabled');
  });
});

describe('failures', () => {
  test.each(['palain', 'inconnue@example.fr'])('five for %s: more than a minute to wait, even with the right password', async (login) => {
    for (let turn = 0; turn < 5; turn += 1) await refusal(login, 'Faux9999!');
    expect(await refusal(login, PASSWORD)).toMatchObject({ code: 'accounts.wait', message: 'Il y a eu trop d’essais. Attendez 2\u00a0minutes, puis recommencez.' });
  });

  test('after the delay the right password opens', async () => {
    for (let turn = 0; turn < 5; turn += 1) await refusal('palain', 'Faux9999!');
    later(91);
    await expect(signIn('palain', PASSWORD)).resolves.toBeDefined();
  });

  test('by e-mail and by identifier they are one account’s', async () => {
    for (const login of ['palain', 'paul@example.fr', 'palain', 'paul@example.fr', 'palain']) await refusal(login, 'Faux9999!');
    expect((await refusal('paul@example.fr', PASSWORD)).code).toBe('accounts.wait');
  });

  test('twenty tries sent at once: five are heard', async () => {
    const codes = await Promise.all(Array.from({ length: 20 }, async () => (await refusal('palain', 'Faux9999!')).code));
    expect(codes.filter((code) => code === 'accounts.wrongPassword')).toHaveLength(5);
    expect(codes.filter((code) => code === 'accounts.wait')).toHaveLength(15);
  });

  test('ten in a row block the account, and the journal says so', async () => {
    await fail(10);
    expect((await refusal('palain', PASSWORD)).message).toContain('Après dix essais, cet accès est bloqué par sécurité');
    const deed = await house.db.selectOne<{ subject: string }>("SELECT subject FROM journal WHERE action = 'portal.lock'");
    expect(deed?.subject).toBe('Accès au portail bloqué après dix mots de passe faux : ALAIN Paul');
    // The holder is told once, with the way to open it again.
    const mails = (await queuedMails(house.db)).filter(({ kind }) => kind === 'accounts.locked');
    expect(mails).toMatchObject([{ toEmail: 'paul@example.fr', subject: 'Saint-Aubin-des-Préaux : votre accès au portail parents est bloqué' }]);
    expect(mails[0]?.text).toContain('https://parents.saint-aubin.example/mot-de-passe-oublie');
  });

  test('an unknown login is blocked in the same words', async () => {
    await fail(10, 'personne');
    const unknown = await refusal('personne', PASSWORD);
    await fail(10);
    expect(await refusal('palain', PASSWORD)).toEqual(unknown);
  });

  test('a success in between: they no longer follow one another', async () => {
    await fail(9);
    await signIn('palain', PASSWORD);
    later(60);
    await fail(2);
    await expect(signIn('palain', PASSWORD)).resolves.toBeDefined();
  });

  test('what was typed as a login is not kept', async () => {
    await refusal('MonMotDePasse9!', 'x');
    const subjects = await house.db.select<{ subject: string }>('SELECT subject FROM sign_in_failures');
    expect(JSON.stringify(subjects).toLowerCase()).not.toContain('monmotdepasse');
  });

  test('one address trying many accounts is slowed too, later', async () => {
    for (let turn = 0; turn < 60; turn += 1) await refusal(`inconnu${turn}`, 'Faux9999!');
    expect((await refusal('encore', 'Faux9999!')).code).toBe('accounts.wait');
    await expect(signIn('palain', PASSWORD, { address: '192.0.2.2' })).resolves.toBeDefined();
  });
});
