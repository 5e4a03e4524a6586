import type { InvoicePaper, PaperRow } from '../../../src-main/features/billing/paper-schema';
import { addDays, localDate } from '../../../src-main/kernel/local-date';

const SEPTEMBER = localDate('2026-09-01');

/** One row of an invoice; 16 meals at 3,20 € unless told otherwise. */
export function paperRow(over: Partial<PaperRow> = {}): PaperRow {
  const quantity = over.quantity ?? 16;
  const unitPriceCents = over.unitPriceCents === undefined ? 320 : over.unitPriceCents;
  return {
    label: 'Cantine', unit: 'repas', quantity, unitPriceCents, totalCents: quantity * (unitPriceCents ?? 0), kind: 'unit', correctionOf: null,
    details: Array.from({ length: Math.min(31, Math.abs(quantity)) }, (_, index) => ({
      day: addDays(SEPTEMBER, index), quantity: 1, totalCents: unitPriceCents ?? 0, sentences: ['Quotient 712 : tranche 3, de 701 à 1000.', '3,20 € le repas.'],
    })),
    ...over,
  };
}

/** An invoice of September of the ALAIN family; totals follow the rows. */
export function invoicePaper(over: Partial<InvoicePaper> = {}): InvoicePaper {
  const children = over.children ?? [{ id: 1, name: 'ALAIN Anna', place: 'École Jules-Ferry, CE2', rows: [paperRow()], totalCents: 0 }];
  const summed = children.map((child) => ({ ...child, totalCents: child.rows.reduce((sum, { totalCents }) => sum + totalCents, 0) }));
  const rows = over.rows ?? [];
  const billCents = [...summed, ...rows].reduce((sum, { totalCents }) => sum + totalCents, 0);
  return {
    kind: 'invoice', label: 'F-2026-000123',
    town: {
      name: 'Saint-Aubin-des-Préaux', address: '1 place de la Mairie', postcode: '22300', city: 'Saint-Aubin-des-Préaux',
      phone: '02 96 12 34 56', email: 'mairie@saint-aubin.example', siret: '21220113900012',
    },
    texts: {
      header: '', payment: 'Par carte bancaire ou chèque à l’ordre de la Régie périscolaire, à la mairie, du lundi au vendredi de 9 h à 12 h.\nPar virement, en rappelant le numéro de la facture.',
      recourse: 'Vous pouvez contester cette facture dans les deux mois qui suivent sa réception, devant le tribunal administratif de Rennes.',
      footer: '', issuerName: 'Jeanne KERVELLA', issuerQuality: 'La maire',
    },
    payer: { name: 'Mme Claire BACONNAIS', address: '12 rue des Ajoncs', postcode: '22300', city: 'Saint-Aubin-des-Préaux' },
    family: { id: 42, name: 'ALAIN - BACONNAIS' },
    period: { from: SEPTEMBER, to: localDate('2026-09-30'), label: 'septembre 2026' },
    issuedOn: localDate('2026-10-05'), dueOn: localDate('2026-11-04'), cancels: null,
    children: summed, rows, billCents, share: null, totalCents: billCents,
    portalUrl: 'https://parents.saint-aubin.example/factures/F-2026-000123',
    ...over,
    ...(over.children ? { children: summed } : {}),
  };
}

/** A credit note that takes the usual invoice back. */
export function creditPaper(over: Partial<InvoicePaper> = {}): InvoicePaper {
  const rows = [paperRow({ quantity: -16, totalCents: -5120, details: [] })];
  return invoicePaper({
    kind: 'creditNote', label: 'A-2026-000004', dueOn: null, issuedOn: localDate('2026-10-12'),
    children: [{ id: 1, name: 'ALAIN Anna', place: 'École Jules-Ferry, CE2', rows, totalCents: 0 }],
    cancels: { label: 'F-2026-000123', issuedOn: localDate('2026-10-05'), reason: 'certificat médical reçu après l’émission' },
    portalUrl: 'https://parents.saint-aubin.example/factures/A-2026-000004', ...over,
  });
}
