import { cents, formatEuros } from '../../kernel/money';
import { counted } from '../../kernel/text';
import type { Database } from '../../platform/database/database';
import type { LedgerFault } from './schema';

const euros = (value: number): string => formatEuros(cents(value));

/** SQL: every paper that moves money, with the entry that it should have. */
const PAPERS = `
  SELECT label, family_id AS familyId, entry_id AS entryId, kind, total_cents AS cents FROM invoices
  UNION ALL SELECT label, family_id, entry_id, 'payment', -cents FROM payments
  UNION ALL SELECT payment.label, payment.family_id, undone.entry_id, 'reversal', payment.cents
    FROM payment_reversals undone JOIN payments payment ON payment.id = undone.payment_id`;

/** Papers without their entry, entries without their paper, series with a gap. */
export async function checkPapers(db: Database): Promise<LedgerFault[]> {
  const [wrong, orphans, gaps] = await Promise.all([
    db.select<{ familyId: number; label: string; cents: number; entryCents: number | null }>(
      `SELECT paper.familyId, paper.label, paper.cents, entry.cents AS entryCents
       FROM (${PAPERS}) paper LEFT JOIN ledger_entries entry ON entry.id = paper.entryId
       WHERE CASE WHEN paper.cents = 0 THEN entry.id IS NOT NULL
         ELSE entry.id IS NULL OR entry.cents <> paper.cents OR entry.family_id <> paper.familyId OR entry.kind <> paper.kind END`,
    ),
    db.select<{ familyId: number; label: string; papers: number }>(
      `SELECT entry.family_id AS familyId, entry.label, count(paper.entryId) AS papers
       FROM ledger_entries entry LEFT JOIN (${PAPERS}) paper ON paper.entryId = entry.id
       WHERE entry.kind <> 'refund' GROUP BY entry.id HAVING count(paper.entryId) <> 1`,
    ),
    db.select<{ series: string; year: number; last: number; given: number; highest: number }>(
      `SELECT * FROM (SELECT series, year, last, count(number) AS given, coalesce(max(number), 0) AS highest
         FROM number_series LEFT JOIN (SELECT series, year, number FROM invoices UNION ALL SELECT series, year, number FROM payments) USING (series, year)
         GROUP BY series, year)
       WHERE given <> last OR highest <> last`,
    ),
  ]);
  return [
    ...wrong.map(({ familyId, label, cents: amount, entryCents }) => ({
      familyId, sentence: `« ${label} » (${euros(amount)}) ${entryCents === null ? 'n’a pas d’écriture' : `a une écriture qui ne lui correspond pas (${euros(entryCents)})`}.`,
    })),
    ...orphans.map(({ familyId, label, papers }) => ({
      familyId, sentence: `L’écriture « ${label} » ${papers === 0 ? 'ne vient d’aucune pièce' : `vient de ${counted(papers, 'pièce', 'pièces')}`}.`,
    })),
    ...gaps.map(({ series, year, last, given }) => ({
      familyId: null, sentence: `La série ${series}-${year} a donné ${counted(last, 'numéro', 'numéros')} pour ${counted(given, 'pièce', 'pièces')}.`,
    })),
  ];
}
