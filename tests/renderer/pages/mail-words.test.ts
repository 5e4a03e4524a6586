import { describe, expect, it } from 'vitest';
import { shortSubject } from '../../../src-renderer/pages/outbox/mail-words';

describe('the subject of a mail in the list', () => {
  it.each([
    ['Saint-Aubin : votre accès au portail parents', 'Votre accès au portail parents'],
    ['Saint-Aubin\u00a0: votre facture d’octobre', 'Votre facture d’octobre'],
    ['Mail d’essai – Saint-Aubin', 'Mail d’essai'],
    ['Saint-Aubinois, bonjour', 'Saint-Aubinois, bonjour'],
    ['Autre sujet', 'Autre sujet'],
  ])('« %s » is shown as « %s »', (subject, shown) => expect(shortSubject(subject, 'Saint-Aubin')).toBe(shown));
  it('stays whole as long as the town is not known', () => expect(shortSubject('Saint-Aubin : votre accès', '')).toBe('Saint-Aubin : votre accès'));
});
