import { z } from 'zod';
import { parseTypedDate } from '../../../kernel/french-dates';
import { isLocalDate } from '../../../kernel/local-date';
import type { LocalDate } from '../../../kernel/local-date';

/** What staff type, brought to the form that is kept. */

const NO_SUCH_DAY = 'Cette date n’existe pas. Écrivez-la ainsi : 12/10/2023.';

/** What stands in the field of a day; null and nothing are the same. */
const dayField = z.string().trim().max(20).nullable().transform((typed) => typed ?? '');

/** An optional day typed "12/10/2023" or ISO; nothing typed gives null. */
export const optionalDay = dayField.transform((typed, context): LocalDate | null => {
  if (typed === '') return null;
  const day = parseTypedDate(typed);
  if (day !== null && isLocalDate(day)) return day;
  context.addIssue({ code: 'custom', message: NO_SUCH_DAY });
  return z.NEVER;
});

/** A day typed "12/10/2023" or ISO. */
export const requiredDay = dayField.transform((typed, context): LocalDate => {
  const day = parseTypedDate(typed);
  if (day !== null && isLocalDate(day)) return day;
  context.addIssue({ code: 'custom', message: typed === '' ? 'Indiquez une date.' : NO_SUCH_DAY });
  return z.NEVER;
});

/** Free text on one line: spaces folded. */
export const line = (longest: number) =>
  z.string().max(longest).transform((typed) => typed.replace(/\s+/g, ' ').trim());

export const lastName = line(80).pipe(z.string().min(1, 'Indiquez le nom.'));
export const firstName = line(80).pipe(z.string().min(1, 'Indiquez le prénom.'));
export const notes = z.string().trim().max(2000);

export const email = z.union([z.literal(''), z.string().trim().toLowerCase().pipe(z.email().max(120))], {
  error: 'Cette adresse e-mail est incomplète, par exemple : prenom.nom@exemple.fr.',
});

export const postcode = z.string().trim().regex(/^(\d{5})?$/, 'Le code postal a cinq chiffres, par exemple 22300.');

/** A phone number: a French one is kept in pairs ("02 96 12 34 56"), others as typed. */
export const phone = z
  .string()
  .trim()
  .regex(/^(\+?[\d\s.()/-]{6,30})?$/, 'Indiquez un numéro de téléphone, par exemple 02 96 12 34 56.')
  .transform(inPairs);

function inPairs(typed: string): string {
  const digits = typed.replace(/\D/g, '').replace(/^(00)?33(?=[1-9]\d{8}$)/, '0');
  return /^0\d{9}$/.test(digits) ? digits.replace(/(\d{2})(?=\d)/g, '$1 ') : typed;
}

/** Code of a word of the rulebook (zone, flag, category). */
export const wordId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'Choisissez une valeur de la liste.');
