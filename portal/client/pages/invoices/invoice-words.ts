import type { InvoicePaper, InvoiceState, PaperRow, ParentInvoiceLine } from '../../../../src-main/features/billing/schema';
import { countedUnits } from '../../../../src-main/kernel/text';
import { euros } from '../../components/amounts';
import type { IconName } from '../../components/icon-paths';

export interface Mark {
  readonly label: string;
  readonly icon: IconName;
  readonly tone: string;
}

/** A state as icon, word and colour. */
export const MARKS: Readonly<Record<InvoiceState, Mark>> = {
  toPay: { label: 'À payer', icon: 'clock', tone: 'bg-cart text-cart-ink' },
  paid: { label: 'Payée', icon: 'done', tone: 'bg-booked text-booked-ink' },
  overdue: { label: 'En retard', icon: 'alert', tone: 'bg-danger-soft text-danger' },
  cancelled: { label: 'Annulée', icon: 'close', tone: 'bg-closed text-closed-ink' },
  credit: { label: 'Avoir', icon: 'undo', tone: 'bg-queue text-queue-ink' },
};

/** "Facture", "Avoir". */
export const paperName = ({ kind }: Pick<ParentInvoiceLine, 'kind'>): string => (kind === 'creditNote' ? 'Avoir' : 'Facture');

/** Families of a list, when there are several: else no name need be told. */
export const tellsFamilies = (invoices: readonly Pick<ParentInvoiceLine, 'familyId'>[]): boolean => new Set(invoices.map(({ familyId }) => familyId)).size > 1;

/** "16 repas × 3,20 €"; empty for amounts that no unit carries. */
export function rowCount({ unit, quantity, unitPriceCents }: PaperRow): string {
  if (unit === '') return '';
  return `${countedUnits(quantity, unit)}${unitPriceCents === null ? '' : ` × ${euros(unitPriceCents)}`}`;
}

/** The reasons of a row, told once where they are the same every day. */
export function sharedReasons({ details }: PaperRow): readonly string[] {
  const [first, ...others] = details;
  return first && others.length > 0 && others.every(({ sentences }) => sentences.join() === first.sentences.join()) ? first.sentences : [];
}

export interface PaperPart {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly rows: readonly PaperRow[];
  readonly totalCents: number;
}

const sum = (rows: readonly PaperRow[]): number => rows.reduce((total, { totalCents }) => total + totalCents, 0);

/** A paper's tables: one a child, and what belongs to the whole family. */
export function partsOf(paper: InvoicePaper): readonly PaperPart[] {
  const children = paper.children.map(({ id, name, place, rows, totalCents }) => ({ key: `${id}`, title: name, detail: place, rows, totalCents }));
  const family = { key: 'family', title: 'Pour toute la famille', detail: '', rows: paper.rows, totalCents: sum(paper.rows) };
  return [...children, family].filter(({ rows }) => rows.length > 0);
}

export interface RowGroup {
  /** "Régularisation de septembre 2026"; null for the period itself. */
  readonly title: string | null;
  readonly rows: readonly PaperRow[];
}

/** What changes an earlier invoice stands apart. */
export function groupsOf(rows: readonly PaperRow[]): readonly RowGroup[] {
  const titles = [...new Set(rows.map(({ correctionOf }) => correctionOf))].sort((left, right) => Number(left !== null) - Number(right !== null));
  return titles.map((title) => ({ title, rows: rows.filter(({ correctionOf }) => correctionOf === title) }));
}
