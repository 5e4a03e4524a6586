import { enumerated } from '../../kernel/text';
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
    const unreachable = [!one.homePhone && !one.mobilePhone && !one.officePhone && 'le téléphone', !one.email && 'l’e-mail'].filter((gap) => gap !== false);
    if (unreachable.length > 0) gaps.push(`${enumerated(unreachable)} ${of(fullName(one))}`);
  }
  if (children.length === 0) gaps.push('les enfants');
  for (const child of children.filter(({ category }) => category !== 'adulte')) {
    const unknown = [!child.birthOn && 'la date de naissance', child.classId === null && 'la classe'].filter((gap) => gap !== false);
    if (unknown.length > 0) gaps.push(`${enumerated(unknown)} ${of(child.firstName)}`);
  }
  return gaps;
}
