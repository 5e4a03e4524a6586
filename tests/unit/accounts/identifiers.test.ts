import { expect, test } from 'vitest';
import { identifierFor } from '../../../src-main/features/accounts/identifiers';

const taken = (...identifiers: string[]) => (identifier: string): boolean => identifiers.includes(identifier);

test.each([
  ['Paul', 'ALAIN', [], 'palain'],
  ['Pauline', 'Alain', ['palain'], 'palain2'],
  ['Élise', 'L’HÉVÉDER-ŒUF', [], 'elhevederoeuf'],
  ['', 'DUPONT', ['dupont', 'dupont2'], 'dupont3'],
  ['Zoé', '王', [], 'z'],
  ['', '王', [], 'parent'],
  ['Marie', 'de la Très Longue Famille du Bourg', [], 'mdelatreslonguefamilledu'],
])('%s %s (taken: %j) → %s', (first, last, known, identifier) => expect(identifierFor(first, last, taken(...known))).toBe(identifier));
