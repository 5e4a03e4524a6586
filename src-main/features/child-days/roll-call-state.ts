import type { LocalDate } from '../../kernel/local-date';
import { ofChild } from './by-child';
import { dayKey } from './day-key';
import type { FamilyDays } from './family-days';
import type { AbsenceFact, CalledDay } from './schema';

/** What became of a day: there, away, away with a reason that was told, proved or caused. */
export type RollCallState = 'present' | 'absent' | 'excused';

const isAbout = (fact: AbsenceFact, service: string, day: LocalDate): boolean =>
  fact.fromOn <= day && day <= fact.toOn && (fact.service === null || fact.service === service);

/** The reasons about a service and a day, of the facts of one child. */
export const reasonsOn = (facts: readonly AbsenceFact[], service: string, day: LocalDate): readonly AbsenceFact[] =>
  facts.filter((fact) => isAbout(fact, service, day));

/** What the roll call and the reasons known say of a day; null: nothing yet. */
export function stateOf(called: Pick<CalledDay, 'state'> | null | undefined, reasons: readonly AbsenceFact[]): RollCallState | null {
  if (called?.state === 'present') return 'present';
  if (reasons.length > 0) return 'excused';
  return called ? 'absent' : null;
}

/** The state of a loaded day. A day booked again after it was told as an absence is expected anew. */
export function rollCallStateOf(days: FamilyDays, childId: number, service: string, day: LocalDate): RollCallState | null {
  const key = dayKey(childId, service, day);
  const decidedAt = days.decidedByKey.get(key)?.decidedAt ?? '';
  const reasons = reasonsOn(ofChild(days.absences, childId), service, day).filter(({ source, at }) => source !== 'notice' || at >= decidedAt);
  return stateOf(days.calledByKey.get(key), reasons);
}
