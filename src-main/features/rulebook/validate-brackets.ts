import { compare, decimal, exact, minus, over, plus, spoken } from './exact';
import type { Exact } from './exact';
import type { Findings, Path } from './findings';
import { eachFormula } from './findings';
import type { Bounds, Version } from './schema';

/** A bound of a bracket and whether the bracket holds it. */
interface Edge {
  value: Exact;
  held: boolean;
}

const edge = (inclusive: string | null | undefined, exclusive: string | null | undefined): Edge | null =>
  typeof inclusive === 'string' ? { value: decimal(inclusive), held: true } : typeof exclusive === 'string' ? { value: decimal(exclusive), held: false } : null;
const lowOf = (row: Bounds): Edge | null => edge(row.from, row.above);
const highOf = (row: Bounds): Edge | null => edge(row.upTo, row.below);

const isWhole = ({ value }: Edge): boolean => value.top % value.bottom === 0n;
const CENT = decimal('0.01');
const HALF = over(exact(1), exact(2));

const middle = (low: Exact, high: Exact): Exact => over(plus(low, high), exact(2));

/** "un quotient de 725" */
function sayFigure(version: Version, measure: string, value: Exact): string {
  const label = version.measures.find((one) => one.id === measure)?.label ?? measure;
  const figure = spoken(value).replace(/,(\d)$/, ',$10');
  return /quotient/i.test(label) ? `un quotient de ${figure}` : `une valeur de ${figure} (${label})`;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Between two rows that follow: nothing left out, nothing shared. */
function checkPair(high: Edge, low: Edge, at: Path, say: (value: Exact) => string, findings: Findings): void {
  const distance = compare(low.value, high.value);
  if (distance === 0) {
    if (high.held && low.held) findings.error('overlap', at, `${capitalised(say(low.value))} est dans deux tranches. Laquelle s'applique ?`);
    if (!high.held && !low.held) findings.error('gap', at, `${capitalised(say(low.value))} n'est dans aucune tranche. Quel prix ?`);
    return;
  }
  if (distance < 0) {
    findings.error('overlap', at, `${capitalised(say(middle(low.value, high.value)))} est dans deux tranches, de ${spoken(low.value)} à ${spoken(high.value)}. Laquelle s'applique ?`);
    return;
  }
  const width = minus(low.value, high.value);
  if (high.held && low.held && compare(width, CENT) <= 0) return;
  if (high.held && low.held && isWhole(high) && isWhole(low) && compare(width, exact(1)) === 0) {
    findings.info('wholeBounds', at, `${capitalised(say(plus(high.value, HALF)))} est lu dans la tranche « à partir de ${spoken(low.value)} » : est-ce voulu ?`);
    return;
  }
  findings.error('gap', at, `Entre ${spoken(high.value)} et ${spoken(low.value)}, aucune tranche. Quel prix pour ${say(middle(high.value, low.value))} ?`);
}

/** True when the second high bound lies above the first. */
const rises = (before: Edge, after: Edge): boolean => compare(after.value, before.value) > 0 || (compare(after.value, before.value) === 0 && after.held && !before.held);

function checkRows(rows: readonly Bounds[], at: Path, say: (value: Exact) => string, findings: Findings): void {
  let before: Edge | null = null;
  for (const [index, row] of rows.entries()) {
    const here = `${at}.${index}`;
    const low = lowOf(row);
    const high = highOf(row);
    if (low && high && compare(low.value, high.value) > 0) findings.error('order', here, `Cette tranche va de ${spoken(low.value)} à ${spoken(high.value)} : dans quel ordre ?`);
    if (index === 0 && low && compare(low.value, exact(1)) > 0) findings.error('gap', here, `Sous ${spoken(low.value)}, aucune tranche. Quel prix pour ${say(middle(exact(0), low.value))} ?`);
    if (before && low) checkPair(before, low, here, say, findings);
    if (before && high && !rises(before, high)) findings.error('order', here, `La borne ${spoken(high.value)} vient après ${spoken(before.value)} : dans quel ordre lire les tranches ?`);
    const isLast = index === rows.length - 1;
    if (!high && !isLast && row.upTo !== null && row.below !== null) {
      findings.error('unreachable', `${at}.${index + 1}`, 'La tranche précédente n\'a pas de limite haute : celle-ci ne sert jamais. Dans quel ordre les lire ?');
      return;
    }
    if (high && isLast) findings.error('gap', here, `Au-dessus de ${spoken(high.value)}, aucune tranche. Quel prix pour ${say(plus(high.value, exact(100)))} ?`);
    before = high ?? before;
  }
}

/** Brackets and scales: rows that leave, share or reverse values (spec §9). */
export function validateBrackets(version: Version, at: Path, findings: Findings): void {
  for (const [index, scale] of (version.scales ?? []).entries()) {
    checkRows(scale.rows, `${at}.scales.${index}.rows`, (value) => sayFigure(version, scale.measure, value), findings);
  }
  eachFormula(version, at, (formula, path) => {
    if (formula.kind !== 'brackets') return;
    if ('rows' in formula) checkRows(formula.rows, `${path}.rows`, (value) => sayFigure(version, formula.measure, value), findings);
    else {
      const scale = version.scales?.find((one) => one.id === formula.scale);
      if (scale && scale.rows.length !== formula.prices.length) {
        findings.error('noPrice', `${path}.prices`, `La grille « ${scale.label ?? scale.id} » a ${scale.rows.length} tranches, et il y a ${formula.prices.length} prix. Lesquels ?`);
      }
    }
  });
}
