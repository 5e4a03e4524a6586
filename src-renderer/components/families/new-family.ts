import type { z } from 'zod';
import { createFamilyInput } from '../../../src-main/features/families/schema';
import type { CreateFamilyInput } from '../../../src-main/features/families/schema';
import type { Refusal } from '../../../src-main/kernel/errors';
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

export const emptyFamily = (fromOn: string | null): NewFamily => ({
  guardians: [emptyAdult()], children: [emptyChild()], zone: '', fund: '', fundNumber: '', notes: '',
  quotient: { value: '', fromOn, provedOn: null, proof: '' },
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

/** Holds one step against the host's own shape, so that errors are told before the next one. */
export function checkStep(step: number, values: NewFamily): Refusal | null {
  const shape: z.ZodType = createFamilyInput;
  const parsed = shape.safeParse(toSend(values), { error: () => 'Ce champ est à corriger.' });
  if (parsed.success) return null;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const path = issue.path.map(String).join('.');
    if (stepOf(path) === step) fields[path] ??= issue.message;
  }
  const sentences = Object.values(fields);
  if (sentences.length === 0) return null;
  return { code: 'invalidInput', message: sentences.length === 1 ? sentences[0]! : 'Certains champs sont à corriger.', fields, reference: null };
}
