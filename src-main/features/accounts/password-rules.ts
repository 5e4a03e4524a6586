/** A town's choice: what the guides ask (with the throttle on), or CNIL's rule for a password alone. */
export type PasswordRule = 'guide' | 'strict';

/** One line of the checklist shown while the password is typed. */
export interface PasswordItem {
  readonly label: string;
  readonly met: boolean;
}

export interface PasswordCheck {
  /** The rule is followed and both entries are the same. */
  readonly conforming: boolean;
  readonly identical: boolean;
  readonly items: readonly PasswordItem[];
  /** Other ways to follow the rule, in words; empty once one is followed. */
  readonly otherwise: readonly string[];
}

interface Requirement {
  readonly label: string;
  readonly holds: (password: string) => boolean;
}

interface Way {
  readonly name: string;
  readonly requirements: readonly Requirement[];
}

const length = (password: string): number => [...password].length;
const words = (password: string): number => password.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word)).length;

const characters = (count: number): Requirement => ({ label: `${count} caractères minimum`, holds: (password) => length(password) >= count });
const lower: Requirement = { label: '1 minuscule', holds: (password) => /\p{Ll}/u.test(password) };
const upper: Requirement = { label: '1 majuscule', holds: (password) => /\p{Lu}/u.test(password) };
const special: Requirement = { label: '1 caractère spécial', holds: (password) => /[^\p{L}\p{N}\s]/u.test(password) };
const digit: Requirement = { label: '1 chiffre', holds: (password) => /\p{N}/u.test(password) };
const phrase: Requirement = { label: '7 mots minimum', holds: (password) => words(password) >= 7 };

/** Ways to follow each rule; the first is the one shown. Sources: the guides; CNIL recommendation 2022-100. */
const WAYS: Readonly<Record<PasswordRule, readonly [Way, ...Way[]]>> = {
  guide: [{ name: '', requirements: [characters(8), lower, upper, special, digit] }],
  strict: [
    { name: '12 caractères avec minuscule, majuscule, chiffre et caractère spécial', requirements: [characters(12), lower, upper, special, digit] },
    { name: '14 caractères avec minuscule, majuscule et chiffre', requirements: [characters(14), lower, upper, digit] },
    { name: 'une phrase de 7 mots', requirements: [phrase] },
  ],
};

export const IDENTICAL_LABEL = 'Les 2 mots de passe saisis sont identiques';

/** Holds a password, as typed twice, against the town's rule. Pure: the portal's checklist and the server ask the same. */
export function checkPassword(rule: PasswordRule, password: string, confirmation: string = password): PasswordCheck {
  const ways = WAYS[rule];
  const holds = (way: Way): boolean => way.requirements.every((requirement) => requirement.holds(password));
  const followed = ways.find(holds);
  const shown = followed ?? ways[0];
  const identical = password !== '' && password === confirmation;
  return {
    conforming: followed !== undefined && identical,
    identical,
    items: [
      ...shown.requirements.map(({ label, holds: met }) => ({ label, met: met(password) })),
      { label: IDENTICAL_LABEL, met: identical },
    ],
    otherwise: followed ? [] : ways.slice(1).map(({ name }) => name),
  };
}

/** What the rule still asks of a password: "8 caractères minimum", "1 chiffre". Empty when it conforms. */
export function missingOf(rule: PasswordRule, password: string): string[] {
  return checkPassword(rule, password).items.filter(({ met, label }) => !met && label !== IDENTICAL_LABEL).map(({ label }) => label);
}
