import type { BillingSettings, InvoicePaper, PaperRow } from '../../../src-main/features/billing/schema';
import type { Town } from '../../../src-main/features/town/schema';
import { addDays, localDate } from '../../../src-main/kernel/local-date';

export type SampleTexts = Pick<BillingSettings, 'header' | 'paymentText' | 'recourseText' | 'footer' | 'issuerName' | 'issuerQuality' | 'invoiceSeries'>;

const ISSUED_ON = localDate('2026-11-05');

const row = (label: string, unit: string, quantity: number, unitPriceCents: number): PaperRow => ({
  label, unit, quantity, unitPriceCents, totalCents: quantity * unitPriceCents, kind: 'unit', correctionOf: null, details: [],
});

/** An invented family's invoice with a town's texts: shows what settings change, before they are saved. */
export function samplePaper(town: Pick<Town, 'name' | 'address' | 'postcode' | 'city' | 'phone' | 'email' | 'siret'>, texts: SampleTexts, dueDays: number): InvoicePaper {
  const anna = [row('Cantine', 'repas', 12, 320), row('Garderie du soir', 'demi-heure', 9, 95)];
  const theo = [row('Cantine', 'repas', 14, 320)];
  const sum = (rows: readonly PaperRow[]): number => rows.reduce((total, { totalCents }) => total + totalCents, 0);
  const aid: PaperRow = { label: 'Réduction deuxième enfant', unit: '', quantity: 1, unitPriceCents: null, totalCents: -448, kind: 'aid', correctionOf: null, details: [] };
  const total = sum([...anna, ...theo, aid]);
  const { name, address, postcode, city, phone, email, siret } = town;
  return {
    kind: 'invoice', label: `${texts.invoiceSeries.trim() || 'F'}-2026-000001`,
    town: { name, address, postcode, city, phone, email, siret },
    texts: { header: texts.header, payment: texts.paymentText, recourse: texts.recourseText, footer: texts.footer, issuerName: texts.issuerName, issuerQuality: texts.issuerQuality },
    payer: { name: 'Camille EXEMPLE', address: '12 rue des Tilleuls', postcode, city },
    family: { id: 1, name: 'EXEMPLE' },
    period: { from: localDate('2026-10-01'), to: localDate('2026-10-31'), label: 'octobre 2026' },
    issuedOn: ISSUED_ON, dueOn: addDays(ISSUED_ON, Math.max(0, Math.min(120, dueDays))), cancels: null,
    children: [
      { id: 1, name: 'Anna EXEMPLE', place: 'Grande section', rows: anna, totalCents: sum(anna) },
      { id: 2, name: 'Théo EXEMPLE', place: 'CE1', rows: theo, totalCents: sum(theo) },
    ],
    rows: [aid], billCents: total, share: null, totalCents: total, portalUrl: '',
  };
}
