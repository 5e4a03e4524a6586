import type { Context } from '../../platform/procedures/services';
import { AppError } from '../../kernel/errors';
import { accountOf } from '../ledger/account';
import { localToday } from '../town/queries';
import { meansInWords } from './means';
import type { Means } from './means';
import type { FamilyAccountPage } from './shape/answers';

interface PaperRow {
  readonly entryId: number;
  readonly invoiceId: number | null;
  readonly paymentId: number | null;
  readonly means: Means | null;
  readonly reference: string | null;
  readonly bank: string | null;
  readonly reason: string | null;
  readonly reversed: number;
}

/** A family's account, the newest entry first, each with the paper that tells it. Throws AppError `families.unknown`. */
export async function familyAccount({ db, clock }: Pick<Context, 'db' | 'clock'>, familyId: number): Promise<FamilyAccountPage> {
  const family = await db.selectOne('SELECT id FROM families WHERE id = $familyId', { familyId });
  if (!family) throw new AppError('families.unknown', {}, 'notFound');
  const today = await localToday({ db, clock });
  const [account, rows] = await Promise.all([
    accountOf(db, familyId, today),
    db.select<PaperRow>(
      `SELECT entry.id AS entryId, invoice.id AS invoiceId, coalesce(payment.id, undone.payment_id) AS paymentId, payment.means, payment.reference, payment.bank, undone.reason,
         payment.id IN (SELECT payment_id FROM payment_reversals) AS reversed
       FROM ledger_entries entry LEFT JOIN invoices invoice ON invoice.entry_id = entry.id LEFT JOIN payments payment ON payment.entry_id = entry.id
       LEFT JOIN payment_reversals undone ON undone.entry_id = entry.id WHERE entry.family_id = $familyId`,
      { familyId },
    ),
  ]);
  const papers = new Map(rows.map((row) => [row.entryId, row]));
  return {
    familyId, balanceCents: account.balanceCents, overdueCents: account.overdueCents,
    lines: account.entries.toReversed().map(({ id, kind, label, onDay, dueOn, cents, openCents, balanceCents }) => {
      const paper = papers.get(id);
      return {
        entryId: id, kind, label, onDay, dueOn, cents, openCents, balanceCents,
        overdue: cents > 0 && openCents > 0 && dueOn !== null && dueOn < today,
        invoiceId: paper?.invoiceId ?? null,
        paymentId: paper?.paymentId ?? null,
        words: paper?.reason ?? (paper?.means ? meansInWords({ means: paper.means, reference: paper.reference ?? '', bank: paper.bank ?? '' }) : ''),
        reversed: paper?.reversed === 1,
      };
    }),
  };
}
