import { digitsOf } from './number-words';
import { missingOf } from './password-rules';
import type { PasswordRule } from './password-rules';

export interface PhrasePassword {
  readonly password: string;
  /** What the rule still asks of it: "1 chiffre". Empty when it may be used. */
  readonly missing: readonly string[];
  readonly wordCount: number;
}

/** Words the town advises in a phrase (CNIL). */
export const ADVISED_WORDS = 12;

const WORD = /\p{L}[\p{L}\p{M}]*(?:-\p{L}[\p{L}\p{M}]*)*|\p{N}+|[^\s\p{L}\p{N}]/gu;

/**
 * CNIL's method: the first letter of each word with its case, punctuation and digits kept, numbers
 * in words to digits when asked. A phone's typographic quotes become those of every keyboard.
 */
export function phrasePassword(rule: PasswordRule, phrase: string, numbersAsDigits = false): PhrasePassword {
  const parts = phrase.normalize('NFC').replace(/[’‘]/g, "'").replace(/[“”«»]/g, '"').replace(/…/g, '...').replace(/[–—]/g, '-').match(WORD) ?? [];
  const password = parts.map((part) => shortened(part, numbersAsDigits)).join('');
  return { password, missing: missingOf(rule, password), wordCount: parts.filter((part) => /[\p{L}\p{N}]/u.test(part)).length };
}

function shortened(part: string, numbersAsDigits: boolean): string {
  if (!/^\p{L}/u.test(part)) return part;
  const digits = numbersAsDigits ? digitsOf(part) : null;
  return digits ?? [...part][0]!;
}
