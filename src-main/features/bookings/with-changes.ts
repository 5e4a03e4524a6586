import type { Instant } from '../../kernel/local-date';
import { dayKey } from '../child-days/day-key';
import type { FamilyDays } from '../child-days/load-facts';
import type { DecidedDay } from '../child-days/schema';

/** A day as a save would decide it. */
export interface WantedDay extends Omit<DecidedDay, 'decidedAt' | 'state'> {
  readonly booked: boolean;
}

/** The same days as if the changes had been saved now: what a parent sees while ticking. */
export function withChanges(days: FamilyDays, changes: readonly WantedDay[], at: Instant): FamilyDays {
  if (changes.length === 0) return days;
  const added = changes.map(({ booked, ...one }): DecidedDay => ({ ...one, state: booked ? 'booked' : 'cancelled', decidedAt: at }));
  const keys = new Set(added.map((one) => dayKey(one.childId, one.service, one.day)));
  const decided = [...days.decided.filter((one) => !keys.has(dayKey(one.childId, one.service, one.day))), ...added];
  return { ...days, decided, decidedByKey: new Map(decided.map((one) => [dayKey(one.childId, one.service, one.day), one])) };
}
