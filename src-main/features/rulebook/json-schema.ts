import { z } from 'zod';
import { condition, formula, rulebook, scenario } from './schema';

/** Named parts of the published schema. */
const parts = z.registry<{ id: string; description: string }>();
parts.add(rulebook, { id: 'rulebook', description: 'Règlement d’une commune (preau-rulebook/1)' });
parts.add(scenario, { id: 'scenario', description: 'Familles et événements auxquels appliquer un règlement (preau-scenario/1)' });
parts.add(condition, { id: 'when', description: 'Pour qui, dans quel cas : toutes les facettes doivent tenir' });
parts.add(formula, { id: 'formula', description: 'Un prix : centimes, null (non fixé) ou une formule' });

/**
 * The JSON Schema of rulebook and scenario files, as editors and other programs read it. What it
 * cannot say (two bounds at once, a day that does not exist) is checked when a file is read.
 */
export function rulebookJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(z.union([rulebook, scenario]), { metadata: parts, io: 'input', unrepresentable: 'any' });
  return { ...schema, $id: 'https://preau.example/schema/rulebook-1.json', title: 'Préau : règlement et scénario' };
}
