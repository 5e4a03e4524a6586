import { secondsBetween } from '../../platform/clock';
import type { Services } from '../../platform/procedures/services';
import { papersWanted, printStateOf } from '../papers/print-signal';

/** How far the printing is, of one month end or of all. */
export interface PrintProgress {
  readonly printed: number;
  readonly total: number;
  readonly isAtWork: boolean;
  /** True after "Arrêter": nothing is printed until staff ask to go on. */
  readonly isStopped: boolean;
  /** By the pace so far; null when not known. */
  readonly secondsLeft: number | null;
  /** Why it waits, as a French sentence; it is tried again by itself every minute. */
  readonly fault: string | null;
  /** Numbers of papers that could not be printed in the last round. */
  readonly failed: readonly string[];
}

type Lent = Pick<Services, 'db' | 'clock'>;

/** With null: of everything issued. */
export async function printProgress({ db, clock }: Lent, runId: number | null): Promise<PrintProgress> {
  const counts = (await db.selectOne<{ printed: number; total: number }>(
    `SELECT count(*) AS total, count(paper.id) AS printed
     FROM invoices invoice JOIN bills bill ON bill.id = invoice.bill_id LEFT JOIN papers paper ON paper.kind = 'invoice' AND paper.subject_id = invoice.id
     WHERE $runId IS NULL OR bill.run_id = $runId`,
    { runId },
  ))!;
  const { startedAt, toDo, done, isStopped, fault, failed } = printStateOf(db);
  const elapsed = startedAt === null ? 0 : secondsBetween(startedAt, clock.now());
  return {
    ...counts, isStopped, fault, failed,
    isAtWork: startedAt !== null,
    secondsLeft: done > 0 && elapsed > 0 ? Math.ceil((elapsed / done) * Math.max(0, toDo - done)) : null,
  };
}

/** Stops after the batch under way; what is printed stays. */
export function stopPrinting({ db }: Pick<Services, 'db'>): void {
  printStateOf(db).isStopped = true;
}

/** Goes on, or tries again at once what stood in the way. */
export function goOnPrinting({ db }: Pick<Services, 'db'>): void {
  Object.assign(printStateOf(db), { isStopped: false, fault: null });
  papersWanted(db);
}
