import { describe, expect, test } from 'vitest';
import { checkPassword, missingOf } from '../../../src-main/features/accounts/password-rules';

describe('the guides’ rule', () => {
  test('8 characters of four kinds, typed twice the same', () => {
    const check = checkPassword('guide', 'Canti9e!', 'Canti9e!');
    expect(check.conforming).toBe(true);
    expect(check.items.every(({ met }) => met)).toBe(true);
  });

  test('the checklist stands in the guides’ words and order', () => {
    expect(checkPassword('guide', '', '').items).toEqual([
      { label: '8 caractères minimum', met: false },
      { label: '1 minuscule', met: false },
      { label: '1 majuscule', met: false },
      { label: '1 caractère spécial', met: false },
      { label: '1 chiffre', met: false },
      { label: 'Les 2 mots de passe saisis sont identiques', met: false },
    ]);
  });

  test.each([
    ['Cant9e!', ['8 caractères minimum']],
    ['CANTINE9!', ['1 minuscule']],
    ['cantine9!', ['1 majuscule']],
    ['Cantine99', ['1 caractère spécial']],
    ['Cantine!!', ['1 chiffre']],
    ['Cantine 9', ['1 caractère spécial']],
    ['', ['8 caractères minimum', '1 minuscule', '1 majuscule', '1 caractère spécial', '1 chiffre']],
  ])('%s lacks %j', (password, missing) => expect(missingOf('guide', password)).toEqual(missing));

  test('accented letters are letters, and an emoji is one character', () => {
    expect(missingOf('guide', 'Éàüçôîï9')).toEqual(['1 caractère spécial']);
    expect(missingOf('guide', 'Aa9😀😀😀')).toEqual(['8 caractères minimum']);
  });

  test('the second entry must be the same', () => {
    expect(checkPassword('guide', 'Canti9e!', 'Canti9e?')).toMatchObject({ conforming: false, identical: false });
  });
});

describe('the strict rule (CNIL, password alone)', () => {
  test.each(['Cantine2026!', 'CantineDuPreau26', 'les sept enfants du préau mangent ensemble ici'])('%s conforms', (password) =>
    expect(checkPassword('strict', password)).toMatchObject({ conforming: true, otherwise: [] }));

  test('what is too short names the other ways', () => {
    expect(checkPassword('strict', 'Cantine9!')).toMatchObject({
      conforming: false,
      otherwise: ['14 caractères avec minuscule, majuscule et chiffre', 'une phrase de 7 mots'],
    });
    expect(missingOf('strict', 'Cantine9!')).toEqual(['12 caractères minimum']);
  });
});
