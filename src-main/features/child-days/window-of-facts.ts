import { addDays, firstOfMonth, lastOfMonth, makeDate, mondayOf, monthOf, yearOf } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import { SPELL_DAYS, windowsOf } from '../rulebook/reach';
import type { Days, Rulebook, Version } from '../rulebook/schema';

const WIDTHS = ['week', 'month', 'year'] as const;
type Width = (typeof WIDTHS)[number];

/** How far the rules of a rulebook look around a period. */
interface Look {
  readonly width: Width;
  readonly spells: boolean;
}

const known = new WeakMap<Rulebook, Look>();

/**
 * The days whose facts a period's prices depend on: its weeks, its months, or its whole school
 * years when some rule counts over longer windows (rulebook §7, Totals); and where a rule asks about
 * spells of absence, the days around the period over which one may run. Nothing more is loaded.
 */
export function windowOfFacts(rulebook: Rulebook, period: Days): Days {
  const { width, spells } = lookOf(rulebook);
  const window = widened(width, period);
  if (!spells) return window;
  return { from: earliest(window.from, addDays(period.from, -SPELL_DAYS)), to: latest(window.to, addDays(period.to, SPELL_DAYS)) };
}

function lookOf(rulebook: Rulebook): Look {
  let look = known.get(rulebook);
  if (!look) {
    look = { width: widest(rulebook.versions.flatMap(widthsOf)), spells: rulebook.versions.some((version) => windowsOf(version).spells) };
    known.set(rulebook, look);
  }
  return look;
}

function widened(width: Width, period: Days): Days {
  const from = mondayOf(period.from);
  const to = addDays(mondayOf(period.to), 6);
  if (width === 'week') return { from, to };
  if (width === 'month') return { from: mondayOf(firstOfMonth(period.from)), to: addDays(mondayOf(lastOfMonth(period.to)), 6) };
  return { from: earliest(yearStart(from), makeDate(yearOf(from), 1, 1)), to: latest(yearEnd(to), makeDate(yearOf(to), 12, 31)) };
}

const widest = (widths: readonly Width[]): Width => WIDTHS[Math.max(0, ...widths.map((width) => WIDTHS.indexOf(width)))] ?? 'year';

const widthOf = (window: string): Width => (window === 'event' || window === 'day' || window === 'week' ? 'week' : window === 'month' ? 'month' : 'year');

/** Beyond what prices look at: all that is counted, charged or committed to, of which the pages tell where it stands. */
function widthsOf(version: Version): Width[] {
  const { priced, counted } = windowsOf(version);
  return [
    ...[...priced, ...counted].map(widthOf),
    ...(version.bundles ?? []).map((bundle) => widthOf(bundle.per)),
    ...(version.counters ?? []).map((counter) => widthOf(counter.every)),
    ...(version.charges ?? []).map((charge) => widthOf(charge.every)),
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
