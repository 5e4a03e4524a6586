import { describe, expect, it } from 'vitest';
import type { PortalAccount } from '../../../src-main/features/accounts/schema';
import { detailOf, isUnsent, loginOf, mayBeInvited, wordsOf } from '../../../src-renderer/pages/portal-accounts/account-words';

const account = (given: Partial<PortalAccount> = {}): PortalAccount => ({
  personId: 1, name: 'ALAIN Paul', email: 'paul@example.fr', familyId: 1, familyName: 'ALAIN', children: ['Anna'], state: 'notInvited', mail: null,
  identifier: null, identifierOnly: false, invitedAt: null, linkExpiresAt: null, lastSignInAt: null, ...given,
});
const told = (given: Partial<PortalAccount>) => [wordsOf(account(given)).label, detailOf(account(given), (instant) => instant)];

describe('the access of a guardian in words', () => {
  it.each<[Partial<PortalAccount>, string, string]>([
    [{}, 'non invité', ''],
    [{ email: '' }, 'non invité', 'sans adresse e-mail'],
    [{ state: 'invited', mail: 'sent', linkExpiresAt: 'demain' }, 'invitation envoyée', 'lien valable jusqu’au demain'],
    [{ state: 'invited', mail: 'waiting' }, 'en attente d’envoi', 'le mail attend dans la boîte d’envoi'],
    [{ state: 'invited', mail: 'failed' }, 'échec d’envoi', 'le mail n’a pas pu partir'],
    [{ state: 'linkExpired', mail: 'failed' }, 'échec d’envoi', 'le mail n’a pas pu partir'],
    [{ state: 'linkExpired', mail: 'sent', invitedAt: 'lundi' }, 'lien expiré', 'invitation du lundi'],
    [{ state: 'active' }, 'actif', 'jamais connecté'],
    [{ state: 'active', lastSignInAt: 'hier' }, 'actif', 'dernière connexion le hier'],
    [{ state: 'locked' }, 'bloqué', 'après dix mots de passe faux'],
    [{ state: 'disabled' }, 'désactivé', ''],
  ])('%o', (given, label, detail) => {
    expect(told(given)).toEqual([label, detail]);
  });

  it('leads to the outbox while the mail has not left', () => {
    expect(isUnsent(account({ state: 'invited', mail: 'failed' }))).toBe(true);
    expect(isUnsent(account({ state: 'invited', mail: 'sent' }))).toBe(false);
  });

  it('is invited while there is no password', () => {
    expect((['notInvited', 'invited', 'linkExpired', 'active', 'locked', 'disabled'] as const).filter((state) => mayBeInvited({ state }))).toEqual(['notInvited', 'invited', 'linkExpired']);
  });

  it('says with what one signs in', () => {
    expect(loginOf(account())).toBe('');
    expect(loginOf(account({ identifier: 'palain' }))).toBe('paul@example.fr ou palain');
    expect(loginOf(account({ identifier: 'lalain', identifierOnly: true }))).toBe('lalain (identifiant seulement)');
  });
});
