import { describe, expect, it } from 'vitest';
import { changeLines } from '../../../src-renderer/pages/journal/changes';

describe('what an entry of the journal changed', () => {
  it('is told field by field, in French, before and after', () => {
    expect(changeLines(
      { lastName: 'Alain', birthOn: '1985-10-12', relation: '', healthRight: false, mobilePhone: '' },
      { lastName: 'Prigent', birthOn: null, relation: 'father', healthRight: true, mobilePhone: '06 12 34 56 78' },
    )).toEqual([
      { field: 'Nom', before: 'Alain', after: 'Prigent' },
      { field: 'Date de naissance', before: '12/10/1985', after: 'rien' },
      { field: 'Lien avec l’enfant', before: 'Non renseigné', after: 'Père' },
      { field: 'Accès aux données de santé', before: 'non', after: 'oui' },
      { field: 'Téléphone mobile', before: 'rien', after: '06 12 34 56 78' },
    ]);
  });

  it('unfolds lists and people, without the numbers that only the program knows', () => {
    const lines = changeLines(null, {
      week: ['mon', 'thu'], childId: 12, version: 3,
      children: [{ id: 1, firstName: 'Anna', birthOn: '2023-10-12', schoolId: 2, notes: '' }, { firstName: 'Théo', flags: [] }],
    });
    expect(lines).toEqual([
      { field: 'Semaine habituelle', before: null, after: 'lundi, jeudi' },
      { field: 'Enfants', before: null, after: 'prénom : Anna, date de naissance : 12/10/2023\nprénom : Théo' },
    ]);
  });

  it('keeps words that are French already', () => {
    expect(changeLines({ 'Anna, Cantine': 'non réservé 12/11' }, { 'Anna, Cantine': 'réservé 12/11' })).toEqual([
      { field: 'Anna, Cantine', before: 'non réservé 12/11', after: 'réservé 12/11' },
    ]);
  });
});
