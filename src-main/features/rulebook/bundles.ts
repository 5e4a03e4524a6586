import type { LocalDate } from '../../kernel/local-date';
import type { Case } from './case';
import { holds } from './conditions';
import type { Draft } from './drafts';
import { rounded } from './exact';
import { euros, PRICE_NOT_SET, signedEuros } from './explain';
import { amountOf } from './formulas';
import type { Rules } from './rules';
import type { Bundle, Formula } from './schema';
import { windowRank } from './windows';

/** Lines of one child or family in one window, looked at together. */
interface Group {
  drafts: Draft[];
  /** Start of the window that a booklet is carried over in. */
  carriedSince: LocalDate | null;
}

const isUnit = (draft: Draft): boolean => draft.line.kind === 'unit';

/** Lines with a quantity, not absent (unless they count), matching line by line, not absorbed yet. */
function isTaken(bundle: Bundle, draft: Draft): boolean {
  if (draft.line.quantity === 0 || (draft.absent && !bundle.countAbsences)) return false;
  if (!draft.services.every((service) => bundle.services.includes(service))) return false;
  return !draft.absorbed.includes(bundle.per);
}

function groupsOf(bundle: Bundle, rules: Rules, drafts: readonly Draft[]): Group[] {
  const groups = new Map<string, Group>();
  for (const draft of drafts) {
    if (draft.one.rules !== rules || !isTaken(bundle, draft)) continue;
    if (holds(bundle.when, draft.one) !== true || (bundle.by === 'child' && draft.line.child === null)) continue;
    const window = rules.windowOn(bundle.per, draft.line.day);
    if (!window) {
      draft.line.explanation.push(`${bundle.label} : non appliqué, ce jour n'est dans aucune période`);
      continue;
    }
    const key = `${window.from} ${bundle.by === 'child' ? draft.line.child : ''}`;
    let group = groups.get(key);
    if (!group) {
      const carried = bundle.carryOver && rules.windowOn(bundle.carryOver, draft.line.day);
      group = { drafts: [], carriedSince: carried ? carried.from : null };
      groups.set(key, group);
    }
    group.drafts.push(draft);
  }
  return [...groups.values()].filter((group) => group.drafts.some(isUnit));
}

function countOf(bundle: Bundle, group: Group): number {
  const units = group.drafts.filter(isUnit);
  return bundle.count === 'days' ? new Set(units.map((draft) => draft.line.day)).size : units.length;
}

const earliest = (hours: readonly (string | null)[]): string | null => hours.reduce((left, right) => (left === null || (right !== null && right < left) ? right : left), null);
const latest = (hours: readonly (string | null)[]): string | null => hours.reduce((left, right) => (left === null || (right !== null && right > left) ? right : left), null);

/** The case of a group: its last day, earliest arrival, latest departure, all its minutes. */
function caseOfGroup(group: Group, count: number): Case {
  const cases = group.drafts.filter(isUnit).map((draft) => draft.one);
  return {
    ...cases.at(-1)!,
    arrival: earliest(cases.map((one) => one.arrival)),
    departure: latest(cases.map((one) => one.departure)),
    minutes: cases.reduce((sum, one) => sum + (one.minutes ?? 0), 0),
    count,
  };
}

function addLine(bundle: Bundle, group: Group, cents: number, said: readonly string[]): Draft {
  const last = group.drafts.reduce((left, right) => (right.line.day >= left.line.day ? right : left));
  const services = [...new Set(group.drafts.flatMap((draft) => draft.services))];
  return {
    line: {
      kind: 'bundle', day: last.line.day, child: bundle.by === 'child' ? last.line.child : null, family: last.line.family,
      service: services.length === 1 ? services[0]! : null, unit: 'forfait', quantity: 1, unitPriceCents: cents, totalCents: cents,
      rule: bundle.id, explanation: [...said],
    },
    one: last.one, unit: null, services, absent: false, inside: cents, outside: 0, absorbed: bundle.effect === 'replace' ? [bundle.per] : [],
  };
}

/** Lines become 0; adjustments marked `outsideBundles` stay on top. */
function absorb(bundle: Bundle, group: Group): void {
  for (const draft of group.drafts) {
    draft.absorbed.push(bundle.per);
    draft.inside = 0;
    draft.line.totalCents = draft.outside;
    draft.line.unitPriceCents = draft.line.quantity === 0 ? 0 : Math.round(draft.outside / draft.line.quantity);
    draft.line.explanation.push(`compris dans : ${bundle.label}${draft.outside === 0 ? '' : `, reste ${euros(draft.outside)}`}`);
  }
}

function leave(bundle: Bundle, group: Group, why: string): void {
  for (const draft of group.drafts) draft.line.explanation.push(`${bundle.label} : ${why}`);
}

/** Tickets left in the booklet begun. */
function ticketsLeft(price: Formula, count: number): number | null {
  if (price === null || typeof price === 'number' || !('kind' in price) || price.kind !== 'slices' || price.size === null) return null;
  return Math.ceil(count / price.size) * price.size - count;
}

/** Price of the window; of a booklet carried over, what this window adds to the ones before. */
function priceOfGroup(bundle: Bundle, group: Group, before: number): { cents: number | null; said: readonly string[] } {
  const count = countOf(bundle, group);
  const one = caseOfGroup(group, before + count);
  const found = amountOf(bundle.price, one);
  const cents = found.cents && rounded(found.cents, one.rules.rounding);
  if (cents === null || before === 0) return { cents, said: found.said };
  const paid = amountOf(bundle.price, { ...one, count: before }).cents;
  return { cents: paid && cents - rounded(paid, one.rules.rounding), said: [...found.said, `dont ${before} déjà comptés`] };
}

function replaceGroup(bundle: Bundle, group: Group, before: number): Draft[] {
  const { cents, said } = priceOfGroup(bundle, group, before);
  if (cents === null) {
    leave(bundle, group, PRICE_NOT_SET);
    return [];
  }
  const sum = group.drafts.reduce((total, draft) => total + (draft.inside ?? 0), 0);
  absorb(bundle, group);
  const line = addLine(bundle, group, cents, [`${bundle.label} : ${[...said, euros(cents)].join(', ')} au lieu de ${euros(sum)}`]);
  const left = bundle.carryOver ? ticketsLeft(bundle.price, before + countOf(bundle, group)) : null;
  if (left !== null) {
    line.line.remaining = left;
    line.line.explanation.push(`reste ${left}`);
  }
  return [line];
}

function boundGroup(bundle: Bundle, group: Group): Draft[] {
  const { cents } = priceOfGroup(bundle, group, 0);
  if (cents === null || group.drafts.some((draft) => draft.inside === null)) {
    leave(bundle, group, cents === null ? PRICE_NOT_SET : 'un prix n\'est pas fixé, non appliqué');
    return [];
  }
  const sum = group.drafts.reduce((total, draft) => total + (draft.inside ?? 0), 0);
  const difference = cents - sum;
  const applies = bundle.effect === 'atMost' ? difference < 0 : difference > 0;
  if (!applies) return [];
  const word = bundle.effect === 'atMost' ? 'plafond' : 'minimum';
  return [addLine(bundle, group, difference, [`${bundle.label} : ${word} de ${euros(cents)}, total ${euros(sum)}, ${signedEuros(difference)}`])];
}

function applyBundle(bundle: Bundle, rules: Rules, drafts: readonly Draft[]): Draft[] {
  const made: Draft[] = [];
  const carried = new Map<string, number>();
  for (const group of groupsOf(bundle, rules, drafts)) {
    const count = countOf(bundle, group);
    const carriedKey = `${group.carriedSince} ${bundle.by === 'child' ? group.drafts[0]!.line.child : ''}`;
    const before = group.carriedSince === null ? 0 : (carried.get(carriedKey) ?? 0);
    carried.set(carriedKey, before + count);
    if (bundle.needs && !bundle.needs.every((service) => group.drafts.some((draft) => draft.services.includes(service)))) continue;
    if (bundle.from === null) leave(bundle, group, 'seuil non fixé, non appliqué');
    else if (bundle.from === undefined || count >= bundle.from) made.push(...(bundle.effect === 'replace' ? replaceGroup(bundle, group, before) : boundGroup(bundle, group)));
  }
  return made;
}

/** Step 4: bundles of each version, from the day to longer windows, then in file order (spec §7). */
export function applyBundles(drafts: Draft[], versions: readonly Rules[]): void {
  for (const rules of versions) {
    const bundles = [...(rules.version.bundles ?? [])].sort((left, right) => windowRank(left.per) - windowRank(right.per));
    for (const bundle of bundles) drafts.push(...applyBundle(bundle, rules, drafts));
  }
}
