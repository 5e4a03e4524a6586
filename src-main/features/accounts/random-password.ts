import type { PasswordRule } from './password-rules';

// Without the signs that are mistaken for one another on paper (0 O, 1 l I).
const CLASSES = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789', '!#$%&*+-=?@'] as const;
const LENGTHS: Readonly<Record<PasswordRule, number>> = { guide: 10, strict: 14 };

/** Gives a whole number from 0 to below `below`, each as likely: from the platform's cryptography, or a test. */
export type RandomBelow = (below: number) => number;

/** A random password that follows the rule, with at least one character of each class. */
export function randomPassword(rule: PasswordRule, randomBelow: RandomBelow): string {
  const pick = (signs: string): string => signs.charAt(randomBelow(signs.length));
  const all = CLASSES.join('');
  const drawn = CLASSES.map(pick);
  while (drawn.length < LENGTHS[rule]) drawn.push(pick(all));
  return shuffled(drawn, randomBelow).join('');
}

function shuffled(signs: readonly string[], randomBelow: RandomBelow): string[] {
  const mixed = [...signs];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = randomBelow(last + 1);
    [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
  }
  return mixed;
}
