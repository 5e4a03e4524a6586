import { describe, expect, it } from 'vitest';
import { CELL_LOOKS, shownCell } from '../../../src-renderer/components/bookings/cell-looks';
import { BOOKED, buildCell, PAST } from './build-sheet';

const plain = (text: string): string => text.replace(/\s/g, ' ');

describe('a cell of the week', () => {
  it('says what the host says while nothing is ticked', () => {
    expect(shownCell(buildCell(), undefined)).toEqual({ state: 'free', booked: false, pending: false, words: 'libre, 3,20 €' });
  });

  it('says what was ticked, and that it is not saved', () => {
    expect(shownCell(buildCell(), true)).toMatchObject({ state: 'booked', booked: true, pending: true, words: 'réservé, pas encore enregistré' });
    const late = shownCell(buildCell({ state: 'lateFree', words: 'hors délai, 3,90 €', priceCents: 390 }), true);
    expect({ ...late, words: plain(late.words) }).toMatchObject({ state: 'lateBooked', words: 'réservé hors délai, 3,90 €, pas encore enregistré' });
    expect(plain(shownCell(buildCell(BOOKED), false).words)).toBe('libre, 3,20 €, pas encore enregistré');
  });

  it('goes back to what is saved when the tick is taken away while the host answers with it', () => {
    const answered = buildCell({ ...BOOKED, pending: true });
    expect(shownCell(answered, true)).toMatchObject({ booked: true, pending: true, words: 'réservé, pas encore enregistré' });
    expect(shownCell(answered, undefined)).toMatchObject({ state: 'free', booked: false, pending: false });
  });

  it('decided against the rules, says so', () => {
    expect(shownCell(buildCell(PAST), true).words).toBe('réservé hors règle, pas encore enregistré');
  });

  it('has a mark, colours and a word in every state', () => {
    const words = Object.values(CELL_LOOKS).map(({ word }) => word);
    expect(new Set(words).size).toBe(words.length);
  });
});
