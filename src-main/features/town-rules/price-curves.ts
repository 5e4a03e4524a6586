import { typeset } from '../rulebook/explain';
import type { Bounds, Formula, Version } from '../rulebook/schema';
import { wordBounds } from './reading/read-formulas';
import { namesOf } from './reading/names';
import { wordCondition } from './reading/read-conditions';
import type { Names } from './reading/names';
import type { CurveStep, PriceCurve } from './schema';

interface Grid {
  readonly measure: string;
  readonly steps: readonly CurveStep[];
}

/** Curves of the price rows that follow a measure by brackets; other rows have none. */
export function priceCurves(version: Version): PriceCurve[] {
  const names = namesOf(version);
  return version.prices.flatMap((row, index) => {
    const cases = casesOf(row.price, names);
    const measure = cases.find((one) => one.grid.measure !== '')?.grid.measure;
    if (measure === undefined) return [];
    return [{
      at: `prices.${index}`, label: row.label, measure: names.of('measures', measure),
      cases: cases.map(({ label, grid }) => ({ label, steps: grid.steps })),
    }];
  });
}

/** The columns of a grid: one a case of a `choose`, else one. Cases that are no figure are left out. */
function casesOf(formula: Formula, names: Names): { label: string; grid: Grid }[] {
  if (formula === null || typeof formula !== 'object' || !('kind' in formula) || formula.kind !== 'choose') {
    const grid = gridOf(formula, names);
    return grid ? [{ label: '', grid }] : [];
  }
  return formula.cases.flatMap((one) => {
    const grid = gridOf(one.price, names);
    return grid ? [{ label: one.label ?? (wordCondition(one.when, names) || 'autres'), grid }] : [];
  });
}

function gridOf(formula: Formula, names: Names): Grid | null {
  if (formula === null || typeof formula === 'number') return { measure: '', steps: [{ from: 0, upTo: null, label: '', cents: formula }] };
  if (!('kind' in formula) || formula.kind !== 'brackets') return null;
  if (!('scale' in formula)) return { measure: formula.measure, steps: stepsOf(formula.rows) };
  const scale = names.version.scales?.find((one) => one.id === formula.scale);
  return scale ? { measure: scale.measure, steps: stepsOf(scale.rows.map((row, index) => ({ ...row, price: formula.prices[index] ?? null }))) } : null;
}

/** A row serves up to its bound, from where the row before it ended: as prices are looked up. */
function stepsOf(rows: readonly (Bounds & { price: Formula })[]): CurveStep[] {
  let start = 0;
  return rows.map((row) => {
    const bound = row.upTo ?? row.below;
    const end = bound == null ? null : Number(bound);
    const step = { from: start, upTo: end, label: typeset(row.label ?? wordBounds(row)), cents: typeof row.price === 'number' ? row.price : null };
    start = end ?? start;
    return step;
  });
}
