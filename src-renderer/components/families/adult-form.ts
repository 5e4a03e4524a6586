import type { Adult, AdultKind, FamilyFile, NewAdult } from '../../../src-main/features/families/schema';

/** An adult as a form holds it: nothing is left out, an unknown day is null. */
export type AdultValues = Required<NewAdult>;

export const emptyAdult = (): AdultValues => ({
  civility: '', lastName: '', firstName: '', birthOn: null, birthPlace: '', maritalStatus: 'unknown', address: '', postcode: '', city: '',
  homePhone: '', mobilePhone: '', officePhone: '', email: '', occupation: '', employer: '', employerPhone: '', notes: '', remarks: '', relation: '', parentalAuthority: 'unknown',
});

/** What the form needs of an adult that is saved. */
export interface SavedAdultValues extends AdultValues {
  version: number;
  kind: AdultKind;
}

export function adultValues({ personId: _, otherFamilies: __, ...values }: Adult): SavedAdultValues {
  return values;
}

export const findAdult = (file: FamilyFile, personId: number): Adult | undefined =>
  [...file.guardians, ...file.contacts].find((adult) => adult.personId === personId);

/** A second guardian often lives at the first one's address: proposed, not imposed. */
export function atAddressOf(values: AdultValues, { address, postcode, city, homePhone }: Pick<Adult, 'address' | 'postcode' | 'city' | 'homePhone'>): AdultValues {
  return { ...values, address, postcode, city, homePhone };
}
