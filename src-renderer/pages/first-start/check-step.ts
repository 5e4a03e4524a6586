import type { z } from 'zod';
import { wordInputIssue } from '../../../src-main/kernel/french-issue';
import type { Refusal } from '../../../src-main/kernel/errors';
import { foundInput } from '../../../src-main/features/accounts/schema';

/** Holds one step of the first start against the host's own shape, so that errors are told at once. */
export function checkStep(step: 'town' | 'admin', values: unknown): Refusal | null {
  const shape: z.ZodType = foundInput.shape[step];
  const parsed = shape.safeParse(values, { error: wordInputIssue });
  if (parsed.success) return null;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[[step, ...issue.path].map(String).join('.')] ??= issue.message;
  const [sentence, ...others] = Object.values(fields);
  return { code: 'invalidInput', message: others.length === 0 && sentence ? sentence : 'Certains champs sont à corriger.', fields, reference: null };
}
