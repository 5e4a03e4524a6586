import { addDays, daysFrom, toLocal, dayOf } from '../../kernel/local-date';
import type { Instant, LocalDate } from '../../kernel/local-date';
import type { Context } from '../../platform/procedures/services';
import { factsOfFamily, loadFamilyDays } from '../child-days/load-facts';
import type { FamilyDays } from '../child-days/load-facts';
import type { FamilyFacts } from '../families/schema';
import type { Days, Facts, Rulebook } from '../rulebook/schema';
import { rulebookOf } from '../town-rules/rulebook-of';
import { placeKey } from './cell';
import type { Judge } from './cell';
import { invoicedDays } from './invoiced-days';
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
  /** As `Judge.invoiced`. */
  readonly invoiced: ReadonlySet<string>;
  readonly at: Instant;
}

/** Loads what a week of these families is judged on; a constant number of reads. */
export function loadWeek(context: Pick<Context, 'db' | 'clock'>, familyIds: readonly number[], from: LocalDate, to: LocalDate = addDays(from, 6)): Promise<LoadedWeek> {
  return loadDays(context, familyIds, { from, to });
}

/** Which places are counted; by default those of every service on every day. */
interface PlacesOf {
  readonly service: string;
  readonly days: readonly LocalDate[];
}

/** As `loadWeek`, for any period. Counting the places of a whole year takes its time: say which ones matter. */
export async function loadDays({ db, clock }: Pick<Context, 'db' | 'clock'>, familyIds: readonly number[], { from, to }: Days, places?: PlacesOf): Promise<LoadedWeek> {
  const rulebook = await rulebookOf(db);
  // Home, the week, each tick that is priced: the same days are asked for again until somebody saves.
  const days = await db.memo(`bookings.days ${familyIds.join()} ${from} ${to}`, () => loadFamilyDays(db, familyIds, rulebook, { from, to }));
  const services = places ? [places.service] : [...new Set(days.enrolments.map(({ service }) => service))];
  const left = await placesLeft(db, services, places?.days ?? daysFrom(from, to));
  return judged({ rulebook, days, placesLeft: left, invoiced: await invoicedDays(db, familyIds, from, to), at: clock.now() });
}

const facts = new WeakMap<FamilyDays, Map<number, Facts>>();

/** A family's facts in the days loaded: made once, for all that is known of them is kept with them. */
function factsIn(days: FamilyDays, family: FamilyFacts, rulebook: Rulebook): Facts {
  const found = facts.get(days) ?? new Map<number, Facts>();
  facts.set(days, found);
  const made = found.get(family.id) ?? factsOfFamily(days, family, rulebook);
  found.set(family.id, made);
  return made;
}

function judged(given: Omit<LoadedWeek, 'judges'>): LoadedWeek {
  const { rulebook, days, placesLeft: left, invoiced, at } = given;
  const now = toLocal(at, days.timeZone);
  const judges = days.families.map((family): [number, Judge] => [family.id, {
    rulebook, days, family, facts: factsIn(days, family, rulebook), now, today: dayOf(now), placesLeft: left, invoiced,
  }]);
  return { ...given, judges: new Map(judges) };
}

/** The same week once the changes are saved: what a new reading would give, without reading again. */
export function afterSaving(loaded: LoadedWeek, changes: readonly WantedDay[]): LoadedWeek {
  const places = new Map(loaded.placesLeft);
  for (const { service, day, booked } of changes) {
    const key = placeKey(service, day);
    const before = places.get(key);
    if (before !== undefined) places.set(key, before + (booked ? -1 : 1));
  }
  return judged({ ...loaded, days: withChanges(loaded.days, changes, loaded.at), placesLeft: places });
}

/** The judge of a family as if the changes were saved: it prices what the page shows. */
export function judgeWithChanges({ rulebook, days, at }: LoadedWeek, judge: Judge, changes: readonly WantedDay[]): Judge {
  if (changes.length === 0) return judge;
  const changed = withChanges(days, changes, at);
  return { ...judge, days: changed, facts: factsOfFamily(changed, judge.family, rulebook) };
}

