import { z } from 'zod';
import { requiredDay, wordId } from './typed';

/** Facts ticked by staff on a family or a child, with optional dates (both included). */
export const flags = z.array(z.strictObject({ id: wordId, from: requiredDay.optional(), to: requiredDay.optional() })).max(40);
