import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseRulebook } from '../../../src-main/features/rulebook/parse';
import { mayBeActivated, validate } from '../../../src-main/features/rulebook/validate';
import { bareTown, services, valFleuri } from '../../support/val-fleuri';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ').replace(/’/g, '\'');

/** Findings of the barest town with this part, but what it leaves open by itself. */
function found(parts: object): string[] {
  const usual = ['noLimit', 'unbooked', 'absence'];
  return validate(bareTown(parts as never)).filter(({ code }) => !usual.includes(code)).map(({ level, code, at, question }) => `${level} ${code} ${at.replace('versions.0.', '')} ${plain(question)}`);
}
const grid = (rows: object[]): object => ({ prices: [{ id: 'r', label: 'R', services: ['cantine', 'soir'], price: { kind: 'brackets', measure: 'qf', rows: rows.map((row) => ({ price: 1, ...row })) } }] });

describe('brackets', () => {
  it.each([
    ['a gap', [{ upTo: '700' }, { from: '750' }], 'error gap prices.0.price.rows.1 Entre 700 et 750, aucune tranche. Quel prix pour un quotient de 725 ?'],
    ['one point left out', [{ below: '500' }, { above: '500' }], 'error gap prices.0.price.rows.1 Un quotient de 500 n\'est dans aucune tranche. Quel prix ?'],
    ['one point shared', [{ upTo: '500' }, { from: '500' }], 'error overlap prices.0.price.rows.1 Un quotient de 500 est dans deux tranches. Laquelle s\'applique ?'],
    ['an overlap', [{ upTo: '800' }, { from: '700' }], 'error overlap prices.0.price.rows.1 Un quotient de 750 est dans deux tranches, de 700 à 800. Laquelle s\'applique ?'],
    ['whole bounds', [{ upTo: '700' }, { from: '701' }], 'info wholeBounds prices.0.price.rows.1 Un quotient de 700,50 est lu dans la tranche « à partir de 701 » : est-ce voulu ?'],
    ['an upper end', [{ upTo: '700' }, { from: '700.01', upTo: '900' }], 'error gap prices.0.price.rows.1 Au-dessus de 900, aucune tranche. Quel prix pour un quotient de 1000 ?'],
    ['a lower end', [{ from: '300' }], 'error gap prices.0.price.rows.0 Sous 300, aucune tranche. Quel prix pour un quotient de 150 ?'],
    ['reversed rows', [{ upTo: '900' }, { upTo: '700' }, {}], 'error order prices.0.price.rows.1 La borne 700 vient après 900 : dans quel ordre lire les tranches ?'],
    ['a row never read', [{}, { from: '700' }], 'error unreachable prices.0.price.rows.1 La tranche précédente n\'a pas de limite haute : celle-ci ne sert jamais. Dans quel ordre les lire ?'],
  ])('ask about %s', (_what, rows, question) => expect(found(grid(rows))).toEqual([question]));
  it.each([
    ['cents', [{ upTo: '308' }, { from: '308.01' }]],
    ['upper bounds alone', [{ upTo: '450' }, { upTo: '550' }, {}]],
    ['a point of its own', [{ below: '600' }, { from: '600', upTo: '600' }, { above: '600' }]],
    ['below, then from', [{ below: '601' }, { from: '601' }]],
  ])('are in order with %s', (_what, rows) => expect(found(grid(rows))).toEqual([]));
});

describe('other questions', () => {
  const price = (one: unknown): object => ({ prices: [{ id: 'r', label: 'Repas', services: ['cantine', 'soir'], price: one }] });
  it.each<[string, object, string]>([
    ['a price not fixed', price(null), 'error noPrice prices.0.price Quel prix pour « Repas » ?'],
    ['a service without price', { prices: [{ id: 'r', label: 'R', services: ['cantine'], price: 1 }] }, 'error noPrice services.1 Quel est le prix de « Garderie du soir » ?'],
    ['a last row with a condition', { prices: [{ id: 'r', label: 'R', services: ['cantine'], when: { zone: ['hors'] }, price: 1 }, { id: 's', label: 'S', services: ['soir'], price: 1 }] }, 'error noDefault prices.0 Cantine : quel prix pour un enfant qui n\'entre dans aucun de ces cas ?'],
    ['a last case with a condition', price({ kind: 'choose', cases: [{ when: { age: { max: 6 } }, price: 1 }] }), 'error noDefault prices.0.price.cases Quel prix pour un enfant qui n\'entre dans aucun de ces cas ?'],
    ['rounding not said', price({ kind: 'rate', measure: 'qf', factor: '0.01' }), 'error rounding rounding Arrondir l\'unité ou le total, dans quel sens ?'],
    ['slices begun or full', price({ kind: 'slices', size: 30, price: 1 }), 'error ambiguousSlice prices.0.price Une tranche de temps est-elle due entamée, ou complète ?'],
    ['an unlisted word', { flags: [], adjustments: [{ id: 'x', label: 'X', when: { flags: ['vip'] }, add: 1 }] }, 'error unknownWord adjustments.0.when.flags Le mot « vip » n\'est pas dans la liste des cases à cocher. Faut-il l\'y ajouter ?'],
    ['a missing id', { booking: [{ services: ['cantine'], book: { limit: 'veille', after: 'refuse' } }] }, 'error unknownRef booking.0.book.limit Le délai « veille » n\'existe pas. Lequel faut-il prendre ?'],
    ['impossible bounds', { adjustments: [{ id: 'x', label: 'X', when: { rank: { min: 3, max: 2 } }, add: 1 }] }, 'error unreachable adjustments.0.when.rank Le minimum 3 dépasse le maximum 2 : ce cas n\'arrive jamais. Quelles bornes ?'],
    ['a row after an unconditional one', { prices: [{ id: 'a', label: 'A', services: ['cantine', 'soir'], price: 1 }, { id: 'b', label: 'B', services: ['soir'], price: 2 }] }, 'error unreachable prices.1 « B » vient après une ligne sans condition et ne sert jamais. Dans quel ordre les lire ?'],
    ['no consequence', { deadlines: [{ id: 'd', label: 'D', kind: 'before', days: 1, at: '10:00' }], booking: [{ services: ['cantine'], book: { limit: 'd' } }] }, 'error noConsequence booking.0.book.after Après la limite, réservation : refusée, hors délai, ou à valider ?'],
    ['periods without dates', { bundles: [{ id: 'b', label: 'B', services: ['cantine'], per: 'trimestre', by: 'child', effect: 'atMost', price: 1 }] }, 'error noPeriods bundles.0.per Quelles sont les dates des périodes « trimestre » ?'],
    ['one id for two rows', { flags: [{ id: 'a', label: 'A' }, { id: 'a', label: 'B' }] }, 'error duplicate flags.1 « a » désigne deux lignes. Laquelle garder ?'],
    ['a zone that depends on the zone', { assimilations: [{ id: 'a', label: 'A', when: { zone: ['hors'] }, zone: 'commune' }] }, 'error circular assimilations.0.when.zone Une zone ne peut pas dépendre de la zone. De quoi dépend-elle ?'],
    ['no rule for a missing proof', { measures: [{ id: 'qf', label: 'Quotient', source: 'declared', effective: 'nextMonth' }] }, 'error noMissing measures.0 « Quotient » : quel prix sans justificatif ?'],
    ['a day measured without hours', { services: [{ ...services.canteen, session: undefined, clock: 'both' }, services.evening] }, 'error noSession services.0 Quels sont les horaires de « Cantine » ?'],
  ])('ask about %s', (_what, parts, question) => expect(found(parts)).toEqual([question]));

  it('warns of a bill that falls, with both figures', () => {
    const bundle = { id: 'b', label: 'Forfait', services: ['cantine'], per: 'month', by: 'child', from: 6, effect: 'replace', price: 1400 };
    expect(found({ bundles: [bundle] })).toEqual(['warning fall bundles.0 « Forfait » : 5 × 3,00 € = 15,00 €, puis 14,00 € à partir de 6 : la facture baisse. Est-ce voulu ?']);
    expect(found({ bundles: [{ ...bundle, price: 2000 }] })).toEqual(['warning dearer bundles.0 « Forfait » : 6 × 3,00 € = 18,00 €, le forfait coûte 20,00 €. Est-ce voulu ?']);
  });
  it('refuses payment in advance where the price may change after the day', () => {
    const parts = {
      booking: [{ services: ['cantine'], payment: { holdMinutes: 60, latePayment: 'credit' } }],
      bundles: [{ id: 'b', label: 'B', services: ['cantine'], per: 'month', by: 'child', effect: 'atMost', price: 1 }],
    };
    expect(found(parts)[0]).toContain('error paidInAdvance booking.0.payment');
  });
  it('knows lists that leave nobody out', () => {
    expect(found(price({ kind: 'choose', cases: [{ when: { zone: ['hors'] }, price: 1 }, { when: { zone: ['commune'] }, price: 2 }] }))).toEqual([]);
  });
});

describe('a draft', () => {
  it('cannot be activated while a question is open; with the recorded answer it can', () => {
    const draft = bareTown(grid([{ upTo: '700' }, { from: '750' }]) as never);
    const findings = validate(draft);
    expect(mayBeActivated(findings)).toBe(false);
    const gap = findings.find(({ code }) => code === 'gap')!;
    const notes = [{ about: gap.at, question: gap.question, answer: 'celui de la tranche haute', source: 'conseil du 3 mars' }];
    const answered = validate(bareTown({ ...grid([{ upTo: '700' }, { from: '750' }]), notes } as never));
    expect(mayBeActivated(answered)).toBe(true);
    expect(answered.find(({ code }) => code === 'gap')).toMatchObject({ level: 'info' });
  });
  it('with a price that is null can never be', () => {
    const notes = [{ about: 'versions.0.prices.0.price', question: 'Quel prix pour « Repas » ?', answer: 'plus tard' }];
    expect(mayBeActivated(validate(bareTown({ prices: [{ id: 'r', label: 'Repas', services: ['cantine', 'soir'], price: null }], notes } as never)))).toBe(false);
  });
});

describe('real towns', () => {
  const read = (town: string) => {
    const parsed = parseRulebook(JSON.parse(readFileSync(join(import.meta.dirname, '../../support/towns', town, 'rulebook.json'), 'utf8')));
    if (!parsed.ok) throw new Error(town);
    return validate(parsed.rulebook);
  };
  it.each(['BER', 'BUB', 'ING', 'LAD', 'MAS', 'SAF', 'SHP', 'WAV'])('%s may be activated', (town) => expect(mayBeActivated(read(town))).toBe(true));
  it.each(['CRE', 'CUN', 'MTG', 'SJB', 'VAI'])('%s asks for its price', (town) => expect(read(town).filter(({ level }) => level === 'error').map(({ code }) => code)).toEqual(['noPrice']));
  it('the complete town has nothing to ask but its whole bounds', () => {
    expect(validate(valFleuri).filter(({ level }) => level !== 'info')).toEqual([]);
  });
});
