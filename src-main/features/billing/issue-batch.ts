import type { Context } from '../../platform/procedures/services';
import { rulebookOf } from '../town-rules/rulebook-of';
import { draftBills } from './draft-bills';
import type { BillDraft } from './draft-bills';
import { minimumOf } from './due-date';
import { issueBills } from './issue-bills';
import type { NewBill } from './issue-bills';
import { monthsOf } from './months';
import type { Month } from './months';
import { payersOfFamilies } from './payers';
import type { FamilyOfPayers } from './payers';
import type { RunRow } from './run-rows';
import { runById } from './run-rows';
import type { RunWork } from './run-work';
import { frameOf } from './sheet-frame';
import { euros } from './words';

/** Families of one transaction: few enough that other writes wait less than 0.2 s. */
const BATCH = 50;

/** Why a family gets no invoice: '' when it simply owes nothing; else its amounts are kept for later. Null: it gets one. */
export function whyNothing(draft: BillDraft, family: FamilyOfPayers, minimumCents: number): string | null {
  if (draft.lines.length === 0 || draft.lines.every(({ totalCents }) => totalCents === 0)) return '';
  if (draft.totalCents === 0) return 'Les montants se compensent\u00a0: rien à facturer cette fois.';
  if (family.payers.length === 0) return 'Personne à qui adresser la facture\u00a0: indiquez qui paie, puis facturez à nouveau.';
  if (draft.totalCents > 0 && draft.totalCents < minimumCents) {
    return `${euros(draft.totalCents)}, moins que le minimum de ${euros(minimumCents)}\u00a0: reporté à la prochaine facturation.`;
  }
  return null;
}

/** Issues the next families of a run in one transaction, by name. Gives how many were done; 0: none is left. */
export function issueBatch(context: Context, { runId, startedAt }: Pick<RunWork, 'runId' | 'startedAt'>, earlier: ReadonlyMap<number, readonly Month[]>): Promise<number> {
  return context.db.write(async () => {
    const { db } = context;
    const run = await runById(db, runId);
    const next = await db.select<{ id: number }>(
      `SELECT family.id FROM run_families row JOIN families family ON family.id = row.family_id
       WHERE row.run_id = $runId AND row.state = 'waiting' ORDER BY family.name, family.id LIMIT ${BATCH}`,
      { runId },
    );
    if (run.state !== 'issuing' || next.length === 0) return 0;
    const ids = next.map(({ id }) => id);
    const { bills, nothing } = await billsOf(context, run, ids, earlier);
    await issueBills(context, bills, await frameOf(context, run));
    await finish(db, { runId, startedAt }, bills.map(({ family }) => ({ id: family.familyId, state: 'issued', reason: '' })));
    await finish(db, { runId, startedAt }, nothing);
    return ids.length;
  });
}

interface Done {
  readonly id: number;
  readonly state: 'issued' | 'nothing';
  readonly reason: string;
}

async function billsOf({ db }: Context, run: RunRow, ids: readonly number[], earlier: ReadonlyMap<number, readonly Month[]>): Promise<{ bills: NewBill[]; nothing: Done[] }> {
  const drafts = await draftBills(db, ids, { months: monthsOf(run.period), earlier, takesNewRules: run.takesNewRules });
  const payers = await payersOfFamilies(db, ids);
  const minimum = minimumOf(await rulebookOf(db), run.period);
  const bills: NewBill[] = [];
  const nothing: Done[] = [];
  for (const id of ids) {
    const draft = drafts.get(id)!;
    const family = payers.get(id)!;
    const reason = whyNothing(draft, family, minimum);
    if (reason !== null) nothing.push({ id, state: 'nothing', reason });
    else bills.push({ family, lines: draft.lines, totalCents: draft.totalCents, runId: run.id, stamp: draft.stamp, period: run.period });
  }
  return { bills, nothing };
}

/** Done as of the beginning of the issue: what is recorded while it goes on is looked at again next time. */
async function finish(db: Context['db'], { runId, startedAt }: Pick<RunWork, 'runId' | 'startedAt'>, done: readonly Done[]): Promise<void> {
  if (done.length === 0) return;
  await db.run(
    // Found by their key: a join would look at the whole run for each of them.
    `UPDATE run_families SET state = json_extract($done, '$."' || family_id || '".state'), reason = json_extract($done, '$."' || family_id || '".reason'), done_at = $startedAt
     WHERE run_id = $runId AND family_id IN (SELECT CAST(key AS INTEGER) FROM json_each($done))`,
    { runId, done: JSON.stringify(Object.fromEntries(done.map(({ id, ...outcome }) => [id, outcome]))), startedAt },
  );
}
