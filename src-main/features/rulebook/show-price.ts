import type { LocalDate } from '../../kernel/local-date';
import type { Facts, Rulebook, Timing } from './schema';

export interface ShownPrice {
  /** Price of the unit in cents; null when the council has not fixed it. */
  cents: number | null;
  explanation: string[];
}

/** The price of one unit that a family could book, by the very steps of `evaluate`. */
export function unitPriceOf(rulebook: Rulebook, facts: Facts, child: string, service: string, day: LocalDate, booking: Timing = 'inTime'): ShownPrice {
  void rulebook; void facts; void child; void service; void day; void booking;
  return { cents: null, explanation: [] };
}
