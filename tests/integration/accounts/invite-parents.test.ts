import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { choosePassword } from '../../../src-main/features/accounts/choose-password';
import { inviteParents } from '../../../src-main/features/accounts/invite-parents';
import { accountsMessages } from '../../../src-main/features/accounts/messages.fr';
import { followPersonEmail } from '../../../src-main/features/accounts/open-portal-account';
import { accountOfPerson } from '../../../src-main/features/accounts/portal-account-lookup';
import { readPasswordLink } from '../../../src-main/features/accounts/read-password-link';
import { previewInvitations } from '../../../src-main/features/accounts/who-to-invite';
import { plusSeconds } from '../../../src-main/platform/clock';
import { PASSWORD } from '../../support/factories/build-access';
import { buildFamily } from '../../support/factories/build-family';
import { lastToken, queuedMails } from '../../support/mails';
import { openTestDatabase } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';
import { refusalOf } from '../../support/refusal-of';

let house: TestDatabase;
let paul: number;
let lucie: number;

beforeAll(async () => {
  house = await openTestDatabase(accountsMessages);
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.db.write(async () => {
    for (const table of ['password_links', 'mails', 'portal_accounts']) await house.db.run(`DELETE FROM ${table}`);
  });
  const family = await buildFamily(house.db, { guardians: [{ email: 'alain@example.fr' }, { firstName: 'Lucie', email: 'ALAIN@example.fr' }] });
  [paul, lucie] = family.guardianIds as [number, number];
});

const invite = (...personIds: number[]) => inviteParents(house.contextOf(), personIds);

describe('an invitation', () => {
  test('makes the account and puts the mail in the outbox', async () => {
    const [outcome] = await invite(paul);
    expect(outcome).toEqual({ personId: paul, name: 'ALAIN Paul', invited: true, identifier: 'palain', sentence: 'Invitation prête à partir vers alain@example.fr.' });
    const [mail] = await queuedMails(house.db);
    expect(mail).toMatchObject({ kind: 'accounts.invitation', toEmail: 'alain@example.fr', toName: 'Paul ALAIN', subject: 'Saint-Aubin-des-Préaux : votre accès au portail parents' });
    for (const words of ['Créer le mot de passe', '24 heures', 'palain', 'spams', 'ne pas répondre', 'https://parents.saint-aubin.example/nouveau-mot-de-passe#']) {
      expect(mail?.text).toContain(words);
    }
    expect(mail?.html).toContain('>Créer le mot de passe</a>');
  });

  test('two guardians of one address: the first signs in with it, the other by identifier', async () => {
    const outcomes = await invite(paul, lucie);
    expect(outcomes.map(({ identifier }) => identifier)).toEqual(['palain', 'lalain']);
    expect(outcomes[1]?.sentence).toContain('la connexion se fera avec l’identifiant lalain');
    expect(await accountOfPerson(house.db, paul)).toMatchObject({ email: 'alain@example.fr' });
    expect(await accountOfPerson(house.db, lucie)).toMatchObject({ email: null, contactEmail: 'ALAIN@example.fr' });
  });

  test('sent again: one account, a new link, the old one dead', async () => {
    await invite(paul);
    const old = await lastToken(house.db, 'alain@example.fr');
    await invite(paul);
    expect((await refusalOf(readPasswordLink(house.services, old), house.services)).code).toBe('accounts.linkExpired');
    expect(await readPasswordLink(house.services, await lastToken(house.db, 'alain@example.fr'))).toEqual({ name: 'Paul ALAIN', identifier: 'palain', email: 'alain@example.fr' });
  });

  test('is refused one by one, each with its reason, and the others leave', async () => {
    const { guardianIds: [mute], contactIds: [aunt] } = await buildFamily(house.db, { guardians: [{ lastName: 'MUET' }], contacts: [{ lastName: 'TANTE', email: 'tante@example.fr' }] });
    const { guardianIds: [gone] } = await buildFamily(house.db, { archivedAt: '2026-07-01T08:00:00.000Z', guardians: [{ lastName: 'PARTI', email: 'parti@example.fr' }] });
    const outcomes = await invite(mute!, aunt!, gone!, 999_999, paul);
    expect(outcomes.map(({ invited }) => invited)).toEqual([false, false, false, false, true]);
    expect(outcomes[0]?.sentence).toBe('MUET Paul n’a pas d’adresse e-mail. Ajoutez-la dans la fiche de la famille, puis invitez.');
    expect(outcomes[1]?.sentence).toBe('Cette personne n’est pas responsable légal d’une famille suivie.');
    expect(await queuedMails(house.db)).toHaveLength(1);
  });

  test('is told before it is sent, and nothing is written meanwhile', async () => {
    const { guardianIds: [mute] } = await buildFamily(house.db, { guardians: [{ lastName: 'MUET' }] });
    expect(await previewInvitations(house.db, [paul, mute!, paul])).toEqual([
      { personId: paul, name: 'ALAIN Paul', email: 'alain@example.fr', whyNot: null },
      { personId: mute, name: 'MUET Paul', email: null, whyNot: expect.stringContaining('n’a pas d’adresse e-mail') as string },
    ]);
    expect(await accountOfPerson(house.db, paul)).toBeNull();
    expect(await queuedMails(house.db)).toEqual([]);
  });

  test('is not sent to who has a password already', async () => {
    await invite(paul);
    await choosePassword(house.contextOf(), { token: await lastToken(house.db, 'alain@example.fr'), password: PASSWORD, confirmation: PASSWORD });
    expect((await invite(paul))[0]).toMatchObject({ invited: false, sentence: expect.stringContaining('a déjà créé son mot de passe') as string });
  });

  test('a person asked twice in one go is invited once', async () => {
    expect(await invite(paul, paul)).toHaveLength(1);
    expect(await queuedMails(house.db)).toHaveLength(1);
  });
});

describe('an address that changes', () => {
  const move = (personId: number, email: string) => house.db.write(async () => {
    await house.db.run('UPDATE persons SET email = $email WHERE id = $personId', { personId, email });
    await followPersonEmail(house.services, personId);
  });

  test('the account signs in with the new one', async () => {
    await invite(paul);
    await move(paul, 'paul@example.fr');
    expect(await accountOfPerson(house.db, paul)).toMatchObject({ email: 'paul@example.fr' });
  });

  test('unless another account does', async () => {
    await invite(paul, lucie);
    await move(lucie, 'lucie@example.fr');
    expect(await accountOfPerson(house.db, lucie)).toMatchObject({ email: 'lucie@example.fr' });
    await move(lucie, 'alain@example.fr');
    expect(await accountOfPerson(house.db, lucie)).toMatchObject({ email: null });
  });
});

test('a link is dead after 24 hours', async () => {
  await invite(paul);
  const token = await lastToken(house.db, 'alain@example.fr');
  const start = house.clock.now();
  house.clock.set(plusSeconds(start, 86_399));
  await expect(readPasswordLink(house.services, token)).resolves.toBeDefined();
  house.clock.set(plusSeconds(start, 86_400));
  expect((await refusalOf(readPasswordLink(house.services, token), house.services)).message).toContain('il dure 24 heures');
  house.clock.set(start);
});
