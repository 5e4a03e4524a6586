import { fullName } from '../families/wording';
import type { ChildHealth, FamilyFile } from '../families/schema';
import { additionOf, contactNow, contactWords, isAddition } from './contact-words';
import { fieldOf, PICKUP_LABELS } from './fields';
import { isTicked } from './pickups';
import type { Tick } from './pickups';
import type { RequestRow } from './request-rows';
import type { SectionPart } from './schema';
import { shownValue, textOf, valuesOf } from './values';

/** Requests in the words of staff and of mails. */

type Asked = Pick<RequestRow, 'familyId' | 'personId' | 'childId' | 'part' | 'field' | 'after'>;

/** Whom the request is about: a child, a person, the family's own id. */
export const subjectIdOf = ({ familyId, personId, childId }: Asked): number => childId ?? personId ?? familyId;

/** "Nom", "Sortie", "Ajouter une personne". */
export function labelOf(request: Asked): string {
  const { part, field } = request;
  if (part === 'contacts') return isAddition(request) ? 'Ajouter une personne' : 'Retirer de la famille';
  return part === 'pickups' ? PICKUP_LABELS[field as Tick] : fieldOf(part, field).label;
}

/** "Anna ALAIN", "Odette ALAIN pour Anna", "Famille ALAIN"; "une personne qui a quitté la famille". */
export function subjectOf(file: FamilyFile, request: Asked): string {
  const { personId, childId } = request;
  if (isAddition(request)) return fullName(additionOf(request));
  const child = file.children.find(({ id }) => id === childId);
  const adult = [...file.guardians, ...file.contacts].find((one) => one.personId === personId);
  if ((childId !== null && !child) || (personId !== null && !adult)) return 'Une personne qui a quitté la famille';
  if (child && adult) return `${fullName(adult)} pour ${child.firstName}`;
  if (child) return fullName(child);
  return adult ? fullName(adult) : `Famille ${file.name}`;
}

/** A value of the field as it is read. */
export function wordsOf(file: FamilyFile, request: Asked, value: string): string {
  const { part, field } = request;
  if (part === 'contacts') return contactWords(file, request, value);
  if (part === 'pickups') return value === 'yes' ? 'Oui' : 'Non';
  const definition = fieldOf(part, field);
  return definition.kind === 'wish' ? value : shownValue(definition, value);
}

/** What the file holds of the field now; null when the person or the child has left the family. */
export function valueNow(file: FamilyFile, request: Asked, health: ChildHealth | null = null): string | null {
  const { part, field, personId, childId } = request;
  if (part === 'contacts') return contactNow(file, request);
  if (part === 'pickups') return personId === null || childId === null ? null : textOf(isTicked({ file }, personId, childId, field as Tick));
  return valuesOf(file, part as SectionPart, subjectIdOf(request), health)?.[field] ?? null;
}
