import { addDays, daysFrom, toLocal, dayOf } from '../../kernel/local-date';
import type { Instant, LocalDate } from '../../kernel/local-date';
import type { Context } from '../../platform/procedures/services';
import { factsOfFamily, loadFamilyDays } from '../child-days/load-facts';
import type { FamilyDays } from '../child-days/load-facts';
import type { Rulebook } from '../rulebook/schema';
import { rulebookOf } from '../town-rules/rulebook-of';
import type { Judge } from './cell';
import { placesLeft } from './places';
import { withChanges } from './with-changes';
import type { WantedDay } from './with-changes';

/** Some families over a week, ready to be judged. */
export interface LoadedWeek {
  readonly rulebook: Rulebook;
  readonly days: FamilyDays;
  readonly judges: ReadonlyMap<number, Judge>;
  readonly at: Instant;
}

/** Loads what a week of these families is judged on; a constant number of reads. */
export async function loadWeek(context: Pick<Context, 'db' | 'clock'>, familyIds: readonly number[], from: LocalDate, to: LocalDate = addDays(from, 6)): Promise<LoadedWeek> {
  const rulebook = await rulebookOf(context.db);
  const days = await loadFamilyDays(context.db, familyIds, rulebook, { from, to });
  const services = [...new Set(days.enrolments.map(({ service }) => service))];
  const left = await placesLeft(context.db, services, daysFrom(from, to));
  const at = context.clock.now();
  const now = toLocal(at, days.timeZone);
  const judges = days.families.map((family): [number, Judge] => [family.id, {
    rulebook, days, family, facts: factsOfFamily(days, family, rulebook), now, today: dayOf(now), placesLeft: left,
  }]);
  return { rulebook, days, judges: new Map(judges), at };
}

/** The judge of a family as if the changes were saved: it prices what the page shows. */
export function judgeWithChanges({ rulebook, days, at }: LoadedWeek, judge: Judge, changes: readonly WantedDay[]): Judge {
  if (changes.length === 0) return judge;
  const changed = withChanges(days, changes, at);
  return { ...judge, days: changed, facts: factsOfFamily(changed, judge.family, rulebook) };
}

