import type { LocalDate, LocalDateTime } from '../../kernel/local-date';
import { typeset } from './explain';
import { judge } from './judge';
import { familyOf } from './known-families';
import type { Action, Decision, Facts, Rulebook } from './schema';

/** Something a family asks for. `at` is the town's wall clock. */
export interface Asked {
  action: Action;
  child: string;
  service: string;
  day: LocalDate;
  at: LocalDateTime;
  options?: readonly string[];
  costCents?: number;
  /** The child is in class at that moment. */
  inClass?: boolean;
  /** All days asked in the same go: `daysInWeek` and the price of the whole action count them. */
  together?: readonly LocalDate[];
  /** Price of the whole action in cents, when it spans several children or services. */
  togetherCents?: number | null;
}

/**
 * Accepted, late, refused or ask, with the limit, a French sentence ready for the eye and, for a
 * booking, the price of the unit. The facts are all that is known now; they must not be changed
 * afterwards. Throws RangeError for a child that the facts do not hold.
 */
export function decide(rulebook: Rulebook, facts: Facts, asked: Asked): Decision {
  const { household, child } = familyOf(rulebook, facts, asked.child);
  const { action, service, day, at, options, costCents, inClass, together, togetherCents } = asked;
  const judged = judge(household, {
    action, child, service, day, at, options, costCents, days: together ?? [day],
    ...(inClass === undefined ? {} : { inClass }),
    ...(togetherCents === undefined ? {} : { priceCents: () => togetherCents }),
  });
  const { outcome, limit, sentence } = judged;
  return {
    event: 0, action, child: child.id, service, day, at, outcome,
    ...(limit === null || limit === 'none' || limit === 'never' ? {} : { limit }),
    sentence: typeset(sentence),
    ...('priceCents' in judged ? { priceCents: judged.priceCents ?? null } : {}),
  };
}
