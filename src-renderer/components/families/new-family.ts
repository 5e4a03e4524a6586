import type { z } from 'zod';
import { familyMessages } from '../../../src-main/features/families/messages.fr';
import { createFamilyInput } from '../../../src-main/features/families/schema';
import type { CreateFamilyInput } from '../../../src-main/features/families/schema';
import type { Refusal } from '../../../src-main/kernel/errors';
import { wordInputIssue } from '../../../src-main/kernel/french-issue';
import { addMonths, firstOfMonth } from '../../../src-main/kernel/local-date';
import type { LocalDate } from '../../../src-main/kernel/local-date';
import { emptyAdult } from './adult-form';
import type { AdultValues } from './adult-form';
import { emptyChild } from './child-form';
import type { ChildValues } from './child-form';

export const STEPS = ['Responsables', 'Coordonnées', 'Enfants', 'Famille'] as const;

/** The whole wizard, kept while going from step to step. */
export interface NewFamily {
  guardians: AdultValues[];
  children: ChildValues[];
  zone: string;
  fund: NonNullable<CreateFamilyInput['fund']>;
  fundNumber: string;
  notes: string;
  quotient: { value: string; fromOn: string | null; provedOn: string | null; proof: string };
}

/** A quotient told today counts from the first of next month. Without today its date is left to be typed. */
export const emptyFamily = (today: LocalDate | null): NewFamily => ({
  guardians: [emptyAdult()], children: [emptyChild()], zone: '', fund: '', fundNumber: '', notes: '',
  quotient: { value: '', fromOn: today && firstOfMonth(addMonths(today, 1)), provedOn: null, proof: '' },
});

const isUntouched = ({ firstName, birthOn, schoolId }: ChildValues): boolean => firstName.trim() === '' && birthOn === null && schoolId === null;

/** What is sent: a first child left untouched is none, a quotient without value neither. */
export const toSend = ({ quotient, children, ...family }: NewFamily): CreateFamilyInput => ({
  ...family,
  children: children.filter((child, index) => index > 0 || !isUntouched(child)),
  quotient: quotient.value.trim() === '' ? null : quotient,
});

const CONTACT = /^guardians\.\d+\.(address|postcode|city|homePhone|mobilePhone|officePhone|email)$/;

/** The step that holds a field. */
export function stepOf(path: string): number {
  if (CONTACT.test(path)) return 1;
  if (path.startsWith('guardians')) return 0;
  return path.startsWith('children') ? 2 : 3;
}

/** Paths of the births that are still to come: the host refuses them, here they are told at their own step. */
function futureBirths({ guardians, children = [] }: CreateFamilyInput, today: LocalDate | null): string[] {
  const births = [...guardians.map(({ birthOn }, index) => [`guardians.${index}.birthOn`, birthOn] as const), ...children.map(({ birthOn }, index) => [`children.${index}.birthOn`, birthOn] as const)];
  return births.filter(([, birthOn]) => today !== null && typeof birthOn === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(birthOn) && birthOn > today).map(([path]) => path);
}

/** Holds one step against the host's own shape, so that errors are told before the next one. */
export function checkStep(step: number, values: NewFamily, today: LocalDate | null): Refusal | null {
  const shape: z.ZodType = createFamilyInput;
  const sent = toSend(values);
  const parsed = shape.safeParse(sent, { error: wordInputIssue });
  const fields: Record<string, string> = {};
  const tell = (path: string, message: string): void => {
    if (stepOf(path) === step) fields[path] ??= message;
  };
  for (const issue of parsed.error?.issues ?? []) tell(issue.path.map(String).join('.'), issue.message);
  for (const path of futureBirths(sent, today)) tell(path, familyMessages['families.birthInFuture']());
  const sentences = Object.values(fields);
  if (sentences.length === 0) return null;
  return { code: 'invalidInput', message: sentences.length === 1 ? sentences[0]! : 'Certains champs sont à corriger.', fields, reference: null };
}
