import { addDays, addMonths, firstOfMonth, lastOfMonth, makeDate } from '../kernel/local-date';
import type { LocalDate } from '../kernel/local-date';
import type { StaffActor } from '../kernel/actor';
import { issueRun } from '../features/billing/issue-run';
import { saveByPost, saveShares } from '../features/billing/family-payers';
import { startRun } from '../features/billing/start-run';
import type { Settlement } from './settle-families';
import type { Stage } from './stage';

/** The secretary invoices on the third, once the roll calls of the month are gone over. */
const DAY_OF_ISSUE = 2;
const BY_POST = 3;
/** Families of the guides: one payer, as the guides show them. */
const GUIDES: readonly string[] = ['alain', 'baconnais'];

/** The month that is invoiced on the day on which the town is looked at; null in the first days of a school year. */
export function invoicedMonth(stage: Stage): { readonly from: LocalDate; readonly to: LocalDate; readonly issuedOn: LocalDate } | null {
  const current = firstOfMonth(addDays(stage.today, -1));
  const from = addMonths(current, -1);
  return from < makeDate(stage.schoolYear, 9, 1) ? null : { from, to: lastOfMonth(from), issuedOn: addDays(current, DAY_OF_ISSUE) };
}

/** Plans the invoices of last month: two parents who share theirs, some families by post, the others by mail. */
export function planInvoices(stage: Stage, { families }: Settlement, secretary: StaffActor): void {
  const month = invoicedMonth(stage);
  if (!month) return;
  const { from, to, issuedOn } = month;
  stage.plan(issuedOn, '09:10', async () => {
    const context = stage.as(secretary);
    const sharing = [...families.values()].find(({ guardianIds, plan }) => guardianIds.length === 2 && !GUIDES.includes(plan.key));
    if (sharing) {
      const [first, second] = sharing.guardianIds as [number, number];
      await saveShares(context, { familyId: sharing.familyId, shares: [{ personId: first, percent: 60 }, { personId: second, percent: 40 }] });
    }
    for (const { familyId } of [...families.values()].slice(-BY_POST)) await saveByPost(context, { familyId, byPost: true });
  });
  stage.plan(issuedOn, '10:15', async () => {
    const context = stage.as(secretary);
    const { runId } = await startRun(context, { from, to });
    await issueRun(context, runId);
  });
}
