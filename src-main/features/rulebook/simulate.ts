import { dayOf } from '../../kernel/local-date';
import { evaluate } from './evaluate';
import { parseRulebook, parseScenario } from './parse';
import type { ShapeError } from './parse';
import type { Days, Facts, Result, Rulebook, Scenario } from './schema';
import { upgradeRulebook } from './upgrade';

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
  return { from, to };
}

/** Applies a rulebook to a scenario. */
export const simulate = (rulebook: Rulebook, scenario: Scenario): Result => evaluate(rulebook, factsOf(scenario), periodOf(scenario));

/** Why a file could not be simulated: its shape is refused. */
export interface SimulationError {
  code: 'rulebook' | 'scenario';
  /** Place in the file. */
  path: string;
  /** French sentence. */
  question: string;
}

export type Simulation = { result: Result } | { error: SimulationError };

const refused = (code: SimulationError['code'], [first]: readonly ShapeError[]): Simulation => ({
  error: { code, path: first?.path ?? '', question: first?.message ?? 'Ce fichier n\'a pas la forme attendue.' },
});

/** Simulates two files as read from JSON. A draft with open questions is evaluated; a shape that is refused is an error. */
export function simulateFiles(rulebook: unknown, scenario: unknown): Simulation {
  const book = parseRulebook(upgradeRulebook(rulebook));
  if (!book.ok) return refused('rulebook', book.errors);
  const told = parseScenario(scenario);
  if (!told.ok) return refused('scenario', told.errors);
  const { period } = told.scenario.evaluate;
  if (period && period.to < period.from) return { error: { code: 'scenario', path: 'evaluate.period', question: 'La période finit avant de commencer.' } };
  return { result: simulate(book.rulebook, told.scenario) };
}
