import type { RunOverview } from '../../../src-main/features/billing/schema';
import { localDate } from '../../../src-main/kernel/local-date';
import type { Instant } from '../../../src-main/kernel/local-date';

/** A month end of 121 families, being prepared unless told otherwise. */
export function buildRun(part: Partial<RunOverview> = {}): RunOverview {
  return {
    id: 3, version: 1, from: localDate('2026-10-01'), to: localDate('2026-10-31'), label: 'octobre 2026', state: 'preparing', isAtWork: false,
    issuedOn: localDate('2026-11-05'), dueOn: localDate('2026-12-05'), createdAt: '2026-11-05T09:01:00.000Z' as Instant, createdBy: 'Nadine Le Goff', finishedAt: null, warnings: [], takesNewRules: false,
    families: { total: 121, waiting: 118, held: 1, issued: 0, nothing: 2 }, invoices: 0, creditNotes: 0, totalCents: 0, firstLabel: null, lastLabel: null, elapsedSeconds: null, secondsLeft: null, fault: null,
    papers: { invoices: 0, printed: 0, toMail: 0, mailed: 0, mailFailed: 0, hasMailServer: true, toPost: 0, postBundleReady: false },
    ...part,
  };
}
