import { rulebook as shape, scenario as scenarioShape } from '../../src-main/features/rulebook/schema';
import type { Facts, Line, Result, Rulebook, Scenario } from '../../src-main/features/rulebook/schema';
import { evaluate } from '../../src-main/features/rulebook/evaluate';
import { localDate } from '../../src-main/kernel/local-date';
import { factsOf } from '../../src-main/features/rulebook/simulate';
import valFleuriFile from './val-fleuri.json';

/** A complete town: the worked example of the rulebook's specification. */
export const valFleuri: Rulebook = shape.parse(valFleuriFile);

type Parts<Whole> = { [Key in keyof Whole]?: unknown };

/** Facts as a scenario writes them, checked by the shape. */
export function facts(parts: Parts<Scenario>): Facts {
  return factsOf(scenarioShape.parse({ format: 'preau-scenario/1', id: 'test', events: [], evaluate: {}, ...parts }));
}

/** The rulebook of Val-Fleuri with other sections in its version. */
export function town(parts: Parts<Rulebook['versions'][number]>): Rulebook {
  return shape.parse({ ...valFleuri, versions: [{ ...valFleuri.versions[0], ...parts }] });
}

const canteen = {
  id: 'cantine', label: 'Cantine', kind: 'meal', unit: 'repas', weekdays: ['mon', 'tue', 'thu', 'fri'], session: { from: '12:00', to: '13:30' },
};
const evening = {
  id: 'soir', label: 'Garderie du soir', kind: 'care', unit: 'séance', weekdays: ['mon', 'tue', 'thu', 'fri'], session: { from: '16:30', to: '18:30' }, clock: 'departure',
};

/** The barest town: a canteen at 3 €, an evening at 2 €; tests add the block that they are about. */
export function bareTown(parts: Parts<Rulebook['versions'][number]> = {}): Rulebook {
  return shape.parse({
    format: 'preau-rulebook/1', town: { name: 'Nue', timeZone: 'Europe/Paris' },
    versions: [{
      from: '2026-01-01', zones: [{ id: 'commune', label: 'Commune' }, { id: 'hors', label: 'Hors commune' }],
      measures: [{ id: 'qf', label: 'Quotient familial', source: 'declared', effective: 'nextMonth', missing: 'highest' }],
      services: [canteen, evening], deadlines: [], booking: [],
      prices: [{ id: 'repas', label: 'Repas', services: ['cantine'], price: 300 }, { id: 'soir', label: 'Soir', services: ['soir'], price: 200 }],
      ...parts,
    }],
  });
}

/** Services of the barest town, to be varied. */
export const services = { canteen, evening };

/** One family in the town with one child `a` enrolled in the canteen, and what is told of it. */
export function oneChild(events: unknown[] = [], family: object = {}, child: object = {}): Facts {
  return facts({ family: { id: 'f', zone: 'commune', fund: 'CAF', children: [{ id: 'a', birthOn: '2017-05-01', ...child }], ...family }, events });
}

export function november(rulebook: Rulebook, known: Facts): Result {
  return evaluate(rulebook, known, { from: localDate('2026-11-01'), to: localDate('2026-11-30') });
}

export const totals = (lines: readonly Line[]): [string, number][] => lines.map((line) => [`${line.kind} ${line.rule ?? ''}`, line.totalCents]);
