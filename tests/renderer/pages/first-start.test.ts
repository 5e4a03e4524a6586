import { describe, expect, it } from 'vitest';
import { EMPTY_TOWN } from '../../../src-renderer/components/town/town-choices';
import { checkStep } from '../../../src-renderer/pages/first-start/check-step';

const TOWN = {
  ...EMPTY_TOWN, name: 'Saint-Aubin', address: '1 place de la Mairie', postcode: '22300', city: 'Saint-Aubin', phone: '02 96 12 34 56', email: 'mairie@exemple.fr', siret: '212 201 139 00012',
};

describe('the steps of the first start', () => {
  it('let a complete town pass, with or without its SIRET', () => {
    expect(checkStep('town', TOWN)).toBeNull();
    expect(checkStep('town', { ...TOWN, siret: '' })).toBeNull();
  });

  it('tell at each field what is missing, in French, under the path the host would use', () => {
    const refusal = checkStep('town', { ...TOWN, name: '', siret: '123', email: 'mairie', postcode: '2230' });
    expect(refusal?.fields).toEqual({
      'town.name': 'Indiquez le nom de la commune ou de la structure.',
      'town.siret': 'Ce SIRET n’est pas valable : il a quatorze chiffres, dont le dernier est une clé. Vérifiez la saisie.',
      'town.email': 'Cette adresse e-mail est incomplète, par exemple : prenom.nom@exemple.fr.',
      'town.postcode': 'Le code postal a cinq chiffres, par exemple 22300.',
    });
  });

  it('ask a name, an address and a password of the first administrator', () => {
    const refusal = checkStep('admin', { name: ' ', email: 'nadine@', password: '', confirmation: '' });
    expect(Object.keys(refusal?.fields ?? {})).toEqual(['admin.password', 'admin.name', 'admin.email']);
    expect(Object.values(refusal?.fields ?? {}).every((sentence) => /^[A-ZÀ-Ý].*[.]$/.test(sentence))).toBe(true);
  });
});
