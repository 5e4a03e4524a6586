import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { newAdult, newChild, recordQuotientInput } from '../../../src-main/features/families/schema';
import { speakFrench } from '../../../src-main/platform/procedures/french-input';

beforeAll(speakFrench);

const adult = { lastName: ' Le  Goff ', firstName: 'Yann' };
const faults = (shape: z.ZodType, value: unknown): Record<string, string> =>
  Object.fromEntries(shape.safeParse(value).error?.issues.map((issue) => [issue.path.join('.'), issue.message]) ?? []);

describe('an adult as typed', () => {
  it('is brought to the form that is kept', () => {
    expect(newAdult.parse({ ...adult, birthOn: '12/10/1985', mobilePhone: '0612345678', homePhone: '+33 2.96.12.34.56', email: ' Yann@Exemple.fr ' })).toEqual({
      lastName: 'Le Goff', firstName: 'Yann', birthOn: '1985-10-12', mobilePhone: '06 12 34 56 78', homePhone: '02 96 12 34 56', email: 'yann@exemple.fr',
    });
    expect(newAdult.parse({ ...adult, birthOn: '', email: '', mobilePhone: '+32 2 123 45 67' })).toMatchObject({ birthOn: null, email: '', mobilePhone: '+32 2 123 45 67' });
  });

  it('is told what is wrong at each field, in French', () => {
    expect(faults(newAdult, { lastName: ' ', firstName: '', birthOn: '31/02/1985', postcode: '2230', email: 'yann@', mobilePhone: 'zéro six' })).toEqual({
      lastName: 'Indiquez le nom.',
      birthOn: 'Cette date n’existe pas. Écrivez-la ainsi : 12/10/2023.',
      postcode: 'Le code postal a cinq chiffres, par exemple 22300.',
      email: 'Cette adresse e-mail est incomplète, par exemple : prenom.nom@exemple.fr.',
      mobilePhone: 'Indiquez un numéro de téléphone, par exemple 02 96 12 34 56.',
    });
    expect(faults(newAdult, { lastName: 'x'.repeat(81), firstName: 'Yann' })).toEqual({ lastName: 'Ce texte est trop long : 80 caractères au plus.' });
    expect(faults(newAdult, { ...adult, birthOn: '12/10/1885' })).toHaveProperty('birthOn');
  });

  it('goes without first name only as an organisation', () => {
    expect(faults(newAdult, { lastName: 'UDAF', firstName: '' })).toEqual({ firstName: 'Indiquez le prénom.' });
    expect(faults(newAdult, { lastName: 'UDAF', firstName: '', civility: 'organisation' })).toEqual({});
  });
});

describe('a child as typed', () => {
  it('may choose a menu, never more', () => {
    expect(newChild.parse({ lastName: 'Alain', firstName: 'Anna', diet: 'sans-porc' }).diet).toBe('sans-porc');
    expect(faults(newChild, { lastName: 'Alain', firstName: 'Anna', diet: 'halal', level: '6e' })).toEqual({
      diet: 'Choisissez une valeur de la liste.', level: 'Choisissez une valeur de la liste.',
    });
  });
});

describe('a quotient as typed', () => {
  const quotient = (value: string) => recordQuotientInput.safeParse({ familyId: 1, value, fromOn: '1/12/2026' });

  it.each([['722,50', '722.50'], ['722.5', '722.50'], ['1 200', '1200.00'], ['0', '0.00'], ['722,50 €', '722.50']])('"%s" is kept as %s', (typed, kept) => {
    expect(quotient(typed).data?.value).toBe(kept);
    expect(quotient(typed).data?.fromOn).toBe('2026-12-01');
  });

  it.each([
    ['-5', 'Ce montant ne peut pas être négatif.'],
    ['722,505', 'Écrivez un montant avec deux décimales au plus, par exemple 722,50.'],
    ['beaucoup', 'Écrivez un montant avec deux décimales au plus, par exemple 722,50.'],
    ['', 'Indiquez le montant.'],
  ])('"%s" is refused: %s', (typed, sentence) => {
    expect(quotient(typed).error?.issues.map(({ message }) => message)).toEqual([sentence]);
  });
});
