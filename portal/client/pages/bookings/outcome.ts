import type { CellChange } from '../../../../src-main/features/bookings/schema';

/** What saving came to. */
export interface Outcome {
  readonly tone: 'success' | 'info' | 'danger';
  readonly sentence: string;
  /** Nobody answered: to be sent again when the network is back. */
  readonly unanswered?: boolean;
  /** What was saved, to print; with Valider. */
  readonly receiptIds?: readonly number[];
  /** What takes it back; where ticks are saved at once. */
  readonly undo?: readonly CellChange[];
}
