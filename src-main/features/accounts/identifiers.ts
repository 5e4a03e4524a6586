import { searchable } from '../../kernel/text';

const LONGEST = 24;

/**
 * An identifier from names: "Paul ALAIN" → `palain`; `palain2` when it is taken, and so on.
 * Never looks like an e-mail address, so that both can be typed in one field.
 */
export function identifierFor(firstName: string, lastName: string, isTaken: (identifier: string) => boolean): string {
  const letters = (name: string): string => searchable(name).replace(/[^a-z0-9]/g, '');
  const stem = `${letters(firstName).slice(0, 1)}${letters(lastName)}`.slice(0, LONGEST) || 'parent';
  for (let number = 1; ; number += 1) {
    const identifier = number === 1 ? stem : `${stem}${number}`;
    if (!isTaken(identifier)) return identifier;
  }
}
