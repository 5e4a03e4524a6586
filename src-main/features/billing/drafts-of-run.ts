import type { Instant, LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import type { Context } from '../../platform/procedures/services';
import { windowOfFacts } from '../child-days/window-of-facts';
import type { Rulebook } from '../rulebook/schema';
import { rulebookOf } from '../town-rules/rulebook-of';
import { changesSince } from './changed-since';
import { draftBills } from './draft-bills';
import type { BillDraft } from './draft-bills';
import { earlierMonths } from './earlier-months';
import { firstDay, monthsOf } from './months';
import type { Month } from './months';
import { familiesOfPeriod } from './run-families';
import type { RunRow } from './run-rows';

/** What a preview keeps of a draft: its lines are thousands, and asked for one family at a time. */
export interface DraftSummary extends Omit<BillDraft, 'lines' | 'stamp'> {
  readonly lines: number;
  readonly isWeightless: boolean;
}

/** Drafts of a run as they were computed: by which rules, from when on changes must be looked at. */
interface Kept {
  readonly runId: number;
  readonly key: string;
  readonly at: Instant;
  readonly rulebook: Rulebook;
  readonly earlier: ReadonlyMap<number, readonly Month[]>;
  readonly drafts: Map<number, DraftSummary>;
}

const kept = new WeakMap<Database, Kept>();
const underWay = new WeakMap<Database, Promise<Kept>>();
/** Families computed at once: other requests are answered between two groups. */
const GROUP = 50;

const summaryOf = ({ lines, stamp: _, ...draft }: BillDraft): DraftSummary =>
  ({ ...draft, lines: lines.length, isWeightless: lines.every(({ totalCents }) => totalCents === 0) });

/**
 * What each family of a run owes. Kept until the rules, the calendar or the invoices change; of what
 * is recorded meanwhile, only the families concerned are priced again.
 */
export async function draftsOfRun(context: Pick<Context, 'db' | 'clock'>, run: RunRow): Promise<ReadonlyMap<number, DraftSummary>> {
  const { db } = context;
  const before = underWay.get(db);
  if (before) await before.catch(() => undefined); // its own caller is told
  const work = refresh(context, run);
  underWay.set(db, work);
  try {
    const found = await work;
    kept.set(db, found);
    return found.drafts;
  } finally {
    if (underWay.get(db) === work) underWay.delete(db);
  }
}

async function refresh({ db, clock }: Pick<Context, 'db' | 'clock'>, run: RunRow): Promise<Kept> {
  const at = clock.now();
  const rulebook = await rulebookOf(db);
  const bills = await db.selectOne<{ last: number | null }>('SELECT max(id) AS last FROM bills');
  const key = `${run.id} ${run.takesNewRules} ${bills?.last ?? 0}`;
  const known = kept.get(db);
  const earlier = await earlierMonths(db, run.period);
  const families = await familiesOfPeriod(db, run.period, earlier);
  if (known?.key === key && known.rulebook === rulebook) {
    const changes = await changesSince(db, known.at, windowOfFacts(rulebook, { from: firstOf(run, earlier), to: run.period.to }));
    if (changes.everyone === null) {
      const again = families.filter((id) => changes.byFamily.has(id) || !known.drafts.has(id) || String(earlier.get(id)) !== String(known.earlier.get(id)));
      const drafts = new Map(families.flatMap((id): [number, DraftSummary][] => (known.drafts.has(id) ? [[id, known.drafts.get(id)!]] : [])));
      await compute(db, run, again, earlier, drafts);
      return { ...known, at, earlier, drafts };
    }
  }
  const drafts = new Map<number, DraftSummary>();
  await compute(db, run, families, earlier, drafts);
  return { runId: run.id, key, at, rulebook, earlier, drafts };
}

/** The first day that a draft may look at. */
function firstOf({ period }: RunRow, earlier: ReadonlyMap<number, readonly Month[]>): LocalDate {
  const first = [...earlier.values()].flat().sort()[0];
  return first === undefined || firstDay(first) > period.from ? period.from : firstDay(first);
}

async function compute(db: Database, run: RunRow, ids: readonly number[], earlier: ReadonlyMap<number, readonly Month[]>, into: Map<number, DraftSummary>): Promise<void> {
  for (let start = 0; start < ids.length; start += GROUP) {
    const found = await draftBills(db, ids.slice(start, start + GROUP), { months: monthsOf(run.period), earlier, takesNewRules: run.takesNewRules });
    for (const [id, draft] of found) into.set(id, summaryOf(draft));
  }
}
