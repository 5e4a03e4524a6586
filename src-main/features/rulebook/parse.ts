import type { z } from 'zod';
import { wordIssue } from './parse-wording';
import type { ShapeError } from './parse-wording';
import { rulebook as rulebookShape, scenario as scenarioShape } from './schema';
import type { Rulebook, Scenario } from './schema';

export type { ShapeError };

export type Parsed<Name extends string, Value> = ({ ok: true } & Record<Name, Value>) | { ok: false; errors: ShapeError[] };

function errorsOf(error: z.ZodError, json: unknown): ShapeError[] {
  return error.issues.flatMap((issue) => wordIssue(issue, json));
}

/** Reads a rulebook. A draft with open questions (`null`) is accepted; `validate` judges it. */
export function parseRulebook(json: unknown): Parsed<'rulebook', Rulebook> {
  const read = rulebookShape.safeParse(json);
  return read.success ? { ok: true, rulebook: read.data } : { ok: false, errors: errorsOf(read.error, json) };
}

/** Reads a scenario: families, events and calendar to apply a rulebook to. */
export function parseScenario(json: unknown): Parsed<'scenario', Scenario> {
  const read = scenarioShape.safeParse(json);
  return read.success ? { ok: true, scenario: read.data } : { ok: false, errors: errorsOf(read.error, json) };
}
