import { addDays, firstOfMonth, lastOfMonth, makeDate, mondayOf, monthOf, yearOf } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import type { Days, Rulebook, Version } from '../rulebook/schema';

const WIDTHS = ['week', 'month', 'year'] as const;
type Width = (typeof WIDTHS)[number];

const known = new WeakMap<Rulebook, Width>();

/**
 * The days whose facts a period's prices depend on: its weeks, its months, or its whole school
 * years when some rule counts over longer windows (rulebook §7, Totals). Nothing more is loaded.
 */
export function windowOfFacts(rulebook: Rulebook, period: Days): Days {
  let width = known.get(rulebook);
  if (!width) {
    width = widest(rulebook.versions.flatMap(windowsOf));
    known.set(rulebook, width);
  }
  const from = mondayOf(period.from);
  const to = addDays(mondayOf(period.to), 6);
  if (width === 'week') return { from, to };
  if (width === 'month') return { from: mondayOf(firstOfMonth(period.from)), to: addDays(mondayOf(lastOfMonth(period.to)), 6) };
  return { from: earliest(yearStart(from), makeDate(yearOf(from), 1, 1)), to: latest(yearEnd(to), makeDate(yearOf(to), 12, 31)) };
}

const widest = (widths: readonly Width[]): Width => WIDTHS[Math.max(0, ...widths.map((width) => WIDTHS.indexOf(width)))] ?? 'year';

const widthOf = (window: string): Width => (window === 'event' || window === 'day' || window === 'week' ? 'week' : window === 'month' ? 'month' : 'year');

function windowsOf(version: Version): Width[] {
  const shares = (version.regular ?? []).some((one) => one.by === 'share');
  return [
    ...(version.bundles ?? []).map((bundle) => widthOf(bundle.per)),
    ...(version.counters ?? []).map((counter) => widthOf(counter.every)),
    ...(version.charges ?? []).map((charge) => widthOf(charge.every)),
    ...(version.aids ?? []).map((aid) => (aid.cap ? widthOf(aid.cap.every) : 'week')),
    ...(shares ? (['month'] as const) : []),
    ...(version.services.some((service) => service.commitment === 'month') ? (['month'] as const) : []),
  ];
}

/** First day of the school year that holds the day: 1 August, so that any `schoolYearFrom` is inside. */
function yearStart(day: LocalDate): LocalDate {
  return makeDate(monthOf(day) >= 8 ? yearOf(day) : yearOf(day) - 1, 8, 1);
}

const yearEnd = (day: LocalDate): LocalDate => addDays(makeDate(yearOf(yearStart(day)) + 1, 8, 1), -1);
const earliest = (left: LocalDate, right: LocalDate): LocalDate => (left < right ? left : right);
const latest = (left: LocalDate, right: LocalDate): LocalDate => (left > right ? left : right);
