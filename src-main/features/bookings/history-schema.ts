import { z } from 'zod';
import type { LocalDate, LocalDateTime } from '../../kernel/local-date';
import { localDay } from './schema';
import type { BookingReceipt } from './schema';

export const historyRequest = z.strictObject({
  childId: z.int().positive().optional(),
  /** Any day of the month that the changed days are in. */
  month: localDay.optional(),
  /** The receipts before this one: the next page. */
  before: z.int().positive().optional(),
});
export type HistoryRequest = z.input<typeof historyRequest>;

export const receiptChoice = z.strictObject({ ids: z.array(z.int().positive()).min(1).max(10) });

export type ReceiptLine = Pick<BookingReceipt, 'action' | 'outcome' | 'priceCents'> & {
  readonly childId: number;
  readonly childName: string;
  readonly serviceLabel: string;
  readonly day: LocalDate;
};

/** One save, dated: who changed what, at what price. */
export interface Receipt {
  readonly id: number;
  readonly at: LocalDateTime;
  /** "vous", "l’autre responsable, Lucie ALAIN", "la mairie". */
  readonly by: string;
  readonly booked: number;
  readonly cancelled: number;
  readonly lines: readonly ReceiptLine[];
}

export interface History {
  readonly today: LocalDate;
  /** The children to choose from. */
  readonly children: readonly { readonly childId: number; readonly name: string }[];
  readonly receipts: readonly Receipt[];
  /** To ask for the next page; null on the last. */
  readonly before: number | null;
}
