import { counted } from '../../kernel/text';
import type { Database } from '../../platform/database/database';
import { checkLedger } from '../ledger/check-ledger';
import type { AccountsCheck, BillingFault } from './schema';
import { euros } from './words';

/**
 * Proves that lines = bills = invoices = papers, and that what is taken back is taken back whole.
 * (That invoices = entries of the ledger, and that numbers have no gap, `checkLedger` proves.)
 * Gives what does not add up; nothing is ever expected.
 */
export async function checkBilling(db: Database): Promise<BillingFault[]> {
  const [lines, shares, papers, reversed] = await Promise.all([
    db.select<{ familyId: number; id: number; cents: number; sum: number }>(
      `SELECT bill.family_id AS familyId, bill.id, bill.total_cents AS cents, coalesce(sum(line.total_cents), 0) AS sum
       FROM bills bill LEFT JOIN bill_lines line ON line.bill_id = bill.id GROUP BY bill.id HAVING cents <> sum`,
    ),
    db.select<{ familyId: number; id: number; cents: number; sum: number }>(
      `SELECT bill.family_id AS familyId, bill.id, bill.total_cents AS cents, coalesce(sum(invoice.total_cents), 0) AS sum
       FROM bills bill LEFT JOIN invoices invoice ON invoice.bill_id = bill.id GROUP BY bill.id HAVING cents <> sum`,
    ),
    db.select<{ familyId: number; label: string; cents: number; said: number }>(
      `SELECT family_id AS familyId, label, total_cents AS cents, paper ->> '$.totalCents' AS said FROM invoices
       WHERE said <> total_cents OR paper ->> '$.label' <> label OR paper ->> '$.family.id' <> family_id`,
    ),
    db.select<{ familyId: number; label: string }>(
      `SELECT invoice.family_id AS familyId, invoice.label FROM bills reversing JOIN bills bill ON bill.id = reversing.reverses_id
       JOIN invoices invoice ON invoice.bill_id = bill.id
       LEFT JOIN invoices credit ON credit.cancels_id = invoice.id AND credit.bill_id = reversing.id AND credit.total_cents = -invoice.total_cents
       WHERE credit.id IS NULL OR reversing.total_cents <> -bill.total_cents`,
    ),
  ]);
  return [
    ...lines.map(({ familyId, id, cents, sum }) => ({ familyId, sentence: `Le décompte n°\u00a0${id} (${euros(cents)}) diffère de la somme de ses lignes (${euros(sum)}).` })),
    ...shares.map(({ familyId, id, cents, sum }) => ({ familyId, sentence: `Le décompte n°\u00a0${id} (${euros(cents)}) diffère de la somme de ses factures (${euros(sum)}).` })),
    ...papers.map(({ familyId, label, cents, said }) => ({ familyId, sentence: `La facture ${label} (${euros(cents)}) ne dit pas son montant (${euros(said)}).` })),
    ...reversed.map(({ familyId, label }) => ({ familyId, sentence: `La facture ${label} n’est pas annulée en entier.` })),
  ];
}

/** "Vérifier les comptes": everything that staff can be told of money, at once. */
export async function checkAccounts(db: Database): Promise<AccountsCheck> {
  const faults = [...await checkBilling(db), ...await checkLedger(db)];
  const sums = await db.selectOne<{ invoices: number; families: number; cents: number }>(
    "SELECT count(*) AS invoices, count(DISTINCT family_id) AS families, coalesce(sum(total_cents), 0) AS cents FROM invoices");
  const { invoices, families, cents } = sums!;
  const counts = `${counted(invoices, 'facture ou avoir', 'factures et avoirs')}, ${counted(families, 'famille', 'familles')}, ${euros(cents)}`;
  return { faults, sentence: faults.length === 0 ? `${counts}\u00a0: tout concorde.` : `${counts}\u00a0: ${counted(faults.length, 'écart trouvé', 'écarts trouvés')}.` };
}
