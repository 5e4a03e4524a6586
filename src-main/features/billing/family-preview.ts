import type { z } from 'zod';
import { notFound } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { localToday } from '../town/queries';
import { rulebookOf } from '../town-rules/rulebook-of';
import { draftBills } from './draft-bills';
import type { BillDraft } from './draft-bills';
import { dueDateOf, minimumOf } from './due-date';
import { earlierMonths } from './earlier-months';
import { whyNothing } from './issue-batch';
import { monthsOf } from './months';
import type { InvoicePaper } from './paper-schema';
import { payersOfFamilies } from './payers';
import type { FamilyOfPayers } from './payers';
import { previewLines } from './preview-lines';
import { runById } from './run-rows';
import type { RunRow } from './run-rows';
import type { FamilyPreview, runFamily } from './schema';
import { readSettings } from './settings';
import { frameOf, paperChildren, paperOf, sharesOf } from './sheet-frame';
import type { Frame } from './sheet-frame';
import { NUMBER_TO_COME } from './words';

type Reading = Pick<Context, 'db' | 'clock' | 'publicUrl'>;

/** The very papers that a run would issue for a family today. Throws AppError `notFound`, `billing.notInRun`. */
export async function familyPreview(context: Reading, { runId, familyId }: z.output<typeof runFamily>): Promise<FamilyPreview> {
  const { db } = context;
  const run = await runById(db, runId);
  const line = (await previewLines(context, run)).find((one) => one.familyId === familyId);
  if (!line) throw notFound('billing.notInRun');
  const { name, state, reason, flags } = line;
  if (state === 'issued' || run.state === 'issued' || run.state === 'abandoned') return { familyId, name, state, reason, flags, papers: await issuedPapers(context, run, familyId) };
  const earlier = await earlierMonths(db, run.period);
  const draft = (await draftBills(db, [familyId], { months: monthsOf(run.period), earlier, takesNewRules: run.takesNewRules })).get(familyId)!;
  const family = (await payersOfFamilies(db, [familyId])).get(familyId)!;
  const why = whyNothing(draft, family, minimumOf(await rulebookOf(db), run.period));
  const papers = why === null || family.payers.length > 0 ? await papersToCome(context, await frameOfRun(context, run), draft, family) : [];
  return { familyId, name, state, reason: reason || (why ?? ''), papers, flags };
}

/** As if the run were issued now: papers are dated by the day on which the issue begins. */
async function frameOfRun(context: Reading, run: RunRow): Promise<Frame> {
  if (run.state !== 'preparing') return frameOf(context, run);
  const issuedOn = await localToday(context);
  const { dueDays } = await readSettings(context.db);
  return frameOf(context, { period: run.period, issuedOn, dueOn: dueDateOf(await rulebookOf(context.db), run.period, issuedOn, dueDays) });
}

/** The papers of a draft, without their numbers. */
export async function papersToCome(context: Reading, frame: Frame, draft: BillDraft, family: FamilyOfPayers): Promise<InvoicePaper[]> {
  const children = await paperChildren(context, [family.familyId]);
  const bill = { family, lines: draft.lines, totalCents: draft.totalCents };
  return sharesOf(family, draft.totalCents).map((share) => paperOf(frame, bill, share, NUMBER_TO_COME, children));
}

async function issuedPapers({ db }: Reading, run: RunRow, familyId: number): Promise<InvoicePaper[]> {
  const rows = await db.select<{ paper: string }>(
    'SELECT invoice.paper FROM bills bill JOIN invoices invoice ON invoice.bill_id = bill.id WHERE bill.run_id = $runId AND bill.family_id = $familyId ORDER BY invoice.id', { runId: run.id, familyId });
  return rows.map(({ paper }) => JSON.parse(paper) as InvoicePaper);
}
