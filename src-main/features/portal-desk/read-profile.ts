import type { ParentActor } from '../../kernel/actor';
import { formatDate } from '../../kernel/french-dates';
import type { Context } from '../../platform/procedures/services';
import { RELATION_LABELS } from '../families/schema';
import type { Adult, Child } from '../families/schema';
import { fullName } from '../families/wording';
import { certificationOf } from './certify';
import { familiesOfGuardian, openDesk } from './desk';
import type { Desk } from './desk';
import { ADULT_PARTS, CHILD_PARTS, fieldsOf } from './fields';
import { profileContacts, removalOf } from './profile-contacts';
import { profilePickups } from './pickups';
import { ruleOf } from './rules';
import type { Profile, ProfileAdult, ProfileChild, ProfileFamily, ProfileSection } from './schema';
import { profileSection } from './sections';
import { valuesOf } from './values';

/** The files of every family where the signed-in parent is a guardian, field by field as the town allows. */
export async function readProfile(context: Context<ParentActor>): Promise<Profile> {
  const ids = await familiesOfGuardian(context.db, context.actor.personId);
  const desks = await Promise.all(ids.map((familyId) => openDesk(context, familyId)));
  return { families: await Promise.all(desks.map((desk) => profileFamily(context, desk))), children: childrenOf(desks) };
}

async function profileFamily(context: Context<ParentActor>, desk: Desk): Promise<ProfileFamily> {
  const { file, viewer, requests } = desk;
  const contacts = profileContacts(desk);
  return {
    familyId: file.id, name: file.name, withAuthority: viewer.withAuthority,
    missing: viewer.withAuthority ? file.missing : [],
    household: profileSection(desk, 'familyStatus', file.id, valuesOf(file, 'familyStatus', file.id)),
    adults: [...file.guardians, ...(contacts ? file.contacts : [])].map((adult) => profileAdult(desk, adult)),
    contacts,
    pickups: profilePickups(desk),
    certification: await certificationOf(context, desk),
    waiting: requests.filter(({ state, childId }) => state === 'waiting' && (childId === null || viewer.withAuthority)).length,
  };
}

function profileAdult(desk: Desk, adult: Adult): ProfileAdult {
  const { personId, kind } = adult;
  const sections = ADULT_PARTS.flatMap((part) => profileSection(desk, part, personId, valuesOf(desk.file, part, personId)) ?? []);
  return { personId, kind, name: fullName(adult), title: titleOf(desk, adult), isMe: personId === desk.viewer.personId, removal: removalOf(desk, adult), sections };
}

const ORDER = ['Premier', 'Deuxième', 'Troisième', 'Quatrième'];

/** "Premier responsable" as the guides say; of a contact, what ties them to the children. */
function titleOf({ file, parts }: Desk, { personId, kind, relation }: Adult): string {
  if (kind === 'contact') return relation === '' || parts.identity === 'hidden' ? 'Autre responsable' : RELATION_LABELS[relation];
  const place = file.guardians.findIndex((one) => one.personId === personId);
  return `${ORDER[place] ?? 'Autre'} responsable`;
}

/** Each child once, through the family that lets this parent do most. */
function childrenOf(desks: readonly Desk[]): ProfileChild[] {
  const found = new Map<number, ProfileChild>();
  for (const desk of [...desks].sort((left, right) => Number(right.viewer.withAuthority) - Number(left.viewer.withAuthority))) {
    for (const child of desk.file.children) if (!found.has(child.id)) found.set(child.id, profileChild(desk, child));
  }
  return desks.flatMap(({ file }) => file.children.map(({ id }) => id)).filter((id, index, all) => all.indexOf(id) === index).map((id) => found.get(id)!);
}

function profileChild(desk: Desk, child: Child): ProfileChild {
  const sections = CHILD_PARTS.flatMap((part): ProfileSection[] => {
    const values = part === 'childHealth' ? null : valuesOf(desk.file, part, child.id);
    const section = profileSection(desk, part, child.id, values);
    return section ? [section] : [];
  });
  return {
    childId: child.id, familyId: desk.file.id, name: fullName(child), birthWords: shows(desk, 'childIdentity', child) ? birthWords(child) : '',
    schoolWords: shows(desk, 'childSchool', child) ? [child.schoolName, child.className].filter(Boolean).join(', ') : '',
    sections,
    waiting: desk.requests.filter(({ state, childId, personId }) => state === 'waiting' && childId === child.id && personId === null).length,
  };
}

const shows = (desk: Desk, part: 'childIdentity' | 'childSchool', { id }: Child): boolean => fieldsOf(part).some((field) => ruleOf(desk, field, id) !== 'hidden');

/** "Née le 12 octobre 2018 à Lannion" (guide v3, 3.2). */
function birthWords({ birthOn, birthPlace, sex }: Child): string {
  if (birthOn === null) return birthPlace === '' ? '' : `Lieu de naissance : ${birthPlace}`;
  const born = sex === 'F' ? 'Née' : sex === 'M' ? 'Né' : 'Naissance';
  return `${born} le ${formatDate(birthOn)}${birthPlace === '' ? '' : ` à ${birthPlace}`}`;
}
