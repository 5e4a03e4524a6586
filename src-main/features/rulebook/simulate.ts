import { dayOf } from '../../kernel/local-date';
import { evaluate } from './evaluate';
import { parseRulebook, parseScenario } from './parse';
import type { ShapeError } from './parse';
import type { Days, Facts, Result, Scenario } from './schema';
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

/** The period that a scenario asks for; without one, all the days that its events name; null when it names none. */
export function periodOf(scenario: Scenario): Days | null {
  if (scenario.evaluate.period) return scenario.evaluate.period;
  const days = scenario.events.flatMap((event) => [...(event.days ?? []), ...(event.on ? [event.on] : []), ...(event.at ? [dayOf(event.at)] : [])]).sort();
  const today = scenario.evaluate.at ? dayOf(scenario.evaluate.at) : undefined;
  const from = days[0] ?? today;
  const to = days.at(-1) ?? today;
  return from && to ? { from, to } : null;
}


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
  const period = periodOf(told.scenario);
  const ask = (question: string): Simulation => ({ error: { code: 'scenario', path: 'evaluate.period', question } });
  if (!period) return ask('Quelle est la période à évaluer ?');
  if (period.to < period.from) return ask('La période finit avant de commencer.');
  return { result: evaluate(book.rulebook, factsOf(told.scenario), period) };
}
