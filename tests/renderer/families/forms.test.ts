import { describe, expect, it } from 'vitest';
import { chosenLink, custodyValues, linksOf, weekWords } from '../../../src-renderer/components/families/custody-form';
import { checkStep, emptyFamily, stepOf, toSend } from '../../../src-renderer/components/families/new-family';
import type { Child, CustodyLink } from '../../../src-main/features/families/schema';
import { localDate } from '../../../src-main/kernel/local-date';

describe('the custody form', () => {
  const [HERE, THERE] = [1, 2];
  const childWith = (custody: CustodyLink[]) => ({ version: 3, custody }) as unknown as Child;

  it('shows what is saved and means it again', () => {
    const periods = [{ fromOn: localDate('2026-12-19'), toOn: localDate('2026-12-26') }];
    const saved: CustodyLink[] = [{ familyId: HERE, custody: 'otherDates', periods: [] }, { familyId: THERE, custody: 'chosenDates', periods }];
    const values = custodyValues(childWith(saved), HERE);
    expect(values).toMatchObject({ mode: 'chosenThere', otherId: THERE, version: 3, periods });
    expect(linksOf(values, HERE)).toEqual(saved);
    expect(chosenLink(values.mode)).toBe(1);
  });

  it('gives sound pairs only', () => {
    const values = { ...custodyValues(childWith([{ familyId: HERE, custody: 'always', periods: [] }]), HERE), otherId: THERE };
    const custodies = (mode: typeof values.mode) => linksOf({ ...values, mode }, HERE).map(({ familyId, custody }) => `${familyId} ${custody}`);
    expect(custodies('here')).toEqual(['1 always']);
    expect(custodies('there')).toEqual(['2 always']);
    expect(custodies('evenHere')).toEqual(['1 evenWeeks', '2 oddWeeks']);
    expect(custodies('chosenHere')).toEqual(['1 chosenDates', '2 otherDates']);
  });

  it('words a week that changes in its midst', () => {
    const week = (...days: number[][]) => ({ monday: localDate('2026-11-09'), week: 46, days });
    const nameOf = (id: number): string => (id === 1 ? 'ALAIN' : 'PRIGENT');
    expect(weekWords(week([1], [1], [1], [1], [1], [1], [1]), nameOf)).toBe('ALAIN');
    expect(weekWords(week([2], [2], [1], [1], [1], [1], [2]), nameOf)).toBe('lun–mar PRIGENT, mer–sam ALAIN, dim PRIGENT');
    expect(weekWords(week([], [], [1, 2], [1, 2], [1, 2], [1, 2], [1, 2]), nameOf)).toBe('lun–mar personne, mer–dim ALAIN et PRIGENT');
  });
});

describe('the wizard of a new family', () => {
  const TODAY = localDate('2026-11-05');
  const typed = () => {
    const family = emptyFamily(null);
    Object.assign(family.guardians[0]!, { lastName: 'Alain', firstName: 'Paul' });
    return family;
  };

  it('knows which step holds a field', () => {
    expect(['guardians.0.lastName', 'guardians.1.email', 'children.0.birthOn', 'quotient.value', 'fund'].map(stepOf)).toEqual([0, 1, 2, 3, 3]);
  });

  it('tells the faults of a step in the host’s own words, and of no other', () => {
    const family = typed();
    family.guardians[0]!.firstName = '';
    family.guardians[0]!.postcode = '22';
    expect(checkStep(0, family, TODAY)?.fields).toEqual({ 'guardians.0.firstName': 'Indiquez le prénom.' });
    expect(checkStep(1, family, TODAY)?.fields).toEqual({ 'guardians.0.postcode': 'Le code postal a cinq chiffres, par exemple 22300.' });
    expect(checkStep(2, family, TODAY)).toBeNull();
  });

  it('suggests the first of next month for a quotient', () => {
    expect(emptyFamily(localDate('2026-12-31')).quotient.fromOn).toBe('2027-01-01');
    expect(emptyFamily(null).quotient.fromOn).toBeNull();
  });

  it('tells a birth still to come at its own step', () => {
    const family = typed();
    Object.assign(family.children[0]!, { lastName: 'Alain', firstName: 'Anna', birthOn: '2027-10-12' });
    expect(checkStep(0, family, TODAY)).toBeNull();
    expect(checkStep(2, family, TODAY)).toMatchObject({ message: 'Cette date de naissance est dans le futur. Vérifiez l’année.', fields: { 'children.0.birthOn': expect.any(String) } });
    expect(checkStep(2, family, localDate('2027-10-12'))).toBeNull();
  });

  it('tells a text that is too long, where it was pasted whole', () => {
    const family = typed();
    family.guardians[0]!.lastName = 'A'.repeat(200);
    expect(checkStep(0, family, TODAY)?.fields).toEqual({ 'guardians.0.lastName': 'Ce texte est trop long : 80 caractères au plus.' });
  });

  it('sends neither a child without name nor a quotient without value', () => {
    expect(toSend(typed())).toMatchObject({ children: [], quotient: null });
    const family = typed();
    family.quotient = { value: '-5', fromOn: '2026-12-01', provedOn: null, proof: '' };
    expect(checkStep(3, family, TODAY)?.fields).toEqual({ 'quotient.value': 'Ce montant ne peut pas être négatif.' });
  });
});
