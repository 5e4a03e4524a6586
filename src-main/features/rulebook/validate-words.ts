import type { Findings, Path } from './findings';
import { eachCondition, eachFormula, eachValue } from './findings';
import type { Calendar, Condition, Range, Version } from './schema';
import { WINDOWS } from './schema';

/** Words and ids that a version's rows name: each must be listed once. */
interface Lists {
  version: Version;
  services: ReadonlySet<string>;
  deadlines: ReadonlySet<string>;
  measures: ReadonlySet<string>;
  counters: ReadonlySet<string>;
  options: ReadonlySet<string>;
  periods: ReadonlySet<string>;
  findings: Findings;
}

const idsOf = (rows: readonly { id: string }[] | undefined): Set<string> => new Set((rows ?? []).map((row) => row.id));

function listsOf(version: Version, added: Calendar | undefined, findings: Findings): Lists {
  const periods = [...(version.calendar?.periods ?? []), ...(added?.periods ?? [])];
  return {
    version, findings,
    services: idsOf(version.services), deadlines: idsOf(version.deadlines), measures: idsOf(version.measures), counters: idsOf(version.counters),
    options: idsOf(version.services.flatMap((service) => service.options ?? [])),
    periods: new Set(periods.flatMap((period) => [period.kind, period.id])),
  };
}

function checkWords(lists: Lists, words: readonly string[] | undefined, known: ReadonlySet<string>, what: string, at: Path): void {
  for (const word of words ?? []) {
    if (!known.has(word)) lists.findings.error('unknownWord', at, `Le mot « ${word} » n'est pas dans la liste ${what}. Faut-il l'y ajouter ?`);
  }
}

function checkRef(lists: Lists, id: string | null | undefined, known: ReadonlySet<string>, what: string, at: Path): void {
  if (id != null && !known.has(id)) lists.findings.error('unknownRef', at, `${what} « ${id} » n'existe pas. Lequel faut-il prendre ?`);
}

function checkPeriod(lists: Lists, kind: string | undefined, at: Path): void {
  if (kind === undefined || (WINDOWS as readonly string[]).includes(kind) || lists.periods.has(kind)) return;
  lists.findings.error('noPeriods', at, `Quelles sont les dates des périodes « ${kind} » ?`);
}

function checkRange(lists: Lists, range: Partial<Range> | undefined, at: Path): void {
  if (range && typeof range.min === 'number' && typeof range.max === 'number' && range.min > range.max) {
    lists.findings.error('unreachable', at, `Le minimum ${range.min} dépasse le maximum ${range.max} : ce cas n'arrive jamais. Quelles bornes ?`);
  }
}

function checkMeasure(lists: Lists, measure: Condition['measure'], at: Path): void {
  if (!measure) return;
  checkRef(lists, measure.id, lists.measures, 'Le revenu ou quotient', at);
  if (measure.min != null && measure.max != null && Number(measure.min) > Number(measure.max)) {
    lists.findings.error('unreachable', at, `Le minimum ${measure.min} dépasse le maximum ${measure.max} : ce cas n'arrive jamais. Quelles bornes ?`);
  }
}

function checkCondition(lists: Lists, when: Condition, at: Path): void {
  const { version } = lists;
  checkWords(lists, when.zone, idsOf(version.zones), 'des zones', `${at}.zone`);
  checkWords(lists, when.flags, idsOf(version.flags), 'des cases à cocher', `${at}.flags`);
  checkWords(lists, when.category, new Set(['enfant', ...idsOf(version.categories)]), 'des catégories', `${at}.category`);
  checkWords(lists, when.school, idsOf(version.schools), 'des écoles', `${at}.school`);
  checkWords(lists, when.options, lists.options, 'des options', `${at}.options`);
  checkMeasure(lists, when.measure, `${at}.measure`);
  checkRef(lists, when.counter?.id, lists.counters, 'Le compteur', `${at}.counter`);
  checkRef(lists, when.toldBefore, lists.deadlines, 'Le délai', `${at}.toldBefore`);
  checkRef(lists, when.spellToldBefore, lists.deadlines, 'Le délai', `${at}.spellToldBefore`);
  checkRef(lists, when.withService?.service, lists.services, 'La prestation', `${at}.withService`);
  for (const kind of when.period ?? []) checkPeriod(lists, kind, `${at}.period`);
  checkPeriod(lists, when.afterPeriod, `${at}.afterPeriod`);
  checkPeriod(lists, when.lateOrder, `${at}.lateOrder`);
  for (const facet of ['age', 'rank', 'children', 'minutes', 'daysInWeek', 'usualDays', 'counter', 'spellDay', 'spellLength'] as const) {
    checkRange(lists, when[facet], `${at}.${facet}`);
  }
}

function checkRows(lists: Lists, at: Path): void {
  const { version } = lists;
  version.booking.forEach((row, index) => {
    const here = `${at}.booking.${index}`;
    for (const action of ['book', 'change', 'cancel', 'enrol'] as const) {
      const rule = row[action];
      for (const key of ['limit', 'opens', 'until'] as const) checkRef(lists, rule?.[key], lists.deadlines, 'Le délai', `${here}.${action}.${key}`);
    }
    checkRef(lists, row.payment?.by, lists.deadlines, 'Le délai', `${here}.payment.by`);
  });
  version.deadlines.forEach((deadline, index) => {
    if (deadline.kind === 'before') checkPeriod(lists, deadline.anchor, `${at}.deadlines.${index}.anchor`);
  });
  version.services.forEach((service, index) => {
    const here = `${at}.services.${index}`;
    checkRef(lists, service.automatic?.with, lists.services, 'La prestation', `${here}.automatic.with`);
    for (const kind of service.periods ?? []) checkPeriod(lists, kind, `${here}.periods`);
    for (const row of service.opening ?? []) checkPeriod(lists, row.period, `${here}.opening`);
    if (service.clock && service.clock !== 'none' && !service.session && !service.sessions) {
      lists.findings.error('noSession', here, `Quels sont les horaires de « ${service.label} » ?`);
    }
  });
  version.bundles?.forEach((bundle, index) => {
    checkPeriod(lists, bundle.per, `${at}.bundles.${index}.per`);
    checkPeriod(lists, bundle.carryOver, `${at}.bundles.${index}.carryOver`);
    for (const service of bundle.needs ?? []) checkRef(lists, service, lists.services, 'La prestation', `${at}.bundles.${index}.needs`);
  });
  version.charges?.forEach((charge, index) => checkPeriod(lists, charge.every, `${at}.charges.${index}.every`));
  version.counters?.forEach((counter, index) => checkPeriod(lists, counter.every, `${at}.counters.${index}.every`));
  version.aids?.forEach((aid, index) => {
    checkPeriod(lists, aid.cap?.every, `${at}.aids.${index}.cap`);
    for (const charge of aid.charges ?? []) checkRef(lists, charge, idsOf(version.charges), 'Le frais', `${at}.aids.${index}.charges`);
  });
  version.assimilations?.forEach((row, index) => {
    const here = `${at}.assimilations.${index}`;
    checkWords(lists, [row.zone], idsOf(version.zones), 'des zones', `${here}.zone`);
    eachCondition(row, here, (when, path) => {
      if (when.zone) lists.findings.error('circular', `${path}.zone`, 'Une zone ne peut pas dépendre de la zone. De quoi dépend-elle ?');
    });
  });
}

function checkFormulas(lists: Lists, at: Path): void {
  const { version } = lists;
  eachFormula(version, at, (formula, path) => {
    if (formula.kind === 'rate' || (formula.kind === 'brackets' && 'measure' in formula)) checkRef(lists, formula.measure, lists.measures, 'Le revenu ou quotient', `${path}.measure`);
    if (formula.kind === 'brackets' && 'scale' in formula) checkRef(lists, formula.scale, idsOf(version.scales), 'La grille', `${path}.scale`);
  });
  version.scales?.forEach((scale, index) => checkRef(lists, scale.measure, lists.measures, 'Le revenu ou quotient', `${at}.scales.${index}.measure`));
  const prices = idsOf(version.prices);
  eachValue(version, at, (value, path, key) => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && 'price' in value && typeof value.price === 'string') {
      checkRef(lists, value.price, prices, 'Le tarif', `${path}.price`);
    }
    if (key === 'services' && Array.isArray(value) && value.every((one) => typeof one === 'string')) {
      for (const service of value) checkRef(lists, service, lists.services, 'La prestation', path);
    }
  });
}

function checkUnique(rows: readonly { id: string }[] | undefined, at: Path, findings: Findings): void {
  const seen = new Set<string>();
  rows?.forEach((row, index) => {
    if (seen.has(row.id)) findings.error('duplicate', `${at}.${index}`, `« ${row.id} » désigne deux lignes. Laquelle garder ?`);
    seen.add(row.id);
  });
}

/** Words that are not listed, ids that do not exist or exist twice, kinds of periods without dates (spec §9, §12). */
export function validateWords(version: Version, at: Path, added: Calendar | undefined, findings: Findings): void {
  const lists = listsOf(version, added, findings);
  eachCondition(version, at, (when, path) => checkCondition(lists, when, path));
  checkRows(lists, at);
  checkFormulas(lists, at);
  for (const list of ['zones', 'categories', 'flags', 'schools', 'measures', 'scales', 'assimilations', 'services', 'deadlines', 'admission', 'counters', 'prices', 'adjustments', 'absences', 'bundles', 'charges', 'aids'] as const) {
    checkUnique(version[list], `${at}.${list}`, findings);
  }
}
