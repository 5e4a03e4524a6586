import type { Condition, Finding, Formula, Note } from './schema';

/** A place in a rulebook: `versions.0.prices.2`. */
export type Path = string;

/** Collects what is found; `at` is where, `question` what to ask the council. */
export interface Findings {
  error(code: string, at: Path, question: string): void;
  warning(code: string, at: Path, question: string): void;
  info(code: string, at: Path, question: string): void;
}

export function collect(list: Finding[]): Findings {
  const add = (level: Finding['level']) => (code: string, at: Path, question: string): void => {
    list.push({ level, code, at, question });
  };
  return { error: add('error'), warning: add('warning'), info: add('info') };
}

/** Findings that an answer settles without changing a figure. */
export const ANSWERABLE: readonly string[] = ['gap', 'overlap', 'noDefault', 'unbooked', 'absence', 'noLimit', 'wholeBounds', 'fall', 'dearer', 'shareStatus', 'effective', 'unreachable'];

/** A question that the council has answered (*Questions tranchées*) no longer forbids anything. */
export function withAnswers(findings: readonly Finding[], notes: readonly Note[]): Finding[] {
  return findings.map((finding) => {
    if (finding.level === 'info' || !ANSWERABLE.includes(finding.code)) return finding;
    const note = notes.find((one) => one.answer !== undefined && (one.about === finding.at || one.question === finding.question));
    return note ? { ...finding, level: 'info', question: `${finding.question} Réponse : ${note.answer}` } : finding;
  });
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Visits every value of a part of a rulebook, with its path. */
export function eachValue(value: unknown, at: Path, visit: (value: unknown, at: Path, key: string) => void): void {
  visit(value, at, at.slice(at.lastIndexOf('.') + 1));
  if (Array.isArray(value)) value.forEach((one, index) => eachValue(one, `${at}.${index}`, visit));
  else if (isObject(value)) for (const [key, one] of Object.entries(value)) eachValue(one, `${at}.${key}`, visit);
}

const CONDITION_KEYS = ['when', 'highestWhen', 'not'];

/** Visits every condition, nested ones too. */
export function eachCondition(value: unknown, at: Path, visit: (when: Condition, at: Path) => void): void {
  eachValue(value, at, (one, path, key) => {
    if (CONDITION_KEYS.includes(key) && isObject(one)) visit(one as Condition, path);
  });
}

const FORMULA_KINDS = ['choose', 'brackets', 'rate', 'slices', 'ladder', 'multiple', 'sum'];
export type ComposedFormula = Extract<Formula, { kind: string }>;

/** Visits every composed formula, nested ones too. */
export function eachFormula(value: unknown, at: Path, visit: (formula: ComposedFormula, at: Path) => void): void {
  eachValue(value, at, (one, path) => {
    if (isObject(one) && typeof one.kind === 'string' && FORMULA_KINDS.includes(one.kind)) visit(one as unknown as ComposedFormula, path);
  });
}
