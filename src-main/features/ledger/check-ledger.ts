import type { Database } from '../../platform/database/database';
import { checkAccounts } from './check-accounts';
import { checkPapers } from './check-papers';
import type { LedgerFault } from './schema';

/**
 * Proves that money adds up: nothing allocated beyond its entry, balances = sum of entries = open
 * debits less open credits, every paper with exactly one entry of its amount, series without gap.
 * Gives what does not; nothing is ever expected. All in sums by SQL: the whole town in a few reads.
 */
export async function checkLedger(db: Database): Promise<LedgerFault[]> {
  return [...await checkAccounts(db), ...await checkPapers(db)];
}
