import type { StaffActor } from '../kernel/actor';
import { issueRun } from '../features/billing/issue-run';
import { saveByPost, saveShares } from '../features/billing/family-payers';
import { startRun } from '../features/billing/start-run';
import { demoMonths } from './demo-months';
import type { Settlement } from './settle-families';
import type { Stage } from './stage';

const BY_POST = 3;
/** Families of the guides: one payer, as the guides show them. */
const GUIDES: readonly string[] = ['alain', 'baconnais'];

/** Plans the invoices of the month that has them: two parents who share theirs, some families by post, the others by mail. */
export function planInvoices(stage: Stage, { families }: Settlement, secretary: StaffActor): void {
  const { invoiced } = demoMonths(stage.today, stage.schoolYear);
  if (!invoiced) return;
  const { from, to, issuedOn } = invoiced;
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
