import type { Case } from './case';
import { firstHolding, valueOf } from './conditions';
import { compare, decimal, exact, NOTHING, plus, settled, spoken, times } from './exact';
import type { Exact } from './exact';
import { eurosOf, PRICE_NOT_SET } from './explain';
import type { Bounds, Brackets, Choose, Formula, Ladder, Multiple, Rate, ScaledBrackets, Slices, Sum } from './schema';

/** What a formula gives: a price in cents (null: not fixed) for each of `quantity` slices, and how. */
export interface Priced {
  cents: Exact | null;
  quantity: number;
  said: readonly string[];
}

const priced = (cents: Exact | null, said: readonly string[] = [], quantity = 1): Priced => ({ cents, quantity, said });
const notFixed = (why?: string): Priced => priced(null, why === undefined ? [] : [why]);

const total = ({ cents, quantity }: Priced): Exact | null => (cents === null ? null : quantity === 1 ? cents : times(cents, exact(quantity)));

const bracketNames = new WeakMap<readonly Bounds[], string[]>();

function bracketName(rows: readonly Bounds[], index: number): string {
  let names = bracketNames.get(rows);
  if (!names) {
    names = rows.map((_, place) => nameBracket(rows, place));
    bracketNames.set(rows, names);
  }
  return names[index] ?? '';
}

/** "tranche de 701 à 1200", as printed where the bounds are printed. */
function nameBracket(rows: readonly Bounds[], index: number): string {
  const row = rows[index]!;
  if (row.label) return row.label;
  const figure = (bound: string): string => bound.replace('.', ',');
  const before = rows[index - 1];
  const low = row.from ?? row.above ?? before?.upTo ?? before?.below;
  const high = row.upTo ?? row.below;
  const from = low ? `${row.from ?? before?.below ? 'à partir de' : 'plus de'} ${figure(low)}` : '';
  if (!high) return from ? `tranche ${from}` : 'tranche unique';
  if (!low) return `tranche ${row.below ? 'sous' : 'jusqu\'à'} ${figure(high)}`;
  return `tranche de ${figure(low)} à ${figure(high)}`;
}

/** First row whose `upTo` is not below the value, or whose `below` is above it; null: a bound is not fixed. */
function bracketOf(rows: readonly Bounds[], value: Exact): number | null | 'none' {
  for (const [index, row] of rows.entries()) {
    if (row.upTo === null || row.below === null) return null;
    if (typeof row.upTo === 'string') {
      if (compare(decimal(row.upTo), value) >= 0) return index;
    } else if (typeof row.below === 'string') {
      if (compare(decimal(row.below), value) > 0) return index;
    } else return index;
  }
  return 'none';
}

function measureLabel(id: string, one: Case): string {
  const label = one.rules.measures.get(id)?.label ?? id;
  return /quotient/i.test(label) ? 'QF' : label;
}

function priceByBracket(measure: string, rows: readonly Bounds[], priceAt: (index: number) => Formula, one: Case): Priced {
  const value = valueOf(measure, one);
  const name = measureLabel(measure, one);
  if (value === null) return notFixed(`${name} à demander`);
  const found = value === 'highest' ? rows.length - 1 : bracketOf(rows, value);
  if (found === null) return notFixed(`${name} ${value === 'highest' ? 'inconnu' : spoken(value)} : bornes non fixées`);
  if (found === 'none') return notFixed(`${name} ${value === 'highest' ? 'inconnu' : spoken(value)} : hors de toutes les tranches`);
  const index = Math.max(0, Math.min(found + one.shift, rows.length - 1));
  const shifted = index === found ? '' : index < found ? ', tranche inférieure appliquée' : ', tranche supérieure appliquée';
  const said = value === 'highest'
    ? `${name} sans justificatif, ${bracketName(rows, index)}${shifted}`
    : `${name} ${spoken(value)}, ${bracketName(rows, index)}${shifted}`;
  const inner = priceFormula(priceAt(index), one);
  return { ...inner, said: [said, ...inner.said] };
}

function priceBrackets(formula: Brackets | ScaledBrackets, one: Case): Priced {
  if ('rows' in formula) return priceByBracket(formula.measure, formula.rows, (index) => formula.rows[index]?.price ?? null, one);
  const scale = one.rules.scales.get(formula.scale);
  return scale ? priceByBracket(scale.measure, scale.rows, (index) => formula.prices[index] ?? null, one) : notFixed('grille inconnue');
}

function priceChoose(formula: Choose, one: Case): Priced {
  const found = firstHolding(formula.cases, one);
  if (!found) return notFixed('aucun cas ne correspond');
  if (found.unsure) return notFixed(PRICE_NOT_SET);
  const inner = priceFormula(found.row.price, one);
  return found.row.label ? { ...inner, said: [found.row.label, ...inner.said] } : inner;
}

const percents = new Map<string, string>();

/** "0.0036" is said "0,36 %". */
function asPercent(factor: string): string {
  let text = percents.get(factor);
  if (text === undefined) {
    text = `${spoken(times(decimal(factor), exact(100)))} %`;
    percents.set(factor, text);
  }
  return text;
}

function priceRate(formula: Rate, one: Case): Priced {
  const { measure, factor, measureMin, measureMax, priceMin, priceMax } = formula;
  const name = measureLabel(measure, one);
  if (factor === null || measureMin === null || measureMax === null || priceMin === null || priceMax === null) return notFixed(PRICE_NOT_SET);
  let value = valueOf(measure, one);
  const said: string[] = [];
  if (value === 'highest') {
    if (measureMax === undefined) {
      return priceMax === undefined ? notFixed(`${name} sans justificatif, sans plafond`) : priced(exact(priceMax), [`${name} sans justificatif, prix plafond`]);
    }
    value = decimal(measureMax);
    said.push(`${name} sans justificatif`);
  }
  if (value === null) return notFixed(`${name} à demander`);
  let clamped = value;
  if (measureMin !== undefined && compare(value, decimal(measureMin)) < 0) clamped = decimal(measureMin);
  if (measureMax !== undefined && compare(value, decimal(measureMax)) > 0) clamped = decimal(measureMax);
  if (clamped !== value) said.push(`${name} ${spoken(value)} ramené à ${spoken(clamped)}`);
  let cents = settled(times(times(clamped, decimal(factor)), exact(100)), one.rules.rounding);
  const raw = `${name} ${spoken(clamped)} × ${asPercent(factor)} = ${eurosOf(cents)}`;
  const bound = priceMin !== undefined && compare(cents, exact(priceMin)) < 0 ? 'plancher' : priceMax !== undefined && compare(cents, exact(priceMax)) > 0 ? 'plafond' : null;
  if (bound !== null) cents = exact((bound === 'plancher' ? priceMin : priceMax)!);
  said.push(bound === null ? raw : `${raw}, ${bound} appliqué`);
  return priced(cents, said);
}

/** Slices begun (each due, `grace` forgiven) or full ones. */
function sliceCount(amount: number, size: number, started: boolean, grace: number, least: number): number {
  return started ? Math.max(least, Math.ceil((amount - grace) / size)) : Math.floor(Math.max(0, amount) / size);
}

function priceSlices(formula: Slices, one: Case): Priced {
  const amount = formula.over === 'count' ? one.count : one.minutes;
  const { size, grace = 0, first } = formula;
  if (size === null || grace === null || first?.size === null) return notFixed(PRICE_NOT_SET);
  if (amount === null) return notFixed('durée inconnue');
  const started = formula.started ?? true;
  const word = formula.over === 'count' ? '' : ' min';
  const slice = priceFormula(formula.price, one);
  const each = total(slice);
  if (!first) {
    const count = sliceCount(amount, size, started, grace, 1);
    return priced(each, [...slice.said, `${amount}${word} : ${count} × ${size}${word}`], count);
  }
  const block = priceFormula(first.price, one);
  const rest = amount - first.size;
  const count = rest > 0 ? sliceCount(rest, size, started, grace, 0) : 0;
  const start = total(block);
  if (start === null || (count > 0 && each === null)) return notFixed(PRICE_NOT_SET);
  const said = [...block.said, `${amount}${word} : ${first.size}${word} indivisibles${count > 0 ? `, puis ${count} × ${size}${word}` : ''}`];
  return priced(count > 0 ? plus(start, times(each!, exact(count))) : start, said);
}

function priceLadder(formula: Ladder, one: Case): Priced {
  const amount = formula.over === 'count' ? one.count : one.minutes;
  if (amount === null) return notFixed('durée inconnue');
  for (const step of formula.steps) {
    if (step.upTo === null) return notFixed(PRICE_NOT_SET);
    if (step.upTo !== undefined && step.upTo < amount) continue;
    const inner = priceFormula(step.price, one);
    const said = `${amount}${formula.over === 'count' ? '' : ' min'} : ${step.label ?? (step.upTo === undefined ? 'dernier palier' : `jusqu'à ${step.upTo}`)}`;
    return priced(total(inner), [said, ...inner.said]);
  }
  return notFixed('au-delà du dernier palier');
}

function priceMultiple(formula: Multiple, one: Case): Priced {
  const inner = formula.of === 'cost' ? priced(one.unit?.costCents == null ? null : exact(one.unit.costCents)) : priceFormula(formula.of, one);
  if (inner.cents === null || formula.times === null) return { ...inner, cents: null };
  const cents = settled(times(inner.cents, decimal(formula.times)), one.rules.rounding);
  return { ...inner, cents, said: [...inner.said, `${eurosOf(inner.cents)} × ${spoken(decimal(formula.times))}`] };
}

function priceSum(formula: Sum, one: Case): Priced {
  const parts = formula.of.map((part) => priceFormula(part, one));
  const said = parts.flatMap((part) => part.said);
  const amounts = parts.map(total);
  return amounts.some((amount) => amount === null) ? priced(null, said) : priced(amounts.reduce<Exact>((sum, amount) => plus(sum, amount!), NOTHING), said);
}

/** The formula of a price row, whatever its `when`. A row that names itself gives no price. */
function priceOfRow(id: string, one: Case): Priced {
  const row = one.rules.prices.get(id);
  const followed = one.followed ?? [];
  if (!row || followed.includes(id)) return notFixed('tarif inconnu');
  return priceFormula(row.price, { ...one, followed: [...followed, id] });
}

/** Prices a formula for a case (spec §6). */
export function priceFormula(formula: Formula, one: Case): Priced {
  if (formula === null) return notFixed();
  if (typeof formula === 'number') return priced(exact(formula));
  if (!('kind' in formula)) return priceOfRow(formula.price, one);
  switch (formula.kind) {
    case 'choose': return priceChoose(formula, one);
    case 'brackets': return priceBrackets(formula, one);
    case 'rate': return priceRate(formula, one);
    case 'slices': return priceSlices(formula, one);
    case 'ladder': return priceLadder(formula, one);
    case 'multiple': return priceMultiple(formula, one);
    case 'sum': return priceSum(formula, one);
  }
}

/** The whole amount of a formula, for charges, bundles and aids. */
export function amountOf(formula: Formula, one: Case): { cents: Exact | null; said: readonly string[]; quantity: number; each: Exact | null } {
  const found = priceFormula(formula, one);
  return { cents: total(found), said: found.said, quantity: found.quantity, each: found.cents };
}
