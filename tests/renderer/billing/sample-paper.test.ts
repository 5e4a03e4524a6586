import { describe, expect, it } from 'vitest';
import { invoicePaper } from '../../../src-main/features/billing/paper-schema';
import { samplePaper } from '../../../src-renderer/components/billing/sample-paper';

const town = { name: 'Saint-Aubin', address: '1 place de la Mairie', postcode: '22300', city: 'Saint-Aubin', phone: '02 96 12 34 56', email: 'mairie@exemple.fr', siret: '' };
const texts = { header: 'Bonjour', paymentText: 'Par chèque.', recourseText: '', footer: '', issuerName: 'Yves Le Roux', issuerQuality: 'Le maire', invoiceSeries: 'FACT' };

describe('the sample invoice of the settings', () => {
  it('is a paper as the host takes it, with the texts being typed, whose columns add up', () => {
    const paper = invoicePaper.parse(samplePaper(town, texts, 30));
    expect(paper).toMatchObject({ label: 'FACT-2026-000001', dueOn: '2026-12-05', texts: { payment: 'Par chèque.', issuerQuality: 'Le maire' } });
    const rows = [...paper.children.flatMap((child) => child.rows), ...paper.rows];
    expect(rows.reduce((sum, { totalCents }) => sum + totalCents, 0)).toBe(paper.totalCents);
  });

  it('is drawn whatever is typed meanwhile', () => {
    expect(invoicePaper.safeParse(samplePaper(town, { ...texts, invoiceSeries: '' }, -1)).success).toBe(true);
    expect(samplePaper(town, texts, 5000).dueOn).toBe('2027-03-05');
  });
});
