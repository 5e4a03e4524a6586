import type { LocalDateTime } from '../../kernel/local-date';
import type { Limit } from './limits';
import type { Outcome } from './schema';

/** What settled an action: a closed day, an admission row, the opening of booking, or the limit. */
export type Ground = 'closed' | 'admission' | 'opening' | 'limit';

export interface Judgement {
  outcome: Outcome;
  ground: Ground;
  /** The action comes after the limit. */
  pastLimit: boolean;
  limit: Limit;
  strict: boolean;
  /** Message of the admission row, or why the day is closed. */
  reason: string | null;
  /** When booking opens, if it has not yet. */
  opensAt: LocalDateTime | null;
}
