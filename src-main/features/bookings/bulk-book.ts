import { toLocal } from '../../kernel/local-date';
import { counted } from '../../kernel/text';
import type { Context } from '../../platform/procedures/services';
import { judgeBulk } from './bulk-plan';
import type { BulkInput, BulkPlan, BulkResult } from './bulk-schema';
import type { Household } from './family-week';
import { savedSentence } from './save-changes';
import { keepChanges } from './save-days';

/** What a bulk booking would do now. Nothing is saved. Throws AppError `bookings.notYours`. */
export const previewBulk = async (context: Context, household: Household, input: BulkInput): Promise<BulkPlan> => (await judgeBulk(context, household, input)).plan;

/**
 * Books many days in one transaction: what the rules allow at that moment is saved, the rest is told
 * with its reason. Asked twice, the second changes nothing. Throws AppError `bookings.notYours`.
 */
export function bookBulk(context: Context, household: Household, input: BulkInput): Promise<BulkResult> {
  return context.db.write(async () => {
    const { loaded, accepted, plan } = await judgeBulk(context, household, input);
    const receiptIds = await keepChanges(context, loaded, accepted, null);
    return { ...plan, at: toLocal(loaded.at, loaded.days.timeZone), sentence: sentenceOf(plan), receiptIds };
  });
}

function sentenceOf({ booked, cancelled, refused }: BulkPlan): string {
  if (booked + cancelled === 0 && refused > 0) return 'Rien n’a pu être enregistré : le détail dit pourquoi.';
  const rest = refused === 0 ? '' : ` ${counted(refused, 'jour demandé n’a pas pu l’être', 'jours demandés n’ont pas pu l’être')}.`;
  return `${savedSentence(booked, cancelled)}${rest}`;
}
