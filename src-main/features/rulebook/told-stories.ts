import { applyEvents } from './events';
import { openHousehold } from './household';
import type { Course, Household, Unit } from './household';
import type { RulesByDay } from './rules';
import type { Facts, Family } from './schema';
import { eventsByFamily, runsUsually } from './settle';
import type { Story, Told } from './story';

/** What a family's events have come to, before its usual weeks are filled in. */
export interface ToldStory {
  readonly story: Story;
  readonly events: readonly Told[];
}

const told = new WeakMap<Facts, WeakMap<RulesByDay, ReadonlyMap<Family, ToldStory>>>();

/** Tells the events of each family anew, decisions worded and priced. */
export const tellStories = (facts: Facts, rules: RulesByDay, isSilent: boolean): ReadonlyMap<Family, ToldStory> =>
  new Map([...eventsByFamily(facts)].map(([family, events]) => [family, { story: applyEvents(openHousehold(family, rules, runsUsually), events, facts.at, isSilent), events }]));

/**
 * The same in silence, for who shows a period and judges its days: events are told once for the
 * facts, which must not be changed afterwards, and each asker gets a copy of its own.
 */
export function silentStories(facts: Facts, rules: RulesByDay): ReadonlyMap<Family, ToldStory> {
  const ofFacts = told.get(facts) ?? new WeakMap<RulesByDay, ReadonlyMap<Family, ToldStory>>();
  told.set(facts, ofFacts);
  const stories = ofFacts.get(rules) ?? tellStories(facts, rules, true);
  ofFacts.set(rules, stories);
  return new Map([...stories].map(([family, { story, events }]) => [family, { story: copyOf(story, () => applyEvents(openHousehold(family, rules, runsUsually), events, facts.at, true)), events }]));
}

/** Carts hold on to their units: a story that has some is told again. */
function copyOf(story: Story, again: () => Story): Story {
  if (story.carts.size > 0) return again();
  return { ...story, household: copyOfHousehold(story.household), decisions: [], carts: new Map(), openAbsences: [...story.openAbsences] };
}

const copyOfHousehold = (household: Household): Household => ({
  ...household,
  courses: new Map([...household.courses].map(([key, course]) => [key, copyOfCourse(course)])),
  marks: [...household.marks], happenings: [...household.happenings], proofs: new Map([...household.proofs].map(([child, proofs]) => [child, [...proofs]])),
  flags: new Set(household.flags), remembered: new Map(),
});

const copyOfCourse = (course: Course): Course => ({ ...course, units: new Map([...course.units].map(([day, unit]) => [day, unit && copyOfUnit(unit)])) });

const copyOfUnit = (unit: Unit): Unit => ({ ...unit, absence: unit.absence && { ...unit.absence } });
