import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { daysFrom } from '../../../src-main/kernel/local-date';
import type { LocalDateTime } from '../../../src-main/kernel/local-date';
import { decide } from '../../../src-main/features/rulebook/decide';
import { evaluate } from '../../../src-main/features/rulebook/evaluate';
import { parseRulebook, parseScenario } from '../../../src-main/features/rulebook/parse';
import type { Days, Facts, Rulebook } from '../../../src-main/features/rulebook/schema';
import { unitPriceOf } from '../../../src-main/features/rulebook/show-price';
import { versionOn } from '../../../src-main/features/rulebook/versions';
import { factsOf, periodOf } from '../../../src-main/features/rulebook/simulate';
import { mismatches } from '../../support/expectations';

/** What booking each service costs on each of a period's first days, and what is decided of it. */
function judgeDays(rulebook: Rulebook, facts: Facts, { from, to }: Days): unknown[] {
  const days = daysFrom(from, to).slice(0, 10);
  const services = versionOn(rulebook, from)?.services ?? [];
  return facts.families.flatMap(({ children }) => children).flatMap(({ id: child }) => services.flatMap(({ id: service }) => days.map((day) => [
    unitPriceOf(rulebook, facts, child, service, day), decide(rulebook, facts, { action: 'book', child, service, day, at: `${from}T08:00` as LocalDateTime }),
  ])));
}

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

  it('prices the same in silence, asked again and after its days were judged: the story of the facts is told once', () => {
    for (const parsed of scenarios) {
      const period = parsed.ok && periodOf(parsed.scenario);
      if (!rulebook.ok || !period) continue;
      const facts = factsOf(parsed.scenario);
      const { lines, totals } = evaluate(rulebook.rulebook, facts, period);
      const judged = judgeDays(rulebook.rulebook, facts, period);
      for (let turn = 0; turn < 2; turn += 1) {
        expect(evaluate(rulebook.rulebook, facts, period, { isSilent: true })).toMatchObject({ lines, totals });
        expect(judgeDays(rulebook.rulebook, facts, period)).toEqual(judged);
      }
    }
  });
});
