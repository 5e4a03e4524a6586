import type { FamilyDue, Means, RecordInput } from '../../../src-main/features/payments/schema';

/** A payment as it is typed. */
export interface PaymentForm {
  means: Means;
  cents: number | null;
  payerId: number | null;
  receivedOn: string | null;
  reference: string;
  bank: string;
  note: string;
  /** True once staff say themselves what is settled. */
  isChosen: boolean;
  /** One for each debit, in their order: what of it is settled. */
  parts: { entryId: number; cents: number | null }[];
}

/** What is proposed: all that is due, today, by the payer of what is due first. */
export const emptyPayment = (due: FamilyDue, means: Means): PaymentForm => ({
  means,
  cents: due.owedCents > 0 ? due.owedCents : null,
  payerId: due.usualPayerId,
  receivedOn: due.today,
  reference: '', bank: '', note: '',
  isChosen: false,
  parts: due.debits.map(({ entryId }) => ({ entryId, cents: null })),
});

/** What is sent; an unreadable amount goes as it is no number, and is refused at its field. */
export function toSend(familyId: number, form: PaymentForm, requestKey: string, acceptOverpayment: boolean): RecordInput {
  const isNamed = form.means === 'cheque' || form.means === 'transfer';
  return {
    familyId, requestKey, acceptOverpayment,
    means: form.means, cents: form.cents ?? Number.NaN, payerId: form.payerId, receivedOn: form.receivedOn ?? '',
    reference: isNamed ? form.reference : '', bank: form.means === 'cheque' ? form.bank : '', note: form.note,
    chosen: form.isChosen ? form.parts.filter(({ cents }) => cents !== null && cents !== 0).map(({ entryId, cents }) => ({ entryId, cents: cents ?? Number.NaN })) : [],
  };
}

/** A key of its own for each payment that is typed; made without `randomUUID`, which wants HTTPS. */
export function newRequestKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
