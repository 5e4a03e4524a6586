import type { LocalDate, LocalDateTime } from '../../kernel/local-date';
import type { Action, Decision, Facts, Rulebook } from './schema';

/** Something a family asks for. `at` is the town's wall clock. */
export interface Asked {
  action: Action;
  child: string;
  service: string;
  day: LocalDate;
  at: LocalDateTime;
  options?: readonly string[];
  /** Days asked in the same go: `daysInWeek` counts them. */
  together?: readonly LocalDate[];
}

/** Accepted, late, refused or ask, with the limit, a French sentence and the price of the unit. */
export function decide(rulebook: Rulebook, facts: Facts, asked: Asked): Decision {
  void rulebook; void facts;
  return { event: 0, action: asked.action, child: asked.child, service: asked.service, day: asked.day, at: asked.at, outcome: 'ask', sentence: 'À valider par la mairie.' };
}
