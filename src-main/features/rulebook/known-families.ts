import type { Household } from './household';
import { rulesByDay } from './rules';
import type { Child, Facts, Rulebook } from './schema';
import { settleFamily } from './settle';
import { silentStories } from './told-stories';

interface Known {
  household: Household;
  child: Child;
}

const settled = new WeakMap<Facts, WeakMap<Rulebook, Map<string, Known>>>();

function settleAll(rulebook: Rulebook, facts: Facts): Map<string, Known> {
  const rules = rulesByDay(rulebook, facts.calendar);
  const known = new Map<string, Known>();
  for (const [family, { story, events }] of silentStories(facts, rules)) {
    const { household } = settleFamily(story, events, []);
    for (const child of family.children) if (!known.has(child.id)) known.set(child.id, { household, child });
  }
  return known;
}

/** The family of a child with its units, settled once for the facts. Throws RangeError for an unknown child. */
export function familyOf(rulebook: Rulebook, facts: Facts, child: string): Known {
  const ofFacts = settled.get(facts) ?? new WeakMap<Rulebook, Map<string, Known>>();
  settled.set(facts, ofFacts);
  const known = ofFacts.get(rulebook) ?? settleAll(rulebook, facts);
  ofFacts.set(rulebook, known);
  const found = known.get(child);
  if (!found) throw new RangeError(`no such child in the facts: ${child}`);
  return found;
}
