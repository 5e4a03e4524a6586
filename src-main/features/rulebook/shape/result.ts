import type { LocalDate, LocalDateTime } from '../../../kernel/local-date';
import type { Action, Outcome } from './deadlines';

/** What `evaluate` answers (spec §8, `preau-result/1`). Amounts are integer cents. */

export type LineKind = 'unit' | 'bundle' | 'charge' | 'aid';

export interface Line {
  kind: LineKind;
  /** Of a charge: fee, membership, subscription or penalty. Of an aid: its payer. */
  nature?: string;
  day: LocalDate;
  child: string | null;
  family: string;
  service: string | null;
  unit: string;
  quantity: number;
  /** `null`: the council has not fixed this price; the line's total is then 0. */
  unitPriceCents: number | null;
  totalCents: number;
  /** Row that made the line; of an absence that is charged, the absence row. */
  rule?: string;
  /** Of an absence that is charged, the price row. */
  priceRule?: string;
  /** Of a bundle that carries over: what is left of the booklet. */
  remaining?: number;
  /** French sentences, one a step. */
  explanation: string[];
}

export interface Decision {
  /** The event's id, or its place in the list. */
  event: string | number;
  action: Action | 'unbooked';
  child: string;
  service: string;
  day: LocalDate;
  at?: LocalDateTime;
  outcome: Outcome;
  /** Last instant; absent when there is none or it is not known. */
  limit?: LocalDateTime;
  sentence: string;
  priceCents?: number | null;
}

export type CartState = 'pending' | 'firm' | 'released' | 'credited';

export interface Result {
  format: 'preau-result/1';
  lines: Line[];
  decisions: Decision[];
  carts: { cart: string; state: CartState }[];
  totals: { totalCents: number; byFamily: Record<string, number>; aids: Record<string, number> };
  flags: string[];
}

/** A finding about a rulebook. An error forbids activation, a warning asks, info informs. */
export interface Finding {
  level: 'error' | 'warning' | 'info';
  code: string;
  /** Path in the file: `versions.0.prices.2.price`. */
  at: string;
  /** French, names the figure. */
  question: string;
}
