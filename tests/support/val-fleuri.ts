import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulebook as shape, scenario as scenarioShape } from '../../src-main/features/rulebook/schema';
import type { Facts, Rulebook, Scenario } from '../../src-main/features/rulebook/schema';
import { factsOf } from '../../src-main/features/rulebook/simulate';

/** A complete town: the worked example of the rulebook's specification. */
export const valFleuri: Rulebook = shape.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'val-fleuri.json'), 'utf8')));

type Parts<Whole> = { [Key in keyof Whole]?: unknown };

/** Facts as a scenario writes them, checked by the shape. */
export function facts(parts: Parts<Scenario>): Facts {
  return factsOf(scenarioShape.parse({ format: 'preau-scenario/1', id: 'test', events: [], evaluate: {}, ...parts }));
}

/** The rulebook of Val-Fleuri with other sections in its version. */
export function town(parts: Parts<Rulebook['versions'][number]>): Rulebook {
  return shape.parse({ ...valFleuri, versions: [{ ...valFleuri.versions[0], ...parts }] });
}
