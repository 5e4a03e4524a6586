import type { LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import { lackWords } from './lacking-families';
import { documentsOfParent, unreadDocuments } from './published-queries';
import { placesOfParent } from './parent-places';
import { papersOfParent } from './sent-papers';
import { subjectsOf } from './standings';
import type { DocumentNews, DocumentTask, ParentDesk, Requirement, Subject } from './schema';

/** A parent's page of documents. */
export async function parentDesk(db: Database, today: LocalDate, personId: number): Promise<ParentDesk> {
  const [categories, subjects, sent] = await Promise.all([documentsOfParent(db, today, personId), subjectsOfParent(db, today, personId), papersOfParent(db, today, personId)]);
  return { categories, subjects, sent };
}

/** Whom a parent may send for, with what the town asks of them: of a guardian without parental authority, nothing. */
async function subjectsOfParent(db: Database, today: LocalDate, personId: number): Promise<Subject[]> {
  const places = await placesOfParent(db, personId);
  const subjects = await subjectsOf(db, today, places.map(({ familyId }) => familyId));
  return subjects.map((subject) => (places.some(({ familyId, withAuthority }) => familyId === subject.familyId && withAuthority) ? subject : { ...subject, requirements: [] }));
}

const PRESSING = ['refused', 'missing', 'expired', 'expiring'] as const;

function pressing({ required, standing: { state, covered } }: Requirement): DocumentTask['state'] | null {
  if (state === 'refused') return 'refused';
  if (!required || (covered && state !== 'expiring')) return null;
  return PRESSING.find((one) => one === state) ?? null;
}

/** What a parent has to read or to send, for the first page of the portal. */
export async function documentNews(db: Database, today: LocalDate, personId: number): Promise<DocumentNews> {
  const [unread, subjects] = await Promise.all([unreadDocuments(db, today, personId), subjectsOfParent(db, today, personId)]);
  const tasks = new Map<string, DocumentTask>();
  for (const subject of subjects) {
    for (const requirement of subject.requirements) {
      const state = pressing(requirement);
      const { familyId, childId } = subject;
      // A child of two homes of the same parent is told of once.
      if (state) tasks.set(`${requirement.kindId} ${childId ?? `f${familyId}`}`, { state, words: lackWords(subject, requirement), kindId: requirement.kindId, familyId, childId });
    }
  }
  const list = [...tasks.values()].sort((left, right) => PRESSING.indexOf(left.state) - PRESSING.indexOf(right.state));
  const count = (...states: DocumentTask['state'][]): number => list.filter(({ state }) => states.includes(state)).length;
  return { unread, missing: count('missing', 'expired'), expiring: count('expiring'), refused: count('refused'), tasks: list };
}
