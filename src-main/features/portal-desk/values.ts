import { formatDate } from '../../kernel/french-dates';
import { isLocalDate } from '../../kernel/local-date';
import { decimalInWords } from '../families/wording';
import type { ChildHealth, FamilyFile } from '../families/schema';
import { LEVEL_LABELS } from '../schools/schema';
import type { Level } from '../schools/schema';
import { fieldsOf } from './fields';
import type { FieldDef } from './fields';
import type { SectionPart } from './schema';

/** Values of a section by field, as pages and requests hold them: all of them texts. */
export type Values = Readonly<Record<string, string>>;

/** A value as text: days are ISO, nothing is empty, a tick is "yes" or "no". */
export function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : '';
}

/** "12 octobre 2018", "M.", "Non renseigné": a value as parents and staff read it. */
export function shownValue({ kind, choices }: Pick<FieldDef, 'kind' | 'choices'>, value: string): string {
  if (choices) return choices[value] ?? value;
  if (kind === 'yesNo') return value === 'yes' ? 'Oui' : 'Non';
  if (kind === 'day' && isLocalDate(value)) return formatDate(value);
  return value === '' ? 'Non renseigné' : value;
}

/** Where the values of a section stand. `health` only for the section of health data. */
function sourceOf(file: FamilyFile, part: SectionPart, subjectId: number, health: ChildHealth | null): object | null {
  switch (part) {
    case 'identity':
    case 'contact':
    case 'work': return [...file.guardians, ...file.contacts].find(({ personId }) => personId === subjectId) ?? null;
    case 'familyStatus': return subjectId === file.id ? { ...file, quotient: file.quotientToday ? decimalInWords(file.quotientToday.value) : '' } : null;
    case 'childHealth': return file.children.some(({ id }) => id === subjectId) ? (health ?? {}) : null;
    default: {
      const child = file.children.find(({ id }) => id === subjectId);
      return child ? { ...child, level: child.level === '' ? '' : LEVEL_LABELS[child.level as Level] } : null;
    }
  }
}

/** The values of a section; null when the family has no such person or child. */
export function valuesOf(file: FamilyFile, part: SectionPart, subjectId: number, health: ChildHealth | null = null): Values | null {
  const source = sourceOf(file, part, subjectId, health);
  if (!source) return null;
  const entries = new Map<string, unknown>(Object.entries(source));
  return Object.fromEntries(fieldsOf(part).map(({ id }) => [id, textOf(entries.get(id))]));
}
