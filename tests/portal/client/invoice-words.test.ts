import { describe, expect, it } from 'vitest';
import { groupsOf, MARKS, partsOf, rowCount, sharedReasons, tellsFamilies } from '../../../portal/client/pages/invoices/invoice-words';
import { INVOICE_STATES } from '../../../src-main/features/billing/schema';
import type { InvoicePaper, PaperRow } from '../../../src-main/features/billing/schema';
import { localDate } from '../../../src-main/kernel/local-date';

const row = (given: Partial<PaperRow> = {}): PaperRow => ({
  label: 'Cantine', unit: 'repas', quantity: 2, unitPriceCents: 320, totalCents: 640, kind: 'unit', correctionOf: null, details: [], ...given,
});
const detail = (day: string, ...sentences: string[]): PaperRow['details'][number] => ({ day: localDate(day), quantity: 1, totalCents: 320, sentences });

describe('a line of an invoice', () => {
  it.each([
    [row(), '2 repas × 3,20 €'],
    [row({ unit: 'demi-heure', quantity: 12, unitPriceCents: 90 }), '12 demi-heures × 0,90 €'],
    [row({ unitPriceCents: null }), '2 repas'],
    [row({ unit: '', kind: 'bundle' }), ''],
  ])('counts its units', (given, words) => expect(rowCount(given).replace(/[\u00a0\u202f]/g, ' ')).toBe(words));

  it('tells its reasons once when they are the same every day', () => {
    expect(sharedReasons(row({ details: [detail('2026-10-05', 'QF 864'), detail('2026-10-12', 'QF 864')] }))).toEqual(['QF 864']);
    expect(sharedReasons(row({ details: [detail('2026-10-05', 'QF 864'), detail('2026-10-12', 'QF 720')] }))).toEqual([]);
    expect(sharedReasons(row({ details: [detail('2026-10-05', 'QF 864')] }))).toEqual([]);
    expect(sharedReasons(row())).toEqual([]);
  });
});

describe('a paper', () => {
  const paper = (given: Partial<InvoicePaper>) => ({ children: [], rows: [], ...given }) as unknown as InvoicePaper;

  it('has a part for each child, and one for the family when it has lines', () => {
    const child = { id: 1, name: 'Anna ALAIN', place: 'CP', rows: [row()], totalCents: 640 };
    expect(partsOf(paper({ children: [child] })).map(({ title }) => title)).toEqual(['Anna ALAIN']);
    expect(partsOf(paper({ children: [child], rows: [row({ label: 'Adhésion', unit: '', totalCents: 1000 })] })).map(({ title, totalCents }) => [title, totalCents]))
      .toEqual([['Anna ALAIN', 640], ['Pour toute la famille', 1000]]);
  });

  it('keeps what changes an earlier invoice apart, and last', () => {
    const correction = 'Régularisation de septembre 2026';
    expect(groupsOf([row({ correctionOf: correction }), row(), row({ label: 'Étude' })]).map(({ title, rows }) => [title, rows.length])).toEqual([[null, 2], [correction, 1]]);
  });
});

it('each state has its word and icon; families are named when there are several', () => {
  expect(INVOICE_STATES.map((state) => MARKS[state].label)).toEqual(['À payer', 'Payée', 'En retard', 'Annulée', 'Avoir']);
  expect(new Set(INVOICE_STATES.map((state) => MARKS[state].icon)).size).toBe(INVOICE_STATES.length);
  expect(tellsFamilies([{ familyId: 1 }, { familyId: 1 }])).toBe(false);
  expect(tellsFamilies([{ familyId: 1 }, { familyId: 2 }])).toBe(true);
});
