import { firstDay, monthKey, ofMonth, periodLabel } from './months';
import { capitalized } from './words';
import { formatMonth } from '../../kernel/french-dates';
import type { LocalDate } from '../../kernel/local-date';
import { grouped } from '../families/grouped';
import type { Days } from '../rulebook/schema';
import type { BillLine } from './differences';
import type { InvoicePaper, PaperRow } from './paper-schema';

/** All that a paper says besides its lines. Amounts in cents. */
export interface PaperFrame extends Omit<InvoicePaper, 'children' | 'rows' | 'period'> {
  readonly period: Days;
}

/** A child as papers name them. */
export interface PaperChild {
  readonly id: number;
  readonly name: string;
  /** "École Jules-Ferry, CE1" */
  readonly place: string;
}

/** The paper of a payer's share of a bill. Pure: preview and issue make the very same. */
export function makePaper(frame: PaperFrame, lines: readonly BillLine[], children: ReadonlyMap<number, PaperChild>): InvoicePaper {
  const { period, ...said } = frame;
  const byChild = grouped(lines, ({ childId }) => childId);
  return {
    ...said,
    period: { ...period, label: periodLabel(period) },
    children: [...byChild].filter(([id]) => id !== null).map(([id, own]) => ({
      ...(children.get(id!) ?? { id: id!, name: '', place: '' }), rows: rowsOf(own, period), totalCents: sum(own),
    })).sort((left, right) => order(children, left.id) - order(children, right.id)),
    rows: rowsOf(byChild.get(null) ?? [], period),
  };
}

const order = (children: ReadonlyMap<number, PaperChild>, id: number): number => [...children.keys()].indexOf(id);
const sum = (lines: readonly { readonly totalCents: number }[]): number => lines.reduce((total, line) => total + line.totalCents, 0);
const KINDS: readonly PaperRow['kind'][] = ['unit', 'bundle', 'charge', 'aid'];

/** Lines of one label, unit price and month together: what is of the period first, then what changes earlier months. */
function rowsOf(lines: readonly BillLine[], period: Days): PaperRow[] {
  const groups = grouped(lines, (line) => JSON.stringify([headingOf(line, period), line.kind, line.label, line.unit, line.unitPriceCents, line.quantity < 0]));
  const rows = [...groups.values()].map((group): PaperRow & { readonly month: string } => {
    const first = group[0]!;
    const correctionOf = headingOf(first, period);
    return {
      month: correctionOf === null ? '' : monthKey(first.day),
      label: first.label, unit: first.unit, quantity: group.reduce((total, { quantity }) => total + quantity, 0), unitPriceCents: first.unitPriceCents,
      totalCents: sum(group), kind: first.kind, correctionOf,
      details: group.map(({ day, quantity, totalCents, explanation }) => ({ day, quantity, totalCents, sentences: [...explanation] })),
    };
  });
  return rows.sort((left, right) => compare(left.month, right.month) || compare(left.correctionOf ?? '', right.correctionOf ?? '')
    || KINDS.indexOf(left.kind) - KINDS.indexOf(right.kind) || compare(left.label, right.label)).map(({ month: _, ...row }) => row);
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** What stands apart: changes of what was billed, and what an earlier month left over. */
function headingOf({ isCorrection, day }: { readonly isCorrection: boolean; readonly day: LocalDate }, period: Days): string | null {
  const month = monthKey(day);
  if (isCorrection) return `Régularisation ${ofMonth(month)}`;
  return day < period.from || day > period.to ? `${capitalized(formatMonth(firstDay(month)))}, non encore facturé` : null;
}
