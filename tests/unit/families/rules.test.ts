import { describe, expect, it } from 'vitest';
import { familyName } from '../../../src-main/features/families/family-name';
import { fileGaps } from '../../../src-main/features/families/file-gaps';
import { quotientOn } from '../../../src-main/features/families/quotient-on';
import { searchText, searchWords } from '../../../src-main/features/families/search-text';
import { fullName, of } from '../../../src-main/features/families/wording';
import { localDate } from '../../../src-main/kernel/local-date';

describe('the name of a family', () => {
  it.each([
    [['Alain'], 'ALAIN'],
    [['Alain', 'ALAIN'], 'ALAIN'],
    [['Alain', 'Baconnais'], 'ALAIN - BACONNAIS'],
    [['Hévéder', 'heveder', 'Le Goff', 'Prigent'], 'HÉVÉDER - LE GOFF'],
    [[], null],
  ])('of %j is %s', (names, name) => {
    expect(familyName(names)).toBe(name);
  });
});

describe('the text of the search', () => {
  const adult = { lastName: 'L’Hévéder', firstName: 'Anne-Marie', email: 'am.lheveder@exemple.fr', city: 'Plœuc', phones: ['+33 2 96 12 34 56', ''] };
  const text = searchText({ name: 'L’HÉVÉDER', adults: [adult], children: [{ lastName: 'L’Hévéder', firstName: 'Théo' }], fundNumber: '1234567 A' });

  it('holds words without accents, the name first, and phones as dialled', () => {
    expect(text).toBe(' l heveder lheveder anne marie annemarie theo 1234567 a 1234567a am lheveder@exemple fr ploeuc 0296123456');
  });

  it.each(['Héve', 'lheveder', "l'heveder", 'théo', '02.96.12', '0296 1234 56', '+33 2 96', 'am.lheveder@ex', '1234567a', 'PLOEUC'])('is found by "%s"', (typed) => {
    expect(searchWords(typed).every((word) => text.includes(word))).toBe(true);
  });

  it('takes digits in any spacing as one word, and nothing from signs alone', () => {
    expect(searchWords('alain 02 96 12')).toEqual(['alain', '029612']);
    expect(searchWords(' - ')).toEqual([]);
  });
});

describe('the quotient on a day', () => {
  const entry = (value: string, fromOn: string, withdrawnAt: string | null = null) => ({ measure: 'qf', value, fromOn: localDate(fromOn), withdrawnAt });
  const history = [entry('900.00', '2026-12-01', '2026-11-02T09:00:00.000Z'), entry('722.50', '2026-09-01'), entry('801.00', '2026-12-01'), entry('650.00', '2026-01-01')];

  it('is the last to begin that is not withdrawn', () => {
    const on = (day: string) => quotientOn(history, 'qf', localDate(day))?.value ?? null;
    expect([on('2025-12-31'), on('2026-01-01'), on('2026-11-30'), on('2026-12-01')]).toEqual([null, '650.00', '722.50', '801.00']);
    expect(quotientOn(history, 'revenus', localDate('2026-12-01'))).toBeNull();
  });
});

describe('what a file lacks', () => {
  const paul = {
    civility: 'mr', lastName: 'Alain', firstName: 'Paul', address: '3 rue du Four', postcode: '22300', city: 'Lannion',
    homePhone: '', mobilePhone: '06 12 34 56 78', officePhone: '', email: 'paul@exemple.fr',
  } as const;
  const anna = { firstName: 'Anna', birthOn: localDate('2023-10-12'), classId: 1, category: 'enfant' };

  it('is nothing when all is there', () => {
    expect(fileGaps([paul], [anna])).toEqual([]);
  });

  it('is told by name', () => {
    expect(fileGaps([{ ...paul, postcode: '', email: '' }], [{ ...anna, classId: null, birthOn: null }])).toEqual([
      'l’adresse de facturation de Paul ALAIN', 'l’e-mail de Paul ALAIN', 'la date de naissance et la classe d’Anna',
    ]);
    expect(fileGaps([paul], [])).toEqual(['les enfants']);
  });
});

it('words names as sentences need them', () => {
  expect([fullName({ lastName: 'Le Goff', firstName: 'Yann' }), of('Éloi'), of('Paul'), of('Hugo')]).toEqual(['Yann LE GOFF', 'd’Éloi', 'de Paul', 'd’Hugo']);
});
