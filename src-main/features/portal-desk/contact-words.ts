import { searchable } from '../../kernel/text';
import { readJson } from '../../platform/database/json-column';
import { RELATION_LABELS } from '../families/schema';
import type { Adult, FamilyFile } from '../families/schema';
import { fullName } from '../families/wording';
import type { RequestKey, RequestRow } from './request-rows';
import { contactAddition } from './schema';
import type { ContactAddition } from './schema';

/** Requests to add or to remove a contact: the whole person is one value, kept as JSON. */

type Key = Omit<RequestKey, 'familyId'>;
type People = Pick<FamilyFile, 'guardians' | 'contacts' | 'children'>;

const REMOVE = 'remove';

export const isAddition = ({ part, field }: Pick<RequestRow, 'part' | 'field'>): boolean => part === 'contacts' && field !== REMOVE;

/** A name asked for twice is one request: accents, capitals and the order of the names left aside. */
const nameKey = ({ lastName, firstName }: Pick<Adult, 'lastName' | 'firstName'>): string => [searchable(lastName), searchable(firstName)].sort().join(' ');

export const additionKey = (contact: ContactAddition): Key => ({ part: 'contacts', field: `add ${nameKey(contact)}`, personId: null, childId: null });
export const removalKey = (personId: number): Key => ({ part: 'contacts', field: REMOVE, personId, childId: null });

/** The person of a request to add one. */
export const additionOf = ({ after }: Pick<RequestRow, 'after'>): ContactAddition => readJson(contactAddition, after);

/** An adult of the family with this name. */
export const namesake = ({ guardians, contacts }: Pick<People, 'guardians' | 'contacts'>, contact: Pick<Adult, 'lastName' | 'firstName'>): Adult | undefined =>
  [...guardians, ...contacts].find((adult) => nameKey(adult) === nameKey(contact));

/** "Odette ALAIN, grand-parent", phones, what for: a line each. */
export function additionLines({ children }: Pick<People, 'children'>, { relation, mobilePhone, homePhone, ticks, ...names }: ContactAddition): string[] {
  const told = children.flatMap(({ id, firstName }) => {
    const tick = ticks.find(({ childId }) => childId === id);
    const words = [tick?.callInEmergency && 'urgence', tick?.mayCollect && 'sortie'].filter(Boolean);
    return words.length > 0 ? [`${firstName} : ${words.join(' et ')}`] : [];
  });
  const who = [fullName(names), relation === '' ? '' : RELATION_LABELS[relation].toLocaleLowerCase('fr-FR')].filter(Boolean).join(', ');
  return [who, [mobilePhone, homePhone].filter(Boolean).join(', '), ...told];
}

/** A value of such a request as staff read it: what stands, or what is asked. */
export function contactWords(people: People, request: Pick<RequestRow, 'part' | 'field'>, value: string): string {
  if (!isAddition(request)) return value === 'yes' ? 'Ne fait plus partie de la famille' : 'Fait partie de la famille';
  if (value === '' || value === 'there') return value === '' ? 'Ne fait pas partie de la famille' : 'Fait déjà partie de la famille';
  return additionLines(people, additionOf({ after: value })).join('\n');
}

/** What the file holds of it now; null when who should leave has left. */
export function contactNow(people: People, request: Pick<RequestRow, 'part' | 'field' | 'personId' | 'after'>): string | null {
  if (isAddition(request)) return namesake(people, additionOf(request)) ? 'there' : '';
  return people.contacts.some(({ personId }) => personId === request.personId) ? 'no' : null;
}
