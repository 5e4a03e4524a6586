import type { Adult, Child, FamilyLine } from '../../../src-main/features/families/schema';
import { CUSTODY_LABELS, MARITAL_STATUS_LABELS } from '../../../src-main/features/families/schema';
import { LEVEL_LABELS } from '../../../src-main/features/schools/schema';
import { formatDate } from '../../../src-main/kernel/french-dates';
import { ageOn } from '../../../src-main/kernel/local-date';
import type { LocalDate } from '../../../src-main/kernel/local-date';
import { counted } from '../../../src-main/kernel/text';
import type { Choice } from '../ui/choice';

/** Entries of a list from its words, in their order. */
export const choicesOf = <Code extends string>(labels: Readonly<Record<Code, string>>): Choice<Code>[] =>
  (Object.entries(labels) as [Code, string][]).map(([value, label]) => ({ value, label }));

/** "Paul ALAIN" */
export const nameOf = ({ firstName, lastName }: { readonly firstName: string; readonly lastName: string }): string =>
  `${firstName} ${lastName.toLocaleUpperCase('fr-FR')}`.trim();

/** "3 ans", "8 mois" for the youngest; nothing without a birth date. */
export function ageWords(birthOn: LocalDate | null, today: LocalDate): string {
  if (birthOn === null || birthOn > today) return '';
  const years = ageOn(birthOn, today);
  if (years > 0) return counted(years, 'an', 'ans');
  const months = (Number(today.slice(0, 4)) - Number(birthOn.slice(0, 4))) * 12 + Number(today.slice(5, 7)) - Number(birthOn.slice(5, 7));
  return counted(today.slice(8) < birthOn.slice(8) ? months - 1 : months, 'mois', 'mois');
}

/** "née le 12 octobre 2023 à Lannion" */
export function birthWords({ birthOn, birthPlace, sex }: Pick<Child, 'birthOn' | 'birthPlace' | 'sex'>): string {
  if (birthOn === null) return 'date de naissance inconnue';
  const born = sex === 'F' ? 'née' : sex === 'M' ? 'né' : 'naissance';
  return `${born} le ${formatDate(birthOn)}${birthPlace ? ` à ${birthPlace}` : ''}`;
}

/** "Petite section, PS · École maternelle" */
export function schoolWords({ schoolName, className, level }: Pick<Child, 'schoolName' | 'className' | 'level'>): string {
  const isSaid = level === '' || className === level || className === LEVEL_LABELS[level];
  const place = [className, isSaid ? '' : level].filter(Boolean).join(', ');
  return [place, schoolName].filter(Boolean).join(' · ') || 'sans école';
}

/** How this family keeps the child, "semaines paires"; nothing when it is always here. */
export function custodyWords(child: Pick<Child, 'custody' | 'families'>, familyId: number): string {
  const mine = child.custody.find((link) => link.familyId === familyId);
  return mine && child.families.length > 1 ? CUSTODY_LABELS[mine.custody] : '';
}

/** "marié" for a man, "mariée" for a woman, both words where it is not known. */
export function maritalWords({ maritalStatus, civility }: Pick<Adult, 'maritalStatus' | 'civility'>): string {
  if (maritalStatus === 'unknown') return '';
  const label = MARITAL_STATUS_LABELS[maritalStatus].toLocaleLowerCase('fr-FR');
  const [masculine = label, feminine = label] = label.split(' ou ');
  return civility === 'mr' ? masculine : civility === 'mrs' ? feminine : label;
}

/** "3 rue du Four, 22300 Lannion" */
export const addressOf = ({ address, postcode, city }: Pick<Adult, 'address' | 'postcode' | 'city'>): string =>
  [address, `${postcode} ${city}`.trim()].filter(Boolean).join(', ');

/** "Anna (PS), Théo (CE1)" */
export const childrenOf = ({ children }: FamilyLine): string =>
  children.map(({ firstName, level, className }) => (level || className ? `${firstName} (${level || className})` : firstName)).join(', ');

export const guardiansOf = ({ adults }: FamilyLine): string =>
  adults.filter(({ kind }) => kind === 'guardian').map(({ name }) => name).join(', ');

/** "722.50" → "722,50" */
export const decimalOf = (value: string): string => Number(value).toLocaleString('fr-FR', { minimumFractionDigits: 2 });
