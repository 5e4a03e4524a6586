import { addMonths, firstOfMonth, localDate, yearOf } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import { decimal, minus, over, plus } from './exact';
import type { Exact } from './exact';
import type { Condition, Measure, MeasureEntry } from './schema';

/** First day that a declared entry counts: its own `from`, or by the measure's `effective`. Never backwards. */
function countsFrom(entry: MeasureEntry, measure: Measure): LocalDate {
  if (entry.from) return entry.from;
  const proved = localDate(entry.provedOn ?? '');
  switch (measure.effective ?? 'nextMonth') {
    case 'provedDay': return proved;
    case 'sameMonth': return firstOfMonth(proved);
    default: return addMonths(firstOfMonth(proved), 1);
  }
}

/** The first renewal day on or after an entry's `from`: its value lapses after it. */
function lapsesAfter(from: LocalDate, renewal: string): string {
  const same = `${yearOf(from)}-${renewal}`;
  return same >= from ? same : `${yearOf(from) + 1}-${renewal}`;
}

/** The entry that counts on a day; the latest one wins, and the last written among equals. */
function entryOn(entries: readonly MeasureEntry[], measure: Measure, day: LocalDate): MeasureEntry | null {
  let found: MeasureEntry | null = null;
  let since = '';
  for (const entry of entries) {
    const from = countsFrom(entry, measure);
    if (from > day || from < since) continue;
    if (measure.renewal && day > lapsesAfter(from, measure.renewal)) continue;
    found = entry;
    since = from;
  }
  return found;
}

function sum(names: readonly string[], inputs: Record<string, string>): Exact | null {
  let total = decimal('0');
  for (const name of names) {
    const input = inputs[name];
    if (input === undefined) return null;
    total = plus(total, decimal(input));
  }
  return total;
}

/**
 * The value of a measure on a day (spec §3); null when there is none that is valid.
 * A computed quotient is not rounded; abatements are taken off before the division.
 */
export function measureOn(entries: readonly MeasureEntry[] | undefined, measure: Measure, day: LocalDate, holds: (when: Condition) => boolean | null): Exact | null {
  const entry = entries && entryOn(entries, measure, day);
  if (!entry) return null;
  let top: Exact | null = entry.value === undefined ? null : decimal(entry.value);
  let divisor: Exact | null = null;
  if (top === null && measure.source === 'computed') {
    const inputs = entry.inputs ?? {};
    const added = sum(measure.plus, inputs);
    const removed = sum(measure.minus ?? [], inputs);
    const dividedBy = inputs[measure.dividedBy];
    if (!added || !removed || dividedBy === undefined || decimal(dividedBy).top <= 0n) return null;
    top = minus(added, removed);
    divisor = decimal(dividedBy);
  }
  if (top === null) return null;
  for (const abatement of measure.abatements ?? []) {
    if (abatement.amount !== null && holds(abatement.when) === true) top = minus(top, decimal(abatement.amount));
  }
  return divisor ? over(top, divisor) : top;
}
