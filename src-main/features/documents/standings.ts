import type { LocalDate } from '../../kernel/local-date';
import type { Bindings, Database } from '../../platform/database/database';
import { fullName } from '../families/wording';
import { paperKinds } from './paper-kinds';
import { standingOf } from './paper-standing';
import type { JudgedPaper } from './paper-standing';
import type { PaperKind, Requirement, Subject } from './schema';

interface Place {
  readonly familyId: number;
  readonly familyName: string;
  readonly childId: number | null;
  readonly lastName: string | null;
  readonly firstName: string | null;
  readonly classId: number | null;
  readonly className: string | null;
}

type PaperRow = JudgedPaper & { readonly kindId: number; readonly familyId: number; readonly childId: number | null };

/**
 * What is asked of families and where it stands, family by family: first the family itself, then each
 * child. A child's paper counts in both of its homes. A constant number of reads.
 */
export async function subjectsOf(db: Database, today: LocalDate, familyIds: readonly number[] | null): Promise<Subject[]> {
  const ids: Bindings = familyIds ? { ids: JSON.stringify(familyIds) } : {};
  const theseFamilies = familyIds ? 'IN (SELECT value FROM json_each($ids))' : 'IS NOT NULL';
  const [kinds, places, papers] = await Promise.all([
    paperKinds(db),
    db.select<Place>(
      `SELECT family.id AS familyId, family.name AS familyName, child.id AS childId, child.last_name AS lastName, child.first_name AS firstName,
         child.class_id AS classId, class.name AS className
       FROM families family LEFT JOIN family_children link ON link.family_id = family.id LEFT JOIN children child ON child.id = link.child_id
       LEFT JOIN classes class ON class.id = child.class_id
       WHERE family.archived_at IS NULL AND family.id ${theseFamilies} ORDER BY family.search_text, family.id, link.position`, ids,
    ),
    db.select<PaperRow>(
      `SELECT paper.kind_id AS kindId, paper.family_id AS familyId, paper.child_id AS childId, paper.state, paper.sent_at AS sentAt, paper.valid_until AS validUntil, paper.reason
       FROM family_papers paper WHERE paper.kind_id IS NOT NULL AND paper.state <> 'replaced'
         AND (paper.family_id ${theseFamilies} OR paper.child_id IN (SELECT link.child_id FROM family_children link WHERE link.family_id ${theseFamilies}))`, ids,
    ),
  ]);
  const sent = new Map<string, PaperRow[]>();
  for (const paper of papers) {
    const key = keyOf(paper.kindId, paper);
    sent.set(key, [...(sent.get(key) ?? []), paper]);
  }
  const asked = (about: PaperKind['about'], whom: { familyId: number; childId: number | null }): Requirement[] =>
    kinds.filter((kind) => kind.about === about).map(({ id, name, help, required, renewed }) =>
      ({ kindId: id, name, help, required, renewed, standing: standingOf(sent.get(keyOf(id, whom)) ?? [], required, today) }));
  return places.flatMap((place, index): Subject[] => {
    const { familyId, familyName, childId, classId } = place;
    const own = { familyId, familyName, childId: null, name: `Famille ${familyName}`, classId: null, className: '', requirements: asked('family', { familyId, childId: null }) };
    const first = places[index - 1]?.familyId === familyId ? [] : [own];
    if (childId === null) return first;
    const name = fullName({ lastName: place.lastName ?? '', firstName: place.firstName ?? '' });
    return [...first, { familyId, familyName, childId, name, classId, className: place.className ?? '', requirements: asked('child', { familyId, childId }) }];
  });
}

const keyOf = (kindId: number, { familyId, childId }: { readonly familyId: number; readonly childId: number | null }): string =>
  `${kindId} ${childId === null ? `family ${familyId}` : `child ${childId}`}`;
