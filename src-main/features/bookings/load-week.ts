import { addDays, daysFrom, toLocal, dayOf } from '../../kernel/local-date';
import type { Instant, LocalDate } from '../../kernel/local-date';
import type { Context } from '../../platform/procedures/services';
import { factsOfFamily, loadFamilyDays } from '../child-days/load-facts';
import type { FamilyDays } from '../child-days/load-facts';
import type { Rulebook } from '../rulebook/schema';
import { rulebookOf } from '../town-rules/rulebook-of';
import { placeKey } from './cell';
import type { Judge } from './cell';
import { placesLeft } from './places';
import { withChanges } from './with-changes';
import type { WantedDay } from './with-changes';

/** Some families over a week, ready to be judged. */
export interface LoadedWeek {
  readonly rulebook: Rulebook;
  readonly days: FamilyDays;
  readonly judges: ReadonlyMap<number, Judge>;
  /** As `Judge.placesLeft`. */
  readonly placesLeft: ReadonlyMap<string, number>;
  readonly at: Instant;
}

/** Loads what a week of these families is judged on; a constant number of reads. */
export async function loadWeek(context: Pick<Context, 'db' | 'clock'>, familyIds: readonly number[], from: LocalDate, to: LocalDate = addDays(from, 6)): Promise<LoadedWeek> {
  const rulebook = await rulebookOf(context.db);
  const days = await loadFamilyDays(context.db, familyIds, rulebook, { from, to });
  const services = [...new Set(days.enrolments.map(({ service }) => service))];
  return judged(rulebook, days, await placesLeft(context.db, services, daysFrom(from, to)), context.clock.now());
}

function judged(rulebook: Rulebook, days: FamilyDays, left: ReadonlyMap<string, number>, at: Instant): LoadedWeek {
  const now = toLocal(at, days.timeZone);
  const judges = days.families.map((family): [number, Judge] => [family.id, {
    rulebook, days, family, facts: factsOfFamily(days, family, rulebook), now, today: dayOf(now), placesLeft: left,
  }]);
  return { rulebook, days, judges: new Map(judges), placesLeft: left, at };
}

/** The same week once the changes are saved: what a new reading would give, without reading again. */
export function afterSaving({ rulebook, days, placesLeft: left, at }: LoadedWeek, changes: readonly WantedDay[]): LoadedWeek {
  const places = new Map(left);
  for (const { service, day, booked } of changes) {
    const key = placeKey(service, day);
    const before = places.get(key);
    if (before !== undefined) places.set(key, before + (booked ? -1 : 1));
  }
  return judged(rulebook, withChanges(days, changes, at), places, at);
}

/** The judge of a family as if the changes were saved: it prices what the page shows. */
export function judgeWithChanges({ rulebook, days, at }: LoadedWeek, judge: Judge, changes: readonly WantedDay[]): Judge {
  if (changes.length === 0) return judge;
  const changed = withChanges(days, changes, at);
  return { ...judge, days: changed, facts: factsOfFamily(changed, judge.family, rulebook) };
}

