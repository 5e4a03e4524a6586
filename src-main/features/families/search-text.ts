import { searchable } from '../../kernel/text';

/** What a family can be found by. */
export interface Findable {
  readonly name: string;
  readonly adults: readonly { readonly lastName: string; readonly firstName: string; readonly email: string; readonly city: string; readonly phones: readonly string[] }[];
  readonly children: readonly { readonly lastName: string; readonly firstName: string }[];
  readonly fundNumber: string;
}

/**
 * The text that the search looks into: words without accents, each after a space, the family's name
 * first; phones as digits; names of several words also in one ("L'Hévéder" → "l heveder lheveder").
 */
export function searchText(family: Findable): string {
  const names = [
    family.name,
    ...family.adults.flatMap(({ lastName, firstName }) => [lastName, firstName]),
    ...family.children.flatMap(({ lastName, firstName }) => [lastName, firstName]),
    family.fundNumber,
  ];
  const phones = family.adults.flatMap((adult) => adult.phones.map(nationalDigits));
  const others = family.adults.flatMap(({ email, city }) => [email, city]).map(searchable);
  const words = [...names.flatMap(withJoined), ...others, ...phones].filter((word) => word !== '');
  return ` ${[...new Set(words)].join(' ')}`;
}

/** Digits of a phone as dialled in France: "+33 2 96…" → "0296…". */
export const nationalDigits = (phone: string): string => phone.replace(/\D/g, '').replace(/^(00)?33(?=[1-9]\d{8}$)/, '0');

function withJoined(name: string): string[] {
  const words = searchable(name);
  const joined = words.replace(/ /g, '');
  return joined === words ? [words] : [words, joined];
}

/**
 * What a user typed, as words to look for: digits in any spacing become one ("02 96 12" → "029612"),
 * so that a phone is found as it is written.
 */
export function searchWords(typed: string): string[] {
  const text = searchable(typed.replace(/\+33\s*/g, '0')).replace(/(\d) (?=\d)/g, '$1');
  return text === '' ? [] : text.split(' ').slice(0, 8);
}
