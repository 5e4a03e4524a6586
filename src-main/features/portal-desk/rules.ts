import type { Adult, FamilyFile } from '../families/schema';
import type { FieldRule, FilePart, PortalSettings } from '../town/portal-settings-schema';
import type { FieldDef } from './fields';
import { CHILD_PARTS } from './fields';

/** A parent before one family's file. */
export interface Viewer {
  readonly personId: number;
  /** False only when the file says "non". */
  readonly withAuthority: boolean;
}

/** What the rules are judged on. */
export interface Grounds {
  readonly parts: PortalSettings['fileParts'];
  readonly viewer: Viewer;
  /** Adults who keep their own data: they have an account, or another family. */
  readonly keepers: ReadonlySet<number>;
  /** Adults of the family who are no guardians. */
  readonly contacts: ReadonlySet<number>;
}

/** Parts about the children that a guardian without parental authority may read: who they are, school, meals. */
const WITHOUT_AUTHORITY: readonly FilePart[] = ['childIdentity', 'childSchool', 'childMeals'];

const atMost = (rule: FieldRule, most: FieldDef['most']): FieldRule => {
  if (rule === 'hidden' || most === undefined) return rule;
  return most === 'readOnly' || rule === 'direct' ? most : rule;
};

/**
 * What a parent may do with a field: what the town says, less for somebody else's data and for a
 * guardian without parental authority (docs/portal-settings.md). `subjectId` is a person's, a
 * child's or the family's.
 */
export function ruleOf({ parts, viewer, keepers, contacts }: Grounds, { part, most }: Pick<FieldDef, 'part' | 'most'>, subjectId: number): FieldRule {
  const rule = atMost(parts[part], most);
  const aboutAdult = part === 'identity' || part === 'contact' || part === 'work';
  if (aboutAdult) {
    if (subjectId === viewer.personId) return rule;
    if (!viewer.withAuthority || (parts.contacts === 'hidden' && contacts.has(subjectId))) return 'hidden';
    return keepers.has(subjectId) ? atMost(rule, 'approved') : rule;
  }
  if (viewer.withAuthority) return rule;
  return (CHILD_PARTS as readonly FilePart[]).includes(part) && WITHOUT_AUTHORITY.includes(part) ? atMost(rule, 'readOnly') : 'hidden';
}

/** The same for a tick of "urgence" or "sortie": what concerns another guardian with an account is asked for. */
export function tickRuleOf({ parts, viewer, keepers }: Grounds, adult: Pick<Adult, 'personId' | 'kind'>): FieldRule {
  if (!viewer.withAuthority || (parts.contacts === 'hidden' && adult.kind === 'contact')) return 'hidden';
  const others = adult.kind === 'guardian' && adult.personId !== viewer.personId && keepers.has(adult.personId);
  return others ? atMost(parts.pickups, 'approved') : parts.pickups;
}

/**
 * What a parent may do about adding people to call or who may collect: what the town says, never more
 * than for their ticks where these are asked for.
 */
export function addRuleOf({ parts, viewer }: Pick<Grounds, 'parts' | 'viewer'>): FieldRule {
  if (!viewer.withAuthority) return 'hidden';
  return parts.pickups === 'approved' ? atMost(parts.contacts, 'approved') : parts.contacts;
}

/** The same for taking one out: a guardian never, somebody with an account or another family after agreement. */
export function removeRuleOf({ parts, viewer, keepers }: Grounds, { personId, kind }: Pick<Adult, 'personId' | 'kind'>): FieldRule {
  if (!viewer.withAuthority) return 'hidden';
  if (kind === 'guardian') return 'readOnly';
  return keepers.has(personId) ? atMost(parts.contacts, 'approved') : parts.contacts;
}

/** Adults who keep their own data. */
export const keepersOf = ({ guardians, contacts }: Pick<FamilyFile, 'guardians' | 'contacts'>, withAccount: ReadonlySet<number>): Set<number> =>
  new Set([...guardians, ...contacts].filter(({ personId, otherFamilies }) => withAccount.has(personId) || otherFamilies.length > 0).map(({ personId }) => personId));
