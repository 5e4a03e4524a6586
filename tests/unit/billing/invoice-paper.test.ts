import { describe, expect, it } from 'vitest';
import { invoiceHtml, invoicesHtml } from '../../../src-main/features/billing/invoice-paper';
import { invoiceMail } from '../../../src-main/features/billing/mail-invoices';
import type { InvoicePaper } from '../../../src-main/features/billing/paper-schema';
import type { Look } from '../../../src-main/features/papers/sheet';
import { creditPaper, invoicePaper, paperRow } from '../../support/factories/build-paper';
import { plainSpaces } from '../../support/plain-spaces';

const PLAIN: Look = { logoDataUrl: null };
const body = (paper: InvoicePaper, look: Look = PLAIN): string => plainSpaces(invoiceHtml(paper, look)).replace(/^[^]*<body>/, '');
/** Words in the order of the page, one a cell. */
const words = (paper: InvoicePaper, look: Look = PLAIN): string => body(paper, look).replace(/<svg[^]*?<\/svg>/g, '').replace(/<[^>]+>/g, '|').replace(/[|\s]*\|[|\s]*/g, ' | ');

describe('an invoice on paper', () => {
  it('says who, what, how much, by when, and how to contest', () => {
    const said = words(invoicePaper());
    for (const told of ['Saint-Aubin-des-Préaux', 'SIRET 212 201 139 00012', 'Facture', 'N° F-2026-000123', 'Période : septembre 2026', 'Émise le 5 octobre 2026',
      'Mme Claire BACONNAIS | 12 rue des Ajoncs | 22300 Saint-Aubin-des-Préaux', 'Famille | ALAIN - BACONNAIS', 'À payer | au plus tard le 4 novembre 2026 | 51,20 €',
      'ALAIN Anna | École Jules-Ferry, CE2', 'Cantine | 16 repas | 3,20 € | 51,20 €', 'Total à payer | 51,20 €', 'Comment payer', 'Voies de recours', 'Jeanne KERVELLA, La maire']) {
      expect(said).toContain(told);
    }
    expect(body(invoicePaper())).toContain('<svg class="qr" role="img"');
    expect(invoiceHtml(invoicePaper(), PLAIN)).toContain('<html lang="fr">');
  });

  it('words quantities, prices not fixed, lines of their own and what changes earlier months', () => {
    const rows = [
      paperRow({ label: 'Garderie', unit: 'demi-heure', quantity: 1, unitPriceCents: 85 }), paperRow({ label: 'Étude', unit: 'séance', quantity: 2, unitPriceCents: null, totalCents: 0 }),
      paperRow({ quantity: -2, correctionOf: 'Régularisation d’août 2026' }), paperRow({ label: 'Plafond mensuel', kind: 'bundle', unit: '', quantity: 1, unitPriceCents: null, totalCents: -150 }),
    ];
    const said = words(invoicePaper({ children: [{ id: 1, name: 'Anna', place: '', rows, totalCents: 0 }] }));
    expect(said).toContain('Garderie | 1 demi-heure | 0,85 € | 0,85 €');
    expect(said).toContain('Étude | 2 séances | non fixé | 0,00 €');
    expect(said).toContain('Cantine | Régularisation d’août 2026 | −2 repas | 3,20 € | −6,40 €');
    expect(said).toContain('Plafond mensuel | −1,50 €');
  });

  it('adds up by child when there are several, then what belongs to the family, then the share', () => {
    const child = (id: number, name: string) => ({ id, name, place: '', rows: [paperRow()], totalCents: 0 });
    const said = words(invoicePaper({
      children: [child(1, 'Anna'), child(2, 'Théo')], rows: [paperRow({ label: 'Aide du CCAS', kind: 'aid', unit: '', quantity: 1, unitPriceCents: null, totalCents: -1000 })],
      billCents: 9240, share: { percent: 50, label: '50 %' }, totalCents: 4620,
    }));
    expect(said).toContain('Total Théo | 51,20 €');
    expect(said).toContain('Pour toute la famille | Aide du CCAS | −10,00 €');
    expect(said).toContain('Total pour la famille | 92,40 € | Total à payer | Votre part : 50 % | 46,20 €');
  });

  it('a credit note says what it takes back and why, and asks for nothing', () => {
    const said = words(creditPaper());
    expect(said).toContain('Avoir | N° A-2026-000004 | Annule la facture | F-2026-000123 | du 5 octobre 2026 | Émis le 12 octobre 2026');
    expect(said).toContain('En votre faveur');
    expect(said).toContain('Motif : certificat médical reçu après l’émission.');
    expect(said).toContain('Total de l’avoir | −51,20 €');
    expect(said).not.toContain('Comment payer');
    expect(words(creditPaper({ cancels: null }))).toContain('Période : septembre 2026 | Émis le');
  });

  it('asks for nothing when nothing is due', () => {
    expect(words(invoicePaper({ totalCents: 0 }))).toContain('Rien à payer | Pour septembre 2026 | 0,00 €');
    expect(words(invoicePaper({ totalCents: -320 }))).toContain('En votre faveur | Déduit de votre prochaine facture : vous n’avez rien à payer. | 3,20 €');
    expect(words(invoicePaper({ dueOn: null }))).toContain('À payer | dès réception');
  });

  it('is marked as a copy, explains each day on request, shows a logo', () => {
    expect(words(invoicePaper())).not.toContain('COPIE');
    expect(words(invoicePaper(), { ...PLAIN, copy: true })).toContain('COPIE');
    const details = words(invoicePaper(), { ...PLAIN, details: true });
    expect(details).toContain('Le calcul, jour par jour | Annexe à F-2026-000123');
    expect(details).toContain('mardi 1er septembre | 1 repas | 3,20 € | Quotient 712 : tranche 3, de 701 à 1000. 3,20 € le repas.');
    expect(invoiceHtml(invoicePaper(), { logoDataUrl: 'data:image/png;base64,AAAA' })).toContain('.logo{content:url("data:image/png;base64,AAAA")}');
  });

  it('lets nothing that was typed become page or style', () => {
    const evil = '</style><script>alert(1)</script>"\'<img src=x onerror=1>';
    const base = invoicePaper();
    const html = invoiceHtml(invoicePaper({
      label: evil, portalUrl: 'https://x.example/"><script>', payer: { name: evil, address: evil, postcode: evil, city: evil }, family: { id: 1, name: evil },
      town: { ...base.town, name: evil, siret: evil }, texts: { header: evil, payment: evil, recourse: evil, footer: evil, issuerName: evil, issuerQuality: evil },
      period: { ...base.period, label: evil }, share: { percent: 50, label: evil }, cancels: { label: evil, issuedOn: base.issuedOn, reason: evil },
      children: [{ id: 1, name: evil, place: evil, rows: [paperRow({ label: evil, unit: evil, correctionOf: evil, details: [{ day: base.issuedOn, quantity: 1, totalCents: 0, sentences: [evil] }] })], totalCents: 0 }],
    }), { logoDataUrl: `data:image/png;base64,${evil}`, details: true });
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<img src');
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).toContain("default-src 'none'");
  });

  it('a long address is set smaller, never cut', () => {
    expect(body(invoicePaper())).toContain('<address class="address">');
    expect(body(invoicePaper({ payer: { name: 'A', address: 'un\ndeux\ntrois\nquatre', postcode: '22300', city: 'X' } }))).toContain('<address class="address tight">');
  });

  it('counts its own pages alone, and is one page among others', () => {
    expect(invoiceHtml(invoicePaper(), PLAIN)).toContain('counter(page) "/" counter(pages)');
    const many = invoicesHtml([invoicePaper(), creditPaper()], PLAIN);
    expect(many).not.toContain('counter(pages)');
    expect(many.match(/<article /g)).toHaveLength(2);
  });
});

describe('the mail of an invoice', () => {
  it('says the period, the amount, the limit and where to see it', () => {
    const { subject, text, html } = invoiceMail(invoicePaper(), 'https://parents.example/saint-aubin');
    expect(subject).toBe('Votre facture de septembre 2026');
    for (const told of ['Facture n° : F-2026-000123', 'À payer : 51,20 €', 'Au plus tard le : 4 novembre 2026', 'https://parents.example/saint-aubin/factures/F-2026-000123']) expect(plainSpaces(text)).toContain(told);
    expect(html).toContain('Voir la facture');
    const october = invoicePaper();
    expect(invoiceMail(invoicePaper({ period: { ...october.period, label: 'octobre 2026' } }), 'https://parents.example').subject).toBe('Votre facture d’octobre 2026');
  });

  it('of a credit note says what it takes back', () => {
    const { subject, text } = invoiceMail(creditPaper(), 'https://parents.example');
    expect(subject).toBe('Votre avoir sur la facture F-2026-000123');
    expect(plainSpaces(text)).toContain('En votre faveur : 51,20 €');
    expect(invoiceMail(creditPaper({ cancels: null }), 'https://parents.example').subject).toBe('Votre avoir de septembre 2026');
  });
});
