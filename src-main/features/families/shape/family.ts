import { z } from 'zod';
import { requiredDay, wordId } from './typed';

export const FUNDS = ['', 'CAF', 'MSA', 'autre'] as const;

/** Facts ticked by staff, of a family or of a child. */
export const flags = z.array(z.strictObject({ id: wordId, from: requiredDay.optional(), to: requiredDay.optional() })).max(40);
