import { z } from 'zod';
import { isLocalDate } from '../../../kernel/local-date';
import type { LocalDate } from '../../../kernel/local-date';

/** What inputs of billing share. */

export const id = z.int().positive();

export const day = z.string().refine(isLocalDate, 'Cette date n’existe pas.') as unknown as z.ZodType<LocalDate, string>;

/** Why staff do something out of the ordinary; told in the journal and, for credit notes, on paper. */
export const reason = z.string().max(200, 'Le motif compte 200 caractères au plus.')
  .transform((typed) => typed.replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(3, 'Indiquez le motif.'));

/** A page of a list. */
export const page = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50) };
