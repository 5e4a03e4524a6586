import type { Child, NewChild } from '../../../src-main/features/families/schema';
import type { School } from '../../../src-main/features/schools/schema';
import { LEVEL_LABELS, LEVELS } from '../../../src-main/features/schools/schema';
import type { Choice } from '../ui/choice';

/** A child as a form holds it: nothing is left out. */
export type ChildValues = Required<NewChild>;
export type FlagValue = ChildValues['flags'][number];

export const emptyChild = (lastName = ''): ChildValues => ({
  lastName, firstName: '', sex: '', birthOn: null, birthPlace: '', schoolId: null, classId: null, level: '', category: 'enfant', diet: '', flags: [], notes: '',
  insuranceCompany: '', insurancePolicy: '', insuranceUntil: null, photoConsent: '', otherConsents: '', remarks: '',
});

export function childValues(child: Child): ChildValues & { version: number } {
  const { lastName, firstName, sex, birthOn, birthPlace, schoolId, classId, level, category, diet, notes, version } = child;
  const { insuranceCompany, insurancePolicy, insuranceUntil, photoConsent, otherConsents, remarks } = child;
  const papers = { insuranceCompany, insurancePolicy, insuranceUntil, photoConsent, otherConsents, remarks };
  return { lastName, firstName, sex, birthOn, birthPlace, schoolId, classId, level, category, diet, notes, version, ...papers, flags: child.flags.map((flag) => ({ ...flag })) };
}

/** Schools to choose from: those that are open, and the one where the child is. */
export function schoolChoices(schools: readonly School[], current: number | null): Choice<number | null>[] {
  const open = schools.filter(({ archived, id }) => !archived || id === current);
  return [{ value: null, label: 'Sans école' }, ...open.map(({ id, name, archived }) => ({ value: id, label: archived ? `${name} (archivée)` : name }))];
}

export function classChoices(schools: readonly School[], schoolId: number | null, current: number | null): Choice<number | null>[] {
  const classes = schools.find(({ id }) => id === schoolId)?.classes ?? [];
  const open = classes.filter(({ archived, id }) => !archived || id === current);
  const label = (name: string, teacher: string): string => (teacher ? `${name} — ${teacher}` : name);
  return [{ value: null, label: 'Pas encore de classe' }, ...open.map(({ id, name, teacher }) => ({ value: id, label: label(name, teacher) }))];
}

/** The levels of the class, or all without class. */
export function levelChoices(schools: readonly School[], classId: number | null): Choice<ChildValues['level']>[] {
  const found = schools.flatMap(({ classes }) => classes).find(({ id }) => id === classId);
  return [{ value: '', label: 'Non renseigné' }, ...(found?.levels ?? LEVELS).map((level) => ({ value: level, label: LEVEL_LABELS[level] }))];
}
