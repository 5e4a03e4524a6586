import { addDays, dayOf } from '../../kernel/local-date';
import { evaluate } from './evaluate';
import type { Days, Facts, Result, Rulebook, Scenario } from './schema';

/** The facts that a scenario tells. */
export function factsOf(scenario: Scenario): Facts {
  return {
    families: scenario.families ?? (scenario.family ? [scenario.family] : []),
    events: scenario.events,
    calendar: scenario.calendar,
    at: scenario.evaluate.at,
  };
}

/** The period that a scenario asks for; without one, all the days that its events name. */
export function periodOf(scenario: Scenario): Days {
  if (scenario.evaluate.period) return scenario.evaluate.period;
  const days = scenario.events.flatMap((event) => [...(event.days ?? []), ...(event.on ? [event.on] : []), ...(event.at ? [dayOf(event.at)] : [])]).sort();
  const today = scenario.evaluate.at ? dayOf(scenario.evaluate.at) : undefined;
  const from = days[0] ?? today;
  const to = days.at(-1) ?? today;
  if (!from || !to) throw new RangeError('scenario without period nor events');
  return { from, to: to < from ? addDays(from, 0) : to };
}

/** Applies a rulebook to a scenario. */
export const simulate = (rulebook: Rulebook, scenario: Scenario): Result => evaluate(rulebook, factsOf(scenario), periodOf(scenario));
