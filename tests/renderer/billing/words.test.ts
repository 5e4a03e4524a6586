import { describe, expect, it } from 'vitest';
import { ANOMALY_KINDS, INVOICE_STATES, PREVIEW_FILTERS, PREVIEW_FLAGS, RUN_STATES } from '../../../src-main/features/billing/schema';
import type { AnomalyCase, PreviewLine } from '../../../src-main/features/billing/schema';
import { localDate } from '../../../src-main/kernel/local-date';
import { FIX_WORDS, fixOf, KIND_ICONS } from '../../../src-renderer/components/billing/anomaly-fixes';
import { FLAG_MARKS, INVOICE_MARKS, numbersWords, ofPeriod, paperName, papersWords, RUN_MARKS } from '../../../src-renderer/components/billing/billing-words';
import { invoiceFilterOf, writeInvoiceFilter } from '../../../src-renderer/components/billing/invoice-address';
import { issueConsequences } from '../../../src-renderer/components/billing/issue-words';
import { payersWords, wayWords } from '../../../src-renderer/components/billing/payers-words';
import { spanOfPeriods } from '../../../src-renderer/components/billing/periods';
import { changeOf, FILTER_WORDS, sumsOf, totalsOf } from '../../../src-renderer/components/billing/preview-words';
import { plainSpaces } from '../../support/plain-spaces';

describe('words of the month end', () => {
  it('have a mark for each state, flag, kind and filter', () => {
    for (const state of INVOICE_STATES) expect(INVOICE_MARKS[state].label).toMatch(/^[A-ZÀ]/);
    for (const state of RUN_STATES) expect(RUN_MARKS[state].label).toMatch(/^[A-ZÉ]/);
    for (const flag of PREVIEW_FLAGS) expect(FLAG_MARKS[flag].icon).toMatch(/^i-lucide-/);
    for (const kind of ANOMALY_KINDS) expect([FIX_WORDS[kind], KIND_ICONS[kind]].every(Boolean)).toBe(true);
    for (const filter of PREVIEW_FILTERS) expect(FILTER_WORDS[filter]).not.toBe('');
  });

  it('cut « de » before a vowel', () => {
    expect(['octobre 2026', 'avril 2026', 'août 2026', 'septembre 2026'].map(ofPeriod)).toEqual(['d’octobre 2026', 'd’avril 2026', 'd’août 2026', 'de septembre 2026']);
  });

  it('count papers and name their numbers', () => {
    expect(plainSpaces([papersWords({ invoices: 0, creditNotes: 0 }), papersWords({ invoices: 118, creditNotes: 1 }), papersWords({ invoices: 0, creditNotes: 2 })])).toEqual(['0 facture', '118 factures et 1 avoir', '2 avoirs']);
    expect(numbersWords({ firstLabel: 'F-2026-000001', lastLabel: 'F-2026-000118' })).toBe('F-2026-000001 à F-2026-000118');
    expect(numbersWords({ firstLabel: 'F-2026-000001', lastLabel: 'F-2026-000001' })).toBe('F-2026-000001');
    expect(numbersWords({ firstLabel: null, lastLabel: null })).toBe('');
    expect(paperName({ kind: 'creditNote', label: 'A-2026-000001' })).toBe('Avoir A-2026-000001');
  });

  it('tell what issuing does before it is done', () => {
    const run = { families: { total: 121, waiting: 120, held: 1, issued: 0, nothing: 0 }, issuedOn: localDate('2026-11-05'), dueOn: localDate('2026-12-05') };
    expect(plainSpaces(issueConsequences(run, { toInvoice: 118, totalCents: 512_340 }))).toEqual([
      '118 familles reçoivent leur facture, pour 5 123,40 € en tout.',
      'Les numéros se suivent sans trou. Rien de ce qui est émis ne peut plus être changé : une erreur se corrige par un avoir ou une régularisation.',
      'Les factures sont datées du 5 novembre 2026, à payer au plus tard le 5 décembre 2026.',
      'Une sauvegarde est faite d’abord. Les PDF et les mails suivent d’eux-mêmes.',
      '1 famille gardée pour plus tard n’est pas facturée.',
    ]);
    expect(plainSpaces(issueConsequences({ ...run, families: { ...run.families, waiting: 1, held: 0 } }, null)[0])).toBe('1 famille reçoit sa facture.');
  });

  it('lead each anomaly to the place that mends it', () => {
    const one = (place: AnomalyCase['place']): AnomalyCase => ({ sentence: '', familyId: null, childId: null, day: null, place });
    expect(fixOf('noRollCall', one({ page: 'rollCall', day: localDate('2026-10-06'), service: 'cantine' }))).toEqual({ name: 'attendance', query: { jour: '2026-10-06', services: 'cantine', manque: '1' } });
    expect(fixOf('unknownQuotient', one({ page: 'family', familyId: 12 }))).toEqual({ name: 'family', params: { id: 12 }, query: { ouvrir: 'quotient' } });
    expect(fixOf('unknownQuotient', { ...one({ page: 'family', familyId: 12 }), day: localDate('2026-10-01') })).toMatchObject({ query: { ouvrir: 'quotient', des: '2026-10-01' } });
    expect(fixOf('notEnrolled', one({ page: 'family', familyId: 12 }))).toMatchObject({ name: 'family', query: {} });
    expect(fixOf('priceNotSet', one({ page: 'rules' }))).toEqual({ name: 'settings-rules' });
  });

  it('compare a family with last month', () => {
    const line = { familyId: 1, name: 'ALAIN', state: 'waiting', reason: '', totalCents: 6400, lastCents: 4200, lines: 2, correctionCents: 0, newRulesCents: 0, flags: [], payers: 1 } satisfies PreviewLine;
    expect(plainSpaces([changeOf(line), changeOf({ ...line, lastCents: null }), changeOf({ ...line, state: 'nothing' })])).toEqual(['+ 22,00 €', 'nouvelle', '']);
    expect(plainSpaces(totalsOf(2, sumsOf([line, { ...line, state: 'held', correctionCents: -100, lastCents: null }])))).toEqual({
      name: '2 familles', total: '128,00 €', last: '42,00 €', change: '+ 86,00 €', correction: '− 1,00 €', flags: '1 famille gardée pour plus tard',
    });
    expect(plainSpaces(totalsOf(1, { totalCents: 500, lastCents: 0, correctionCents: 0, held: 0 }))).toEqual({ name: '1 famille', total: '5,00 €' });
    expect(plainSpaces(totalsOf(300, null))).toEqual({ name: '300 familles' });
  });
});

describe('periods', () => {
  const period = (month: string, label: string, warning: string | null = null) => ({ from: localDate(`2026-${month}-01`), to: localDate(`2026-${month}-30`), label, warning, wasInvoiced: false, isNext: false });
  const periods = [period('11', 'novembre 2026', 'Le mois n’est pas terminé.'), period('10', 'octobre 2026'), period('09', 'septembre 2026')];

  it('are one month, or several in a row with their warnings', () => {
    expect(spanOfPeriods(periods, '2026-10-01', '2026-10-01')).toEqual({ from: '2026-10-01', to: '2026-10-30', words: 'd’octobre 2026', warnings: [] });
    expect(spanOfPeriods(periods, '2026-09-01', '2026-11-01')).toMatchObject({ words: 'de septembre 2026 à novembre 2026', warnings: ['Le mois n’est pas terminé.'] });
  });
  it('never run backwards', () => {
    expect(spanOfPeriods(periods, '2026-11-01', '2026-10-01')).toBeNull();
    expect(spanOfPeriods([], '', '')).toBeNull();
  });
});

describe('the address of the list of invoices', () => {
  it('keeps what is chosen and drops what makes no sense', () => {
    const filter = { text: 'alain', state: 'overdue', runId: 3 } as const;
    expect(invoiceFilterOf(writeInvoiceFilter(filter))).toEqual(filter);
    expect(invoiceFilterOf({ etat: 'volé', facturation: '-2', q: ['a', 'b'] })).toEqual({ text: '', state: 'all', runId: null });
    expect(writeInvoiceFilter({ text: '', state: 'all', runId: null })).toEqual({});
  });
});

describe('who pays', () => {
  const guardian = (name: string, percent: number, email = 'a@b.fr', hasAddress = true) => ({ personId: percent, name, email, hasAddress, percent });
  const family = (guardians: ReturnType<typeof guardian>[], byPost = false) => ({ familyId: 1, guardians, isDefault: false, byPost });

  it('is told with the shares', () => {
    expect(plainSpaces([
      payersWords(family([guardian('Paul ALAIN', 100), guardian('Lucie ALAIN', 0)])), payersWords(family([guardian('Paul ALAIN', 60), guardian('Lucie ALAIN', 40)])), payersWords(family([])),
    ])).toEqual([
      'Paul ALAIN paie tout.', 'Paul ALAIN paie 60 % et Lucie ALAIN 40 %. Chacun reçoit la facture de sa part.', 'Personne pour l’instant : la famille n’a pas de responsable.',
    ]);
  });
  it('is reached by mail or by post, with what is missing', () => {
    expect(wayWords(family([guardian('Paul ALAIN', 100)]))).toBe('Par mail, avec un lien vers le portail.');
    expect(wayWords(family([guardian('Paul ALAIN', 100, '')]))).toBe('Par la poste, faute d’adresse e-mail.');
    expect(wayWords(family([guardian('Paul ALAIN', 60), guardian('Lucie ALAIN', 40, '', false)]))).toBe('Par mail, et par la poste pour Lucie ALAIN, faute d’adresse e-mail. L’adresse postale de Lucie ALAIN manque.');
    expect(wayWords(family([guardian('Paul ALAIN', 100)], true))).toBe('Sur papier, par la poste.');
  });
});
