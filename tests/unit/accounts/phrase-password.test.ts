import { describe, expect, test } from 'vitest';
import { digitsOf } from '../../../src-main/features/accounts/number-words';
import { phrasePassword } from '../../../src-main/features/accounts/phrase-password';

describe('a password from a phrase (CNIL)', () => {
  test.each([
    ['Les carreaux de la maison sont gris, ils mesurent 60 cm de long par 30 cm de large', 'Lcdlmsg,im60cdlp30cdl'],
    ['Mon mot de passe est un secret bien gardé depuis 25 ans !', 'Mmdpeusbgd25a!'],
  ])('%s → %s', (phrase, password) => expect(phrasePassword('guide', phrase)).toMatchObject({ password, missing: [] }));

  test('numbers in words become digits when asked', () => {
    const phrase = 'Mes trois enfants ont mangé vingt-cinq crêpes à la fête, quel régal !';
    expect(phrasePassword('guide', phrase).password).toBe('Mteomvcàlf,qr!');
    expect(phrasePassword('guide', phrase, true).password).toBe('M3eom25càlf,qr!');
  });

  test('apostrophes are kept, a phone’s typographic ones as those of a keyboard', () => {
    expect(phrasePassword('guide', 'J’ai 2 enfants à l’école').password).toBe("J'a2eàl'é");
  });

  test('a result that breaks the rule says what it lacks', () => {
    expect(phrasePassword('guide', 'mon chat dort')).toEqual({
      password: 'mcd', missing: ['8 caractères minimum', '1 majuscule', '1 caractère spécial', '1 chiffre'], wordCount: 3,
    });
    expect(phrasePassword('guide', '')).toMatchObject({ password: '', wordCount: 0 });
  });
});

test.each([['deux', '2'], ['Vingt-et-un', '21'], ['quatre-vingt-dix-sept', '97'], ['soixante-dix', '70'], ['un', null], ['chat', null], ['', null]])(
  'the word "%s" as digits: %s', (word, digits) => expect(digitsOf(word)).toBe(digits));
