import { addDays } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import type { Context } from '../../platform/procedures/services';
import type { Household } from './family-week';
import { saveChanges } from './save-changes';
import type { Outcome } from './save-changes';
import type { CellChange } from './schema';

/** Saves days of the week that begins on a Monday, as `saveChanges`: what staff do, and the demo. */
export const saveDays = (context: Context, household: Household, { monday, changes }: { readonly monday: LocalDate; readonly changes: readonly CellChange[] }, forceReason: string | null): Promise<Outcome> =>
  saveChanges(context, household, { from: monday, to: addDays(monday, 6) }, changes, forceReason);
