/** The shapes of billing: what staff and parents ask, and what the pages read. */
export * from './shape/run';
export * from './shape/invoices';
export * from './shape/settings';
export type { InvoicePaper, PaperRow } from './paper-schema';
