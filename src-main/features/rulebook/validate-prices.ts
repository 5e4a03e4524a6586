import { euros } from './explain';
import type { Findings, Path } from './findings';
import { eachFormula, eachValue } from './findings';
import { concerns } from './rules';
import type { Bundle, Condition, Formula, Version } from './schema';

const NO_DEFAULT = 'Quel prix pour un enfant qui n\'entre dans aucun de ces cas ?';

const isAlways = (when: Condition | undefined): boolean => when === undefined || Object.values(when).every((facet) => facet === undefined);

/** Words of the facets whose whole list is known: cases that name them all leave nobody out. */
function allWords(version: Version, facet: string): readonly string[] | null {
  switch (facet) {
    case 'zone': return version.zones.map((zone) => zone.id);
    case 'fund': return ['CAF', 'MSA', 'autre'];
    case 'status': return ['regular', 'occasional'];
    case 'booking': return ['inTime', 'late', 'none'];
    default: return null;
  }
}

/** The rows leave nobody out: an unconditional one, or one facet whose words are all named. */
function coversAll(version: Version, conditions: readonly (Condition | undefined)[]): boolean {
  if (conditions.some(isAlways)) return true;
  return ['zone', 'fund', 'status', 'booking'].some((facet) => {
    const named = new Set(conditions.flatMap((when) => {
      const entries = Object.entries(when ?? {}).filter(([, asked]) => asked !== undefined);
      return entries.length === 1 && entries[0]![0] === facet ? (entries[0]![1] as string[]) : [];
    }));
    return allWords(version, facet)?.every((word) => named.has(word)) ?? false;
  });
}

function checkPriceRows(version: Version, at: Path, findings: Findings): void {
  version.services.forEach((service, index) => {
    const rows = version.prices.map((row, place) => ({ row, place })).filter(({ row }) => concerns(row, service.id));
    if (rows.length === 0) findings.error('noPrice', `${at}.services.${index}`, `Quel est le prix de « ${service.label} » ?`);
    else if (!coversAll(version, rows.map(({ row }) => row.when))) findings.error('noDefault', `${at}.prices.${rows.at(-1)!.place}`, `${service.label} : ${lowerFirst(NO_DEFAULT)}`);
  });
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Rows that never serve because an unconditional one stands before them, for all their services. */
function checkReach(rows: readonly { label: string; services?: readonly string[] | undefined; when?: Condition | undefined }[], at: Path, version: Version, findings: Findings): void {
  const settled = new Set<string>();
  const all = version.services.map((service) => service.id);
  rows.forEach((row, index) => {
    const services = row.services ?? all;
    if (services.every((service) => settled.has(service))) {
      findings.error('unreachable', `${at}.${index}`, `« ${row.label} » vient après une ligne sans condition et ne sert jamais. Dans quel ordre les lire ?`);
    }
    if (isAlways(row.when)) for (const service of services) settled.add(service);
  });
}

function checkFormulas(version: Version, at: Path, findings: Findings): void {
  eachFormula(version, at, (formula, path) => {
    if (formula.kind === 'slices' && formula.started == null) findings.error('ambiguousSlice', path, 'Une tranche de temps est-elle due entamée, ou complète ?');
    if (formula.kind === 'ladder' && formula.steps.at(-1)?.upTo != null) {
      findings.error('noDefault', `${path}.steps`, `Au-delà de ${formula.steps.at(-1)?.upTo}, quel prix ?`);
    }
    if (formula.kind !== 'choose') return;
    if (!coversAll(version, formula.cases.map((one) => one.when))) findings.error('noDefault', `${path}.cases`, NO_DEFAULT);
    const settled = formula.cases.findIndex((one) => isAlways(one.when));
    if (settled >= 0 && settled < formula.cases.length - 1) {
      findings.error('unreachable', `${path}.cases.${settled + 1}`, 'Ce cas vient après celui par défaut et ne sert jamais. Dans quel ordre les lire ?');
    }
  });
}

const PRICE_KEYS = ['price', 'add', 'replace', 'amount', 'charge', 'percent', 'plus', 'factor', 'times', 'prices'];
const isPriceKey = (at: Path): boolean => PRICE_KEYS.includes(at.split('.').filter((key) => !/^\d+$/.test(key)).at(-1) ?? '');

/** Every `null` is a figure that the council must give. */
function checkUnknown(version: Version, at: Path, findings: Findings): void {
  let label = '';
  eachValue(version, at, (value, path) => {
    if (typeof value === 'object' && value !== null && 'label' in value && typeof value.label === 'string') label = value.label;
    if (value !== null) return;
    if (isPriceKey(path)) findings.error('noPrice', path, `Quel prix pour « ${label} » ?`);
    else findings.error('notFixed', path, `Quelle valeur pour « ${label} » ? Elle n'est pas fixée.`);
  });
}

const isInteger = (text: string): boolean => !/\.\d*[1-9]/.test(text);

/** Something that may give fractions of cents. */
function needsRounding(version: Version, at: Path): boolean {
  let needed = false;
  eachFormula(version, at, (formula) => {
    if (formula.kind === 'rate' || (formula.kind === 'multiple' && formula.times !== null && !isInteger(formula.times))) needed = true;
  });
  const percents = [...(version.adjustments ?? []), ...(version.aids ?? [])].some((row) => row.percent !== undefined);
  return needed || percents || (version.absences ?? []).some((row) => typeof row.charge === 'object' && row.charge !== null && 'percent' in row.charge);
}

/** A threshold at which the bill falls, or a bundle dearer than its lines: both figures are shown. */
function checkThreshold(bundle: Bundle, version: Version, at: Path, findings: Findings): void {
  if (bundle.effect !== 'replace' || typeof bundle.price !== 'number' || typeof bundle.from !== 'number') return;
  const { from: threshold, price } = bundle;
  const flat = new Set(version.prices.filter((row) => row.services.some((service) => bundle.services.includes(service))).map((row) => row.price).filter((one): one is number & Formula => typeof one === 'number' && one > 0));
  for (const each of flat) {
    const before = each * (threshold - 1);
    const after = each * threshold;
    if (before > price) findings.warning('fall', at, `« ${bundle.label} » : ${threshold - 1} × ${euros(each)} = ${euros(before)}, puis ${euros(price)} à partir de ${threshold} : la facture baisse. Est-ce voulu ?`);
    if (after < price) findings.warning('dearer', at, `« ${bundle.label} » : ${threshold} × ${euros(each)} = ${euros(after)}, le forfait coûte ${euros(price)}. Est-ce voulu ?`);
  }
}

/** Prices that are missing, cases left out, rows never read, rounding not said, thresholds (spec §9). */
export function validatePrices(version: Version, at: Path, findings: Findings): void {
  checkPriceRows(version, at, findings);
  checkReach(version.prices, `${at}.prices`, version, findings);
  checkReach(version.absences ?? [], `${at}.absences`, version, findings);
  checkFormulas(version, at, findings);
  checkUnknown(version, at, findings);
  if (!version.rounding && needsRounding(version, at)) findings.error('rounding', `${at}.rounding`, 'Arrondir l\'unité ou le total, dans quel sens ?');
  version.bundles?.forEach((bundle, index) => checkThreshold(bundle, version, `${at}.bundles.${index}`, findings));
}
