import type { Adult, Child } from './schema';
import { fullName, of } from './wording';

type Guardian = Pick<Adult, 'civility' | 'lastName' | 'firstName' | 'address' | 'postcode' | 'city' | 'homePhone' | 'mobilePhone' | 'officePhone' | 'email'>;
type OwnChild = Pick<Child, 'firstName' | 'birthOn' | 'classId' | 'category'>;

/**
 * What a family's file lacks ("Fiche complète" in the guides): where to send the invoice, how to
 * reach each guardian, the birth and the class of each child. Words to put after "Il manque".
 */
export function fileGaps(guardians: readonly Guardian[], children: readonly OwnChild[]): string[] {
  const [first] = guardians;
  const gaps: string[] = [];
  if (first && (!first.address || !first.postcode || !first.city)) gaps.push(`l’adresse de facturation ${of(fullName(first))}`);
  for (const one of guardians) {
    if (!one.homePhone && !one.mobilePhone && !one.officePhone) gaps.push(`un téléphone ${of(fullName(one))}`);
    if (!one.email) gaps.push(`l’e-mail ${of(fullName(one))}`);
  }
  if (children.length === 0) gaps.push('les enfants');
  for (const child of children.filter(({ category }) => category !== 'adulte')) {
    if (!child.birthOn) gaps.push(`la date de naissance ${of(child.firstName)}`);
    if (child.classId === null) gaps.push(`la classe ${of(child.firstName)}`);
  }
  return gaps;
}
