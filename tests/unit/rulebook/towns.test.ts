import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src-main/features/rulebook/evaluate';
import { parseRulebook, parseScenario } from '../../../src-main/features/rulebook/parse';
import { factsOf, periodOf } from '../../../src-main/features/rulebook/simulate';
import { mismatches } from '../../support/expectations';

const towns = join(import.meta.dirname, '../../support/towns');
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

describe.each(readdirSync(towns))('the town of %s', (town) => {
  const rulebook = parseRulebook(json(join(towns, town, 'rulebook.json')));
  const folder = join(towns, town, 'scenarios');
  const scenarios = readdirSync(folder).map((file) => parseScenario(json(join(folder, file))));

  it.each(scenarios.map((parsed) => (parsed.ok ? { title: `${parsed.scenario.id} ${parsed.scenario.title ?? ''}`, scenario: parsed.scenario } : { title: 'unreadable', scenario: null })))(
    '$title',
    ({ scenario }) => {
      const period = scenario && periodOf(scenario);
      if (!rulebook.ok || !period) throw new Error('unreadable file');
      const result = evaluate(rulebook.rulebook, factsOf(scenario), period);
      expect(mismatches(scenario.expect ?? {}, result)).toEqual([]);
    },
  );
});
