import type { LocationQuery } from 'vue-router';
import { INVOICE_STATES } from '../../../src-main/features/billing/schema';
import type { InvoiceState } from '../../../src-main/features/billing/schema';

export interface InvoiceFilter {
  readonly text: string;
  readonly state: InvoiceState | 'all';
  /** The month end that issued it. */
  readonly runId: number | null;
}

/** Reads `?q=alain&etat=overdue&facturation=3`; what makes no sense is left out. */
export function invoiceFilterOf({ q, etat, facturation }: LocationQuery): InvoiceFilter {
  return {
    text: typeof q === 'string' ? q.slice(0, 100) : '',
    state: INVOICE_STATES.find((state) => state === etat) ?? 'all',
    runId: typeof facturation === 'string' && /^[1-9]\d{0,8}$/.test(facturation) ? Number(facturation) : null,
  };
}

/** The address of a filter, without what is not chosen. */
export function writeInvoiceFilter({ text, state, runId }: InvoiceFilter): Record<string, string> {
  return { ...(text && { q: text }), ...(state !== 'all' && { etat: state }), ...(runId !== null && { facturation: String(runId) }) };
}
