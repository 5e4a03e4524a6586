import { describe, expect, test } from 'vitest';
import { askOf } from '../../../portal/client/pages/bookings/ask-town';
import { cellView, savedOf } from '../../../portal/client/pages/bookings/cell-view';
import type { Cell } from '../../../src-main/features/bookings/schema';
import type { LocalDate, LocalDateTime } from '../../../src-main/kernel/local-date';

const cell = (given: Partial<Cell> = {}): Cell => ({
  day: '2026-11-05' as LocalDate, state: 'free', booked: false, mayChange: true, pending: false, priceCents: 320, invoiced: false,
  words: 'libre, 3,20 €', reason: null, until: null, ...given,
});
const booked = cell({ state: 'booked', booked: true, words: 'réservé' });
const holiday = cell({ state: 'closed', mayChange: false, words: 'fermé : jour férié', reason: 'Fermé : jour férié.' });
const view = (one: Cell, wanted?: boolean, refusal: string | null = null) => cellView(one, 'Cantine', wanted, refusal);

describe('a cell as saved', () => {
  test('is named by service, day, state and price', () => {
    expect(view(cell())).toMatchObject({ label: 'Cantine, jeudi 5 novembre, libre, 3,20 €', checked: false, pending: false, mayToggle: true, icon: 'circle', tone: 'free' });
    expect(view(booked)).toMatchObject({ label: 'Cantine, jeudi 5 novembre, réservé', checked: true, icon: 'check', tone: 'booked' });
  });

  test('that is closed tells why at once and cannot be ticked', () => {
    expect(view(holiday)).toMatchObject({ mayToggle: false, tellsAtOnce: true, reason: 'Fermé : jour férié.', icon: 'dash' });
  });

  test('that is late says what it costs at once', () => {
    expect(view(cell({ state: 'lateFree', words: 'hors délai, 3,90 €', reason: 'Le repas coûte 3,90 €.' }))).toMatchObject({ mayToggle: true, tellsAtOnce: true, icon: 'clock', tone: 'late' });
  });
});

describe('the way out of a cell that cannot change', () => {
  const today = '2026-11-05' as LocalDate;
  const child = { familyId: 7, name: 'ALAIN Anna' };
  const shut = (given: Partial<Cell>): Cell => cell({ mayChange: false, ...given });

  test('a full day tells until when a freed place could be taken', () => {
    const full = shut({ state: 'full', words: 'complet', reason: 'Toutes les places sont prises ce jour-là.', until: '2026-11-03T10:00' as LocalDateTime });
    expect(view(full).reason).toBe('Toutes les places sont prises ce jour-là. Si une place se libère avant le mardi 3 novembre à 10\u00a0h, la case redevient libre.');
    expect(view({ ...full, until: null }).reason).toBe('Toutes les places sont prises ce jour-là.');
  });

  test('what only the town decides is asked of it, by a message already named', () => {
    expect(askOf(child, { label: 'Cantine' }, shut({ state: 'ask' }), today)).toEqual({ name: 'newMessage', query: { famille: 7, objet: 'Réservation demandée : ALAIN Anna, Cantine, jeudi 5 novembre', jour: '2026-11-05' } });
    expect(askOf(child, { label: 'Cantine' }, shut({ state: 'booked', booked: true }), today)).toMatchObject({ query: { objet: 'Annulation demandée : ALAIN Anna, Cantine, jeudi 5 novembre' } });
  });

  test.each([['past', { state: 'past' }], ['closed', { state: 'closed' }], ['the other household’s', { state: 'otherFamily' }], ['called', { state: 'attended', booked: true }], ['open', { mayChange: true }]] as const)('a day that is %s is not asked for', (_, given) =>
    expect(askOf(child, { label: 'Cantine' }, shut(given), today)).toBeNull());

  test('nor one that is over', () => expect(askOf(child, { label: 'Cantine' }, shut({ state: 'booked', booked: true }), '2026-11-06' as LocalDate)).toBeNull());
});

describe('signs beside the state', () => {
  test('an invoiced day keeps its state and has a padlock', () => {
    const past = cell({ state: 'attended', booked: true, mayChange: false, invoiced: true, words: 'présent, facturé', reason: 'L’enfant était présent : ce jour est pointé. Ce jour est facturé.' });
    expect(view(past)).toMatchObject({ icon: 'done', tone: 'attended', invoiced: true, label: 'Cantine, jeudi 5 novembre, présent, facturé', tellsAtOnce: true });
  });

  test.each([['ask', 'mail', 'closed'], ['inCart', 'basket', 'cart'], ['waitingList', 'queue', 'queue'], ['waitingTown', 'mail', 'queue'], ['full', 'bar', 'closed']] as const)('%s', (state, icon, tone) =>
    expect(view(cell({ state, mayChange: false }))).toMatchObject({ icon, tone, mayToggle: false }));
});

describe('a tick on its way', () => {
  test('shows as wanted, says so, and cannot be pressed until the answer', () => {
    expect(cellView(cell(), 'Cantine', true, null, true)).toMatchObject({ checked: true, saving: true, mayToggle: false, tone: 'booked', label: 'Cantine, jeudi 5 novembre, réservé, enregistrement en cours' });
  });

  test('put back with its reason, it is as before and tells why', () => {
    expect(view(cell(), undefined, 'Toutes les places sont prises.')).toMatchObject({ checked: false, pending: false, tone: 'free', tellsAtOnce: true, reason: 'Toutes les places sont prises.' });
  });
});

describe('a tick not saved yet', () => {
  test('shows at once, before the host has priced it', () => {
    expect(view(cell(), true)).toMatchObject({ checked: true, pending: true, tone: 'booked', label: 'Cantine, jeudi 5 novembre, réservé, à enregistrer' });
    expect(view(booked, false)).toMatchObject({ checked: false, pending: true, tone: 'free', label: 'Cantine, jeudi 5 novembre, libre, à enregistrer' });
  });

  test('priced by the host: the same, in its words', () => {
    const priced = cell({ state: 'booked', booked: true, pending: true, words: 'réservé' });
    expect(savedOf(priced)).toBe(false);
    expect(view(priced, true)).toMatchObject({ checked: true, pending: true, words: 'réservé' });
    expect(view(priced)).toMatchObject({ checked: false, pending: false });
  });

  test('refused: kept as ticked, marked, and it can be given up', () => {
    expect(view(cell(), true, 'La dernière place vient d’être prise.')).toMatchObject({
      checked: true, tone: 'refused', icon: 'alert', mayToggle: true, reason: 'La dernière place vient d’être prise.', label: 'Cantine, jeudi 5 novembre, réservé, refusé',
    });
  });

  test('that has become impossible meanwhile is marked too', () => {
    expect(view(cell({ state: 'full', mayChange: false, words: 'complet', reason: 'Toutes les places sont prises.' }), true)).toMatchObject({ checked: true, tone: 'refused', mayToggle: true });
  });
});
