import { describe, expect, it } from 'vitest';
import { decide } from '../../../src-main/features/rulebook/decide';
import { localDate } from '../../../src-main/kernel/local-date';
import type { LocalDateTime } from '../../../src-main/kernel/local-date';
import type { Action, Decision } from '../../../src-main/features/rulebook/schema';
import { bareTown, november, oneChild } from '../../support/val-fleuri';

const deadlines = [
  { id: 'veille', label: 'La veille', kind: 'before', days: 1, at: '10:00' },
  { id: 'matin', label: 'Le matin même', kind: 'before', days: 0, at: '09:00', strict: true },
  { id: 'jamais', label: 'Jamais', kind: 'never' },
  { id: 'inconnu', label: 'Inconnu', kind: 'before', days: 1, at: null },
  { id: 'fenetre', label: 'Fenêtre', kind: 'dates', rows: [{ from: '2026-11-01', to: '2026-11-30', opens: '2026-10-10T08:00', until: '2026-10-20T24:00' }] },
];
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ').replace(/’/g, '\'');

function decided(action: Action, rule: object, at: string, parts: object = {}, events: unknown[] = [], family: object = {}, day = '2026-11-12'): Decision {
  const rulebook = bareTown({ deadlines, booking: [{ services: ['cantine'], [action]: rule }], ...parts });
  const decision = decide(rulebook, oneChild(events, family), { action, child: 'a', service: 'cantine', day: localDate(day), at: at as LocalDateTime });
  return { ...decision, sentence: plain(decision.sentence) };
}

describe('a booking', () => {
  it('is accepted up to the limit itself', () => {
    expect(decided('book', { limit: 'veille', after: 'refuse' }, '2026-11-11T10:00')).toMatchObject({
      outcome: 'accepted', limit: '2026-11-11T10:00', priceCents: 300, sentence: 'Réservation acceptée : elle est possible jusqu\'au mercredi 11 novembre à 10 h.',
    });
  });
  it('is refused after it', () => {
    expect(decided('book', { limit: 'veille', after: 'refuse' }, '2026-11-11T10:01')).toMatchObject({
      outcome: 'refused', sentence: 'Réservation refusée : elle était possible jusqu\'au mercredi 11 novembre à 10 h.',
    });
  });
  it('comes too late at the very limit of a strict deadline', () => {
    expect(decided('book', { limit: 'matin', after: 'refuse' }, '2026-11-12T08:59').outcome).toBe('accepted');
    expect(decided('book', { limit: 'matin', after: 'refuse' }, '2026-11-12T09:00')).toMatchObject({
      outcome: 'refused', sentence: 'Réservation refusée : elle était possible avant le jeudi 12 novembre à 9 h.',
    });
  });
  it('is late at its own price, and says it', () => {
    const adjustments = [{ id: 'tard', label: 'Hors délai', when: { booking: ['late'] }, percent: '50' }];
    expect(decided('book', { limit: 'veille', after: 'late' }, '2026-11-11T12:00', { adjustments })).toMatchObject({
      outcome: 'late', priceCents: 450, sentence: 'Réservation hors délai : elle était possible jusqu\'au mercredi 11 novembre à 10 h ; elle sera facturée 4,50 €.',
    });
  });
  it('is late up to a second limit, refused beyond', () => {
    const rule = { limit: 'veille', after: 'late', until: 'matin' };
    expect(decided('book', rule, '2026-11-12T08:00').outcome).toBe('late');
    expect(decided('book', rule, '2026-11-12T09:00')).toMatchObject({ outcome: 'refused', limit: '2026-11-12T09:00' });
  });
  it('waits for staff where the text says so, or says nothing', () => {
    expect(decided('book', { limit: 'veille', after: 'ask' }, '2026-11-11T12:00').outcome).toBe('ask');
    expect(decided('book', { limit: 'veille' }, '2026-11-11T12:00').outcome).toBe('ask');
    expect(decided('book', { limit: 'veille', after: 'refuse', inTime: 'ask' }, '2026-11-10T12:00').outcome).toBe('ask');
    for (const limit of ['inconnu', null]) {
      expect(decided('book', { limit, after: 'refuse' }, '2026-11-01T12:00')).toMatchObject({
        outcome: 'ask', sentence: 'Réservation à valider par la mairie : le règlement ne fixe pas la limite.',
      });
    }
  });
  it('is refused before it opens', () => {
    expect(decided('book', { limit: 'fenetre', after: 'refuse' }, '2026-10-10T07:59')).toMatchObject({
      outcome: 'refused', sentence: 'Réservation refusée : elle ouvre le samedi 10 octobre à 8 h.',
    });
    expect(decided('book', { limit: 'fenetre', after: 'refuse' }, '2026-10-10T08:00').outcome).toBe('accepted');
    expect(decided('book', { limit: 'matin', opens: 'veille', after: 'refuse' }, '2026-11-11T09:00').outcome).toBe('refused');
  });
  it('is refused on a closed day, whoever asks', () => {
    expect(decided('book', { limit: 'veille', after: 'late' }, '2026-11-01T10:00', {}, [], {}, '2026-11-11')).toMatchObject({
      outcome: 'refused', sentence: 'Réservation refusée : fermé : jour férié (Armistice).',
    });
  });
  it('is always possible where no row defines it', () => {
    expect(decided('cancel', { limit: 'veille', after: 'refuse' }, '2026-11-12T11:00', { booking: [] })).toMatchObject({ outcome: 'accepted', sentence: 'Annulation acceptée.' });
  });
  it('follows the first row that defines the action', () => {
    const booking = [{ services: ['cantine'], when: { zone: ['hors'] }, book: { limit: 'jamais', after: 'refuse' } }, { services: ['cantine'], book: { limit: 'veille', after: 'refuse' } }];
    expect(decided('book', {}, '2026-11-10T10:00', { booking }).outcome).toBe('accepted');
    expect(decided('book', {}, '2026-11-10T10:00', { booking }, [], { zone: 'hors' })).toMatchObject({ outcome: 'refused', sentence: 'Réservation refusée : cette journée ne peut pas être réservée.' });
  });
});

describe('a cancellation', () => {
  const booked = [{ type: 'book', at: '2026-10-01T10:00', child: 'a', service: 'cantine', days: ['2026-11-12'] }];
  it('says what will be billed when it comes too late', () => {
    expect(decided('cancel', { limit: 'veille', after: 'refuse' }, '2026-11-11T12:00', {}, booked)).toMatchObject({
      outcome: 'refused', sentence: 'Annulation refusée : elle était possible jusqu\'au mercredi 11 novembre à 10 h ; l\'absence sera facturée 3,00 €.',
    });
  });
  it('can never be made: no date is said', () => {
    expect(decided('cancel', { limit: 'jamais', after: 'refuse' }, '2026-10-01T12:00', {}, booked).sentence)
      .toBe('Annulation refusée : cette réservation ne peut pas être annulée ; l\'absence sera facturée 3,00 €.');
  });
  it('out of time leaves the unit, told at that instant', () => {
    const absences = [{ id: 'dite', label: 'dite avant 9 h', when: { toldBefore: 'matin' }, charge: { percent: '50' } }, { id: 'due', label: 'due', charge: 'full' }];
    const rulebook = bareTown({ deadlines, absences, booking: [{ services: ['cantine'], cancel: { limit: 'veille', after: 'refuse' } }] });
    const cancelled = (at: string): number => november(rulebook, oneChild([...booked, { type: 'cancel', at, child: 'a', service: 'cantine', days: ['2026-11-12'] }])).totals.totalCents;
    expect([cancelled('2026-11-11T09:00'), cancelled('2026-11-11T12:00'), cancelled('2026-11-12T09:30')]).toEqual([0, 150, 300]);
  });
  it('late but accepted removes the unit; one that staff must judge leaves it', () => {
    const total = (after: string, override = false): number => {
      const rulebook = bareTown({ deadlines, booking: [{ services: ['cantine'], cancel: { limit: 'veille', after } }] });
      return november(rulebook, oneChild([...booked, { type: 'cancel', at: '2026-11-11T12:00', child: 'a', service: 'cantine', days: ['2026-11-12'], override }])).totals.totalCents;
    };
    expect([total('late'), total('ask'), total('ask', true)]).toEqual([0, 300, 0]);
  });
});

describe('admission', () => {
  const row = (when: object, outcome = 'refused'): object => ({ admission: [{ id: 'r', label: 'Règle', actions: ['book', 'cancel'], when, outcome, message: 'Le règlement s’y oppose.' }] });
  const rule = { limit: 'veille', after: 'refuse' };
  it('decides before any deadline, with its own message', () => {
    expect(decided('book', rule, '2026-11-01T10:00', row({ age: { max: 10 } }))).toMatchObject({ outcome: 'refused', sentence: 'Le règlement s\'y oppose.' });
  });
  it('may make an exception', () => {
    const flags = [{ id: 'vip', label: 'Dérogation' }];
    expect(decided('book', rule, '2026-11-12T11:00', { ...row({ flags: ['vip'] }, 'accepted'), flags }, [], { flags: ['vip'] }).outcome).toBe('accepted');
  });
  it('knows debts since a date, and a balance below for some hours', () => {
    const debt = { account: { unpaid: [{ since: '2026-11-05', cents: 1000 }] } };
    expect(decided('book', rule, '2026-11-04T10:00', row({ account: { unpaid: true } }), [], debt).outcome).toBe('accepted');
    expect(decided('book', rule, '2026-11-05T10:00', row({ account: { unpaid: true } }), [], debt).outcome).toBe('refused');
    const low = { account: { balanceCents: -200, belowSince: '2026-11-05T10:00' } };
    const when = { account: { balanceBelowCents: 0, forHours: 48 } };
    expect(decided('book', rule, '2026-11-07T09:59', row(when), [], low).outcome).toBe('accepted');
    expect(decided('book', rule, '2026-11-07T10:00', row(when), [], low).outcome).toBe('refused');
  });
  it('compares the wallet with the price of the whole action', () => {
    const rulebook = bareTown(row({ account: { coversPrice: false } }));
    const facts = oneChild([], { account: { balanceCents: 500 } });
    const ask = (together: string[]): string => decide(rulebook, facts, { action: 'book', child: 'a', service: 'cantine', day: localDate('2026-11-12'), at: '2026-11-01T10:00' as LocalDateTime, together: together.map(localDate) }).outcome;
    expect([ask(['2026-11-12']), ask(['2026-11-12', '2026-11-13'])]).toEqual(['accepted', 'refused']);
  });
  it('counts the days of the week once the action is done', () => {
    const parts = row({ daysInWeek: { max: 1 } });
    const rulebook = bareTown(parts);
    const ask = (days: string[]): string => decide(rulebook, oneChild(), { action: 'book', child: 'a', service: 'cantine', day: localDate(days[0]!), at: '2026-11-01T10:00' as LocalDateTime, together: days.map(localDate) }).outcome;
    expect([ask(['2026-11-12']), ask(['2026-11-12', '2026-11-13'])]).toEqual(['refused', 'accepted']);
    const two = oneChild([{ type: 'book', at: '2026-10-01T10:00', child: 'a', service: 'cantine', days: ['2026-11-12'], override: true }, { type: 'book', at: '2026-10-01T10:00', child: 'a', service: 'cantine', days: ['2026-11-13'] }]);
    expect(decide(rulebook, two, { action: 'cancel', child: 'a', service: 'cantine', day: localDate('2026-11-13'), at: '2026-11-01T10:00' as LocalDateTime }).outcome).toBe('refused');
  });
  it('refuses after three failings, which are then past', () => {
    const parts = {
      ...row({ counter: { id: 'manques', min: 3 } }),
      counters: [{ id: 'manques', label: 'Manques', counts: 'unbooked', per: 'child', every: 'schoolYear' }],
    };
    const came = (days: string[]): unknown[] => [{ type: 'attend', child: 'a', service: 'cantine', days }];
    expect(decided('book', rule, '2026-11-10T10:00', parts, came(['2026-11-02', '2026-11-03'])).outcome).toBe('accepted');
    expect(decided('book', rule, '2026-11-10T10:00', parts, came(['2026-11-02', '2026-11-03', '2026-11-05'])).outcome).toBe('refused');
  });
  it('allows so many late changes a term, several days in one event being as many', () => {
    const parts = {
      admission: [{ id: 'quota', label: 'Quota', actions: ['change'], when: { counter: { id: 'q', min: 2 } }, outcome: 'refused', message: 'Quota atteint' }],
      counters: [{ id: 'q', label: 'Changements', counts: 'lateChange', per: 'child', every: 'month' }],
      deadlines, booking: [{ services: ['cantine'], change: { limit: 'veille', after: 'late' } }],
    };
    const result = november(bareTown(parts), oneChild([{ type: 'change', at: '2026-11-20T10:00', child: 'a', service: 'cantine', days: ['2026-11-10', '2026-11-12', '2026-11-13'] }]));
    expect(result.decisions.map((decision) => decision.outcome)).toEqual(['late', 'late', 'refused']);
  });
  it('refuses to cancel while the child is in class', () => {
    const parts = row({ inClass: true });
    const result = november(bareTown(parts), oneChild([
      { type: 'book', at: '2026-10-01T10:00', child: 'a', service: 'cantine', days: ['2026-11-12'] },
      { type: 'cancel', at: '2026-11-12T09:00', child: 'a', service: 'cantine', days: ['2026-11-12'], inClass: true },
    ]));
    expect(result.decisions[1]?.outcome).toBe('refused');
    expect(result.lines).toMatchObject([{ quantity: 1, totalCents: 300 }]);
    expect(result.lines[0]?.rule).toBe('repas');
  });
  it('stops usual weeks while it holds', () => {
    const admission = [{ id: 'impaye', label: 'Impayé', actions: ['usualWeek'], when: { account: { unpaid: true } }, outcome: 'refused', message: 'Suspendu' }];
    const result = november(bareTown({ admission }), oneChild([], { account: { unpaid: [{ since: '2026-11-13' }] } }, { enrolments: [{ service: 'cantine', from: '2026-09-01', week: ['mon'] }] }));
    expect(result.lines.map((line) => line.day)).toEqual(['2026-11-02', '2026-11-09']);
  });
});
