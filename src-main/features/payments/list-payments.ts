import type { z } from 'zod';
import { registerName } from '../../kernel/text';
import type { Bindings, Database } from '../../platform/database/database';
import { searchWords } from '../families/search-text';
import { MEANS, meansInWords } from './means';
import type { Means } from './means';
import type { listInput } from './shape/inputs';
import type { PaymentLine, PaymentList } from './shape/answers';

type Filter = z.output<typeof listInput>;
/** A payment as it is read; `lineOf` words it. */
export interface PaymentRead extends Omit<PaymentLine, 'meansLabel' | 'reversed' | 'payerName'> {
  readonly reversed: number;
  readonly reference: string;
  readonly bank: string;
  readonly lastName: string | null;
  readonly firstName: string | null;
}


/** Where lines of payments are read from. */
export const PAYMENT_FROM = `FROM payments payment JOIN families family ON family.id = payment.family_id
  LEFT JOIN persons person ON person.id = payment.payer_id LEFT JOIN payment_reversals undone ON undone.payment_id = payment.id`;

/** Columns of `PaymentRead`. */
export const PAYMENT_COLUMNS = `payment.id, payment.label, payment.family_id AS familyId, family.name AS familyName,
  person.last_name AS lastName, person.first_name AS firstName, payment.means, payment.cents, payment.received_on AS receivedOn,
  payment.reference, payment.bank, payment.at, payment.by_name AS byName, undone.payment_id IS NOT NULL AS reversed`;

/** A page of payments, the newest first, with the totals of all that match. */
export async function listPayments(db: Database, filter: Filter): Promise<PaymentList> {
  const { where, bind } = matching(filter);
  const [rows, sums] = await Promise.all([
    db.select<PaymentRead>(`SELECT ${PAYMENT_COLUMNS} ${PAYMENT_FROM} ${where} ORDER BY payment.id DESC LIMIT $limit OFFSET $offset`, { ...bind, limit: filter.limit, offset: filter.offset }),
    db.select<{ means: Means; reversed: number; count: number; cents: number }>(
      `SELECT payment.means, undone.payment_id IS NOT NULL AS reversed, count(*) AS count, sum(payment.cents) AS cents ${PAYMENT_FROM} ${where} GROUP BY 1, 2`, bind,
    ),
  ]);
  const kept = sums.filter(({ reversed }) => reversed === 0).sort((left, right) => MEANS.indexOf(left.means) - MEANS.indexOf(right.means));
  const undone = sums.filter(({ reversed }) => reversed === 1);
  return {
    total: count(sums),
    lines: rows.map(lineOf),
    totals: kept.map(({ means, count: many, cents }) => ({ means, count: many, cents })),
    cents: amount(kept),
    reversed: { count: count(undone), cents: amount(undone) },
  };
}

/** A payment on one line. */
export const lineOf = ({ id, label, familyId, familyName, lastName, firstName, means, reference, bank, cents, receivedOn, at, byName, reversed }: PaymentRead): PaymentLine => ({
  id, label, familyId, familyName, payerName: registerName(lastName ?? '', firstName ?? ''), means, meansLabel: meansInWords({ means, reference, bank }),
  cents, receivedOn, at, byName, reversed: reversed === 1,
});

const count = (sums: readonly { readonly count: number }[]): number => sums.reduce((total, one) => total + one.count, 0);
const amount = (sums: readonly { readonly cents: number }[]): number => sums.reduce((total, one) => total + one.cents, 0);

function matching({ text, familyId, from, to, means }: Filter): { readonly where: string; readonly bind: Bindings } {
  const words = searchWords(text);
  const number = text.trim();
  const named = words.map((_, index) => `instr(family.search_text, $word${index}) > 0`).join(' AND ');
  const conditions = ['TRUE'];
  if (words.length > 0) conditions.push(`((${named}) OR payment.label LIKE '%' || $number || '%' OR payment.reference = $number)`);
  if (familyId) conditions.push('payment.family_id = $familyId');
  if (from) conditions.push('payment.received_on >= $from');
  if (to) conditions.push('payment.received_on <= $to');
  if (means) conditions.push('payment.means = $means');
  return {
    where: `WHERE ${conditions.join(' AND ')}`,
    bind: {
      number, ...Object.fromEntries(words.map((word, index) => [`word${index}`, word])),
      ...(familyId && { familyId }), ...(from && { from }), ...(to && { to }), ...(means && { means }),
    },
  };
}
