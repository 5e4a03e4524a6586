import { describe, expect, it } from 'vitest';
import { formatDate, formatDay, formatDayMonth, formatMoment, formatTime, parseTypedDate } from '../../../src-main/kernel/french-dates';
import { localDate } from '../../../src-main/kernel/local-date';
import type { LocalDateTime } from '../../../src-main/kernel/local-date';
import { slugOf } from '../../../src-main/kernel/slug';
import { counted, enumerated, registerName, searchable, countedUnits, of } from '../../../src-main/kernel/text';

describe('dates in French', () => {
  it('are written as people say them', () => {
    expect(formatDay(localDate('2026-11-03'))).toBe('mardi 3 novembre');
    expect(formatDay(localDate('2026-09-01'))).toBe('mardi 1er septembre');
    expect(formatDate(localDate('2026-12-01'))).toBe('1er décembre 2026');
    expect(formatDayMonth(localDate('2026-11-03'))).toBe('3/11');
    expect(formatTime('16:30')).toBe('16\u00a0h\u00a030');
    expect(formatTime('24:00')).toBe('minuit');
    expect(formatMoment('2026-11-03T10:00' as LocalDateTime)).toBe('mardi 3 novembre à 10\u00a0h');
  });
  it.each([['12/10/2023', '2023-10-12'], ['1.9.2026', '2026-09-01'], ['2026-09-01', '2026-09-01'], ['12 10 2023', '2023-10-12'], ['octobre', null], ['12/10/23', null]])(
    '%s is read as %s', (typed, read) => expect(parseTypedDate(typed)).toBe(read));
});

describe('words', () => {
  it('agree with their number, zero and one being singular', () => {
    expect([0, 1, 2].map((count) => counted(count, 'enfant', 'enfants'))).toEqual(['0\u00a0enfant', '1\u00a0enfant', '2\u00a0enfants']);
    expect(enumerated(['Anna', 'Théo', 'Zoé'])).toBe('Anna, Théo et Zoé');
    expect(enumerated(['Anna'])).toBe('Anna');
  });
  it.each([
    [1, 'demi-heure', '1 demi-heure'], [16, 'demi-heure', '16 demi-heures'], [2, 'repas', '2 repas'], [0, 'journée', '0 journée'], [3, 'quart d’heure', '3 quarts d’heure'],
    [2, "quart d'heure", "2 quarts d'heure"], [2, 'demi-journée avec repas', '2 demi-journées avec repas'], [2, 'forfait mensuel', '2 forfaits mensuels'], [2, 'mois', '2 mois'],
    [2, 'h', '2 h'], [2, 'min', '2 min'], [2, 'journal', '2 journaux'], [2, 'jeu', '2 jeux'], [2, 'cadeau', '2 cadeaux'], [2, 'après-midi', '2 après-midi'], [2, 'heure (30 min)', '2 heures (30 min)'],
  ])('%i × %s: « %s »', (count, unit, words) => expect(countedUnits(count, unit)).toBe(words.replace(' ', '\u00a0')));
  it('a unit without a word is a bare figure', () => expect(countedUnits(4, '')).toBe('4'));
  it('names elide before a vowel', () => expect(['Anna', 'Théo', 'Hugo', 'Élise'].map(of)).toEqual(['d’Anna', 'de Théo', 'd’Hugo', 'd’Élise']));
  it('are found without accents, capitals or dashes', () => {
    expect(searchable('L’Hévéder-Cœur  Zoë')).toBe('l heveder coeur zoe');
    expect(registerName('Alain', 'Paul')).toBe('ALAIN Paul');
    expect(slugOf('Cantine, 1er service')).toBe('cantine-1er-service');
    expect(slugOf('…')).toBe('sans-nom');
  });
});
