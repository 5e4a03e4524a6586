import { cents, formatEuros } from '../../../kernel/money';
import type { Bounds, Formula } from '../../rulebook/schema';
import { wordCondition } from './read-conditions';
import { wordDecimal } from './names';
import type { Names } from './names';

const NOT_FIXED = 'prix non fixé';

export const wordCents = (amount: number | null): string => (amount === null ? NOT_FIXED : formatEuros(cents(amount)));

/** "de 701 à 1 200", "jusqu’à 700", "à partir de 1 201", "moins de 500". */
export function wordBounds(row: Bounds): string {
  const { from, above, upTo, below } = row;
  const top = upTo != null ? wordDecimal(upTo) : null;
  const under = below != null ? wordDecimal(below) : null;
  if (from != null && top !== null) return `de ${wordDecimal(from)} à ${top}`;
  if (from != null && under !== null) return `de ${wordDecimal(from)} à moins de ${under}`;
  if (above != null && (top ?? under) !== null) return `plus de ${wordDecimal(above)} ${top !== null ? `et jusqu’à ${top}` : `et moins de ${under}`}`;
  if (top !== null) return `jusqu’à ${top}`;
  if (under !== null) return `moins de ${under}`;
  if (from != null) return `à partir de ${wordDecimal(from)}`;
  return above != null ? `plus de ${wordDecimal(above)}` : 'au-delà';
}

const words = (text: string): readonly string[] => text.toLocaleLowerCase('fr-FR').match(/[\p{L}\d]{2,}/gu) ?? [];

/** A name, then what it stands for unless it says it already: "Abonné (régulier)", "Hors commune". */
function withDetail(label: string | undefined, detail: string): string {
  if (label === undefined || detail === '') return label ?? detail;
  const named = words(label);
  return words(detail).every((word) => named.includes(word) || word === 'famille') ? label : `${label} (${detail})`;
}

/** A formula as a French phrase: "3,20 €", "par tranche de quotient familial : jusqu’à 700 : 1,00 € ; …". */
export function wordFormula(formula: Formula, names: Names): string {
  if (formula === null || typeof formula === 'number') return wordCents(formula);
  if (!('kind' in formula)) return `même prix que « ${names.of('prices', formula.price)} »`;
  switch (formula.kind) {
    case 'choose':
      return formula.cases
        .map((one) => `${withDetail(one.label, wordCondition(one.when, names)) || 'sinon'} : ${wordFormula(one.price, names)}`)
        .join(' ; ');
    case 'brackets':
      return 'scale' in formula ? wordScaled(formula, names) : wordRows(formula.measure, formula.rows, names);
    case 'rate': {
      const limits = [
        formula.priceMin != null && `au moins ${wordCents(formula.priceMin)}`,
        formula.priceMax != null && `au plus ${wordCents(formula.priceMax)}`,
        formula.measureMin != null && `compté au moins ${wordDecimal(formula.measureMin)}`,
        formula.measureMax != null && `compté au plus ${wordDecimal(formula.measureMax)}`,
      ].filter(Boolean);
      return [`${wordDecimal(formula.factor)} × ${names.of('measures', formula.measure)}`, ...limits].join(', ');
    }
    case 'slices': {
      const unit = formula.over === 'count' ? 'présences' : 'minutes';
      const first = formula.first ? `${wordFormula(formula.first.price, names)} les ${wordDecimal(formula.first.size)} premières ${unit}, puis ` : '';
      return `${first}${wordFormula(formula.price, names)} par tranche de ${wordDecimal(formula.size)} ${unit} ${formula.started === false ? 'complète' : 'commencée'}${formula.grace ? `, ${formula.grace} tolérées` : ''}`;
    }
    case 'ladder': {
      const unit = formula.over === 'count' ? 'présences' : 'minutes';
      return formula.steps
        .map((step) => `${withDetail(step.label, step.upTo == null ? '' : `jusqu’à ${step.upTo} ${unit}`) || 'au-delà'} : ${wordFormula(step.price, names)}`)
        .join(' ; ');
    }
    case 'multiple':
      return `${wordDecimal(formula.times)} × ${formula.of === 'cost' ? 'le coût' : wordFormula(formula.of, names)}`;
    case 'sum':
      return formula.of.map((part) => wordFormula(part, names)).join(' + ');
  }
}

function wordRows(measure: string, rows: readonly (Bounds & { price: Formula })[], names: Names): string {
  const steps = rows.map((row) => `${row.label ?? wordBounds(row)} : ${wordFormula(row.price, names)}`);
  return `par tranche de ${names.of('measures', measure).toLocaleLowerCase('fr-FR')} : ${steps.join(' ; ')}`;
}

function wordScaled(formula: { scale: string; prices: Formula[] }, names: Names): string {
  const scale = names.version.scales?.find((one) => one.id === formula.scale);
  if (!scale) return NOT_FIXED;
  return wordRows(scale.measure, scale.rows.map((row, index) => ({ ...row, price: formula.prices[index] ?? null })), names);
}
