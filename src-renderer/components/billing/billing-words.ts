import type { InvoiceLine, InvoiceState, PreviewFlag, RunLine, RunOverview, RunState } from '../../../src-main/features/billing/schema';
import { cents, formatEuros } from '../../../src-main/kernel/money';
import { counted } from '../../../src-main/kernel/text';

/** A word with its icon and colours: never a colour alone. */
export interface Mark {
  readonly label: string;
  readonly icon: string;
  readonly tone: string;
}

export const INVOICE_MARKS: Readonly<Record<InvoiceState, Mark>> = {
  toPay: { label: 'À payer', icon: 'i-lucide-clock', tone: 'bg-cart text-cart-ink' },
  paid: { label: 'Payée', icon: 'i-lucide-check', tone: 'bg-booked text-booked-ink' },
  overdue: { label: 'En retard', icon: 'i-lucide-triangle-alert', tone: 'bg-late text-late-ink' },
  cancelled: { label: 'Annulée', icon: 'i-lucide-ban', tone: 'bg-closed text-closed-ink' },
  credit: { label: 'Avoir', icon: 'i-lucide-undo-2', tone: 'bg-queue text-queue-ink' },
};

export const RUN_MARKS: Readonly<Record<RunState, Mark>> = {
  preparing: { label: 'En préparation', icon: 'i-lucide-list-checks', tone: 'bg-cart text-cart-ink' },
  issuing: { label: 'Émission en cours', icon: 'i-lucide-loader', tone: 'bg-cart text-cart-ink' },
  stopped: { label: 'Arrêtée', icon: 'i-lucide-pause', tone: 'bg-late text-late-ink' },
  issued: { label: 'Émise', icon: 'i-lucide-check', tone: 'bg-booked text-booked-ink' },
  abandoned: { label: 'Abandonnée', icon: 'i-lucide-ban', tone: 'bg-closed text-closed-ink' },
};

export const FLAG_MARKS: Readonly<Record<PreviewFlag, Mark>> = {
  correction: { label: 'régularisation', icon: 'i-lucide-history', tone: 'bg-queue text-queue-ink' },
  newRules: { label: 'tarif changé depuis', icon: 'i-lucide-scale', tone: 'bg-queue text-queue-ink' },
  unknownQuotient: { label: 'quotient inconnu', icon: 'i-lucide-circle-help', tone: 'bg-late text-late-ink' },
  priceNotSet: { label: 'prix non fixé', icon: 'i-lucide-circle-help', tone: 'bg-late text-late-ink' },
  noPayer: { label: 'personne à facturer', icon: 'i-lucide-user-x', tone: 'bg-danger-soft text-danger' },
  noAddress: { label: 'adresse manquante', icon: 'i-lucide-map-pin-off', tone: 'bg-late text-late-ink' },
  belowMinimum: { label: 'reporté, sous le minimum', icon: 'i-lucide-hourglass', tone: 'bg-closed text-closed-ink' },
  credit: { label: 'avoir', icon: 'i-lucide-undo-2', tone: 'bg-queue text-queue-ink' },
  outlier: { label: 'écart inhabituel', icon: 'i-lucide-chart-scatter', tone: 'bg-late text-late-ink' },
};

export const euros = (amount: number): string => formatEuros(cents(amount));

/** "d’octobre 2026", "de septembre 2026": before a vowel the word is cut. */
export const ofPeriod = (label: string): string => (/^[aeiouyéèêâîôûh]/i.test(label) ? `d’${label}` : `de ${label}`);

/** "118 factures et 2 avoirs" */
export function papersWords({ invoices, creditNotes }: Pick<RunLine, 'invoices' | 'creditNotes'>): string {
  const parts = [invoices > 0 || creditNotes === 0 ? counted(invoices, 'facture', 'factures') : '', creditNotes > 0 ? counted(creditNotes, 'avoir', 'avoirs') : ''];
  return parts.filter(Boolean).join(' et ');
}

/** "F-2026-000001 à F-2026-000118" */
export function numbersWords({ firstLabel, lastLabel }: Pick<RunOverview, 'firstLabel' | 'lastLabel'>): string {
  if (firstLabel === null) return '';
  return lastLabel === null || lastLabel === firstLabel ? firstLabel : `${firstLabel} à ${lastLabel}`;
}

/** What to name a paper by: "Facture F-2026-000001", "Avoir A-2026-000001". */
export const paperName = ({ kind, label }: Pick<InvoiceLine, 'kind' | 'label'>): string => `${kind === 'invoice' ? 'Facture' : 'Avoir'} ${label}`;
