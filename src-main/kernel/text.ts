/** "1 repas", "2 enfants": count with its noun; zero and one are singular in French. */
export function counted(count: number, one: string, many: string): string {
  return `${count}\u00a0${Math.abs(count) < 2 ? one : many}`;
}

/** "Anna", "Anna et Théo", "Anna, Théo et Zoé". */
export function enumerated(words: readonly string[], conjunction = 'et'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words[words.length - 1]}`;
}

/** Text for searching: lower case, no accents, no punctuation ("L'Hévéder" → "l heveder"). */
export function searchable(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^a-z0-9@]+/g, ' ')
    .trim();
}

/** "ALAIN Paul", as registers write names. */
export const registerName = (lastName: string, firstName: string): string => `${lastName.toLocaleUpperCase('fr-FR')} ${firstName}`.trim();

const collator = new Intl.Collator('fr-FR', { sensitivity: 'base', numeric: true });
export const compareFrench = (left: string, right: string): number => collator.compare(left, right);
