import type { LocationQuery } from 'vue-router';
import { MEANS } from '../../../src-main/features/payments/schema';
import type { Means } from '../../../src-main/features/payments/schema';
import { isLocalDate } from '../../../src-main/kernel/local-date';
import type { LocalDate } from '../../../src-main/kernel/local-date';

export type PaymentsView = 'desk' | 'list' | 'unpaid';

/** Where one stands in the room of payments: it can be left, found again and linked to. */
export interface PaymentsAddress {
  readonly view: PaymentsView;
  readonly familyId: number | null;
  /** The payment shown in the side panel. */
  readonly paymentId: number | null;
  readonly text: string;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly means: Means | null;
}

const VIEWS: Readonly<Record<string, PaymentsView>> = { liste: 'list', impayes: 'unpaid' };
const number = (value: unknown): number | null => (typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : null);
const day = (value: unknown): LocalDate | null => (typeof value === 'string' && isLocalDate(value) ? value : null);

/** Reads `?vue=liste&q=alain&du=2026-11-01&mode=cheque`; what makes no sense is left out. */
export const paymentsAddressOf = ({ vue, famille, reglement, q, du, au, mode }: LocationQuery): PaymentsAddress => ({
  view: (typeof vue === 'string' && VIEWS[vue]) || 'desk',
  familyId: number(famille),
  paymentId: number(reglement),
  text: typeof q === 'string' ? q.slice(0, 120) : '',
  from: day(du),
  to: day(au),
  means: MEANS.find((means) => means === mode) ?? null,
});

/** The address without what is not chosen. */
export function writePaymentsAddress({ view, familyId, paymentId, text, from, to, means }: PaymentsAddress): Record<string, string> {
  return {
    ...(view !== 'desk' && { vue: view === 'list' ? 'liste' : 'impayes' }), ...(familyId !== null && { famille: String(familyId) }), ...(paymentId !== null && { reglement: String(paymentId) }),
    ...(text && { q: text }), ...(from && { du: from }), ...(to && { au: to }), ...(means && { mode: means }),
  };
}
