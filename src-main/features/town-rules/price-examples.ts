import { cents as asCents, formatEuros } from '../../kernel/money';
import { eachFormula } from '../rulebook/findings';
import type { Facts, Formula, PriceRow, Service, Version } from '../rulebook/schema';
import { unitPriceOf } from '../rulebook/show-price';
import { bookOfVersion } from './draft-body';

const CHILD = 'exemple';
/** A quotient that most towns have a bracket for. */
const USUAL_QUOTIENT = 722;

/** A child collected twenty minutes late. */
const LATE = { from: '18:30', to: '18:50' };

interface Asked {
  readonly at: string;
  readonly service: string | undefined;
  readonly price: Formula;
  /** Minutes late are counted, not those of the session. */
  readonly isLate?: boolean;
}

/** The formulas of a version that are more than an amount, each with the service it is about. */
function formulasOf(version: Version): Asked[] {
  const asked: Asked[] = [];
  const ask = (at: string, services: readonly string[] | undefined, price: Formula | undefined, isLate = false): void => {
    if (price !== undefined && price !== null && typeof price === 'object') asked.push({ at, service: services?.[0], price, isLate });
  };
  version.prices.forEach((row, index) => ask(`prices.${index}.price`, row.services, row.price));
  version.adjustments?.forEach((row, index) => (['add', 'replace'] as const).forEach((key) => ask(`adjustments.${index}.${key}`, row.services, row[key])));
  version.absences?.forEach((row, index) => {
    if (row.charge !== null && typeof row.charge === 'object' && 'price' in row.charge) ask(`absences.${index}.charge.price`, row.services, row.charge.price);
  });
  version.bundles?.forEach((row, index) => ask(`bundles.${index}.price`, row.services, row.price));
  version.charges?.forEach((row, index) => ask(`charges.${index}.price`, row.services, row.price, row.trigger === 'lateCollection'));
  version.aids?.forEach((row, index) => ask(`aids.${index}.amount`, row.services, row.amount));
  return asked;
}

/** A value in the middle of what the text speaks of: 722 for a quotient, a middle bound for a yearly income. */
function usualValue(version: Version, measure: string): string {
  const bounds: number[] = [];
  const take = (rows: readonly { upTo?: string | null | undefined; below?: string | null | undefined }[]): void => {
    for (const row of rows) if (row.upTo ?? row.below) bounds.push(Number(row.upTo ?? row.below));
  };
  for (const scale of version.scales ?? []) if (scale.measure === measure) take(scale.rows);
  eachFormula(version, '', (formula) => { if (formula.kind === 'brackets' && 'rows' in formula && formula.measure === measure) take(formula.rows); });
  bounds.sort((left, right) => left - right);
  return String(bounds.length > 0 && (bounds[0]! > USUAL_QUOTIENT * 2 || bounds.at(-1)! < USUAL_QUOTIENT / 2) ? bounds[Math.floor(bounds.length / 2)] : USUAL_QUOTIENT);
}

/** One child of eight, living in the first zone, with a usual quotient: whom the examples are about. */
function factsOf(version: Version): Facts {
  const inputs = (measure: Version['measures'][number]): Record<string, string> =>
    measure.source === 'declared' ? {} : Object.fromEntries([...measure.plus.map((name) => [name, '1500']), ...(measure.minus ?? []).map((name) => [name, '0']), [measure.dividedBy, '2.5']]);
  const measures = Object.fromEntries(version.measures.map((measure) => [measure.id, [
    measure.source === 'declared' ? { value: usualValue(version, measure.id), from: version.from } : { inputs: inputs(measure), from: version.from },
  ]]));
  const birthOn = `${Number(version.from.slice(0, 4)) - 8}-03-15` as Version['from'];
  return { families: [{ id: 'exemple', zone: version.zones[0]!.id, fund: 'CAF', measures, children: [{ id: CHILD, birthOn, level: 'CE1' }] }], events: [] };
}

/**
 * What each formula gives for one child, with its steps, by the very function that prices:
 * "QF 722 × 0,36 % = 2,60 €". Formulas that such a child gives no price are left out.
 */
export function priceExamples(version: Version): Record<string, string> {
  const asked = formulasOf(version);
  if (asked.length === 0) return {};
  // Each formula is asked alone, as the price of a service of its own, open every day.
  const codes = asked.map((_, index) => `exemple-${index}`);
  const like = (id: string | undefined): Service => version.services.find((service) => service.id === id) ?? version.services[0]!;
  const services = asked.map(({ service, isLate }, index): Service => {
    const { automatic: _, sessions, session, ...model } = like(service);
    return { ...model, id: codes[index]!, ...(isLate ? { session: LATE } : { ...(sessions && { sessions }), ...(session && { session }) }) };
  });
  const prices = asked.map(({ price }, index): PriceRow => ({ id: codes[index]!, label: 'Exemple', services: [codes[index]!], price }));
  const { adjustments: _, absences: __, bundles: ___, charges: ____, aids: _____, booking: ______, ...rest } = version;
  const book = bookOfVersion({ ...rest, services: [...version.services, ...services], prices: [...version.prices, ...prices], booking: [] });
  const facts = factsOf(version);
  return Object.fromEntries(asked.flatMap(({ at }, index) => {
    const { cents, explanation } = unitPriceOf(book, facts, CHILD, codes[index]!, version.from);
    const said = explanation.join(', ');
    const total = formatEuros(asCents(cents ?? 0));
    return cents === null ? [] : [[at, said.endsWith(total) ? said : `${said}, soit ${total}`]];
  }));
}
