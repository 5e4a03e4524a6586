/** "1 repas", "2 enfants": count with its noun; zero and one are singular in French. */
export function counted(count: number, one: string, many: string): string {
  return `${count}\u00a0${Math.abs(count) < 2 ? one : many}`;
}

/** Words after which a French noun phrase keeps its number: "quarts d’heure", "journées avec repas". */
const LINK = /^(?:d[’']|l[’']|de$|du$|des$|à$|au$|aux$|en$|avec$|sans$|par$|pour$|et$|ou$)/i;
const UNCHANGED = /(?:[sxz]|\.)$|^(?:h|min|km|kg|après-midi)$/i;
const IN_X = /(?:eau|eu|[^aeiou]au)$/i;

function pluralOfWord(word: string): string {
  if (UNCHANGED.test(word) || !/^\p{L}/u.test(word)) return word;
  if (IN_X.test(word)) return `${word}x`;
  return /al$/i.test(word) ? `${word.slice(0, -1)}ux` : `${word}s`;
}

/** "demi-heures" of "demi-heure", "repas" of "repas", "quarts d’heure" of "quart d’heure". */
export function pluralOf(unit: string): string {
  const words = unit.split(' ');
  const end = words.findIndex((word) => LINK.test(word) || word.startsWith('('));
  return words.map((word, index) => (end >= 0 && index >= end ? word : pluralOfWord(word))).join(' ');
}

/** "2 repas", "16 demi-heures": a quantity with the word that the rulebook gives its unit; the bare figure without one. */
export const countedUnits = (quantity: number, unit: string): string => (unit === '' ? `${quantity}` : counted(quantity, unit, pluralOf(unit)));

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

/** "de Paul", "d’Anna", "d’Hugo": elision before a vowel or a mute h. */
export const of = (name: string): string => (/^[aeiouyhàâäéèêëîïôöùûüœæ]/i.test(name) ? `d’${name}` : `de ${name}`);

/** "ALAIN Paul", as registers write names. */
export const registerName = (lastName: string, firstName: string): string => `${lastName.toLocaleUpperCase('fr-FR')} ${firstName}`.trim();

const collator = new Intl.Collator('fr-FR', { sensitivity: 'base', numeric: true });
export const compareFrench = (left: string, right: string): number => collator.compare(left, right);
