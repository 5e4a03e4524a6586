import { notFound } from '../../kernel/errors';
import { dayOf, toLocal } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import type { Bindings, Database } from '../../platform/database/database';
import { fullName } from '../families/wording';
import { townOf } from '../town/queries';
import { wordsOfPaper } from './paper-standing';
import { IS_PAPER_OF_PERSON } from './parent-places';
import type { PaperFile, SentPaper } from './schema';

type Row = Omit<SentPaper, 'personName' | 'sentOn' | 'words' | 'files' | 'renewed' | 'health' | 'className'> & {
  readonly lastName: string | null; readonly firstName: string | null; readonly className: string | null; readonly renewed: number | null; readonly health: number | null;
};

const MOST_LISTED = 500;

/** Papers that were sent, the newest first, with their pages. */
async function papersWhere(db: Database, today: LocalDate, where: string, bind: Bindings, order = 'paper.sent_at DESC, paper.id DESC'): Promise<SentPaper[]> {
  const rows = await db.select<Row>(
    `SELECT paper.id, paper.kind_id AS kindId, paper.family_id AS familyId, family.name AS familyName, paper.child_id AS childId, child.last_name AS lastName,
       child.first_name AS firstName, class.name AS className, paper.name, paper.description, paper.sent_at AS sentAt, paper.sent_by AS sentBy, paper.state,
       paper.decided_at AS decidedAt, paper.decided_by AS decidedBy, paper.valid_until AS validUntil, paper.reason, paper.version, kind.renewed, kind.health
     FROM family_papers paper JOIN families family ON family.id = paper.family_id LEFT JOIN children child ON child.id = paper.child_id
     LEFT JOIN classes class ON class.id = child.class_id LEFT JOIN paper_kinds kind ON kind.id = paper.kind_id
     WHERE ${where} ORDER BY ${order} LIMIT ${MOST_LISTED}`, bind,
  );
  const files = await db.select<PaperFile & { paperId: number }>(
    'SELECT id, paper_id AS paperId, name, type, bytes FROM family_paper_files WHERE paper_id IN (SELECT value FROM json_each($ids)) ORDER BY paper_id, position',
    { ids: JSON.stringify(rows.map(({ id }) => id)) },
  );
  const { timeZone } = await townOf(db);
  return rows.map(({ lastName, firstName, className, renewed, health, ...row }) => ({
    ...row,
    personName: row.childId === null ? `Famille ${row.familyName}` : fullName({ lastName: lastName ?? '', firstName: firstName ?? '' }),
    className: className ?? '', sentOn: dayOf(toLocal(row.sentAt, timeZone)), renewed: renewed === 1, health: health === 1, words: wordsOfPaper(row, today),
    files: files.filter(({ paperId }) => paperId === row.id).map(({ paperId: _, ...file }) => file),
  }));
}

export const papersOfFamilies = (db: Database, today: LocalDate, familyIds: readonly number[]): Promise<SentPaper[]> =>
  papersWhere(db, today, 'paper.family_id IN (SELECT value FROM json_each($ids))', { ids: JSON.stringify(familyIds) });

/** What a parent reads of the papers of their families. */
export const papersOfParent = (db: Database, today: LocalDate, personId: number): Promise<SentPaper[]> =>
  papersWhere(db, today, IS_PAPER_OF_PERSON, { personId });

/** What waits for the town hall, the oldest first. */
export const waitingPapers = (db: Database, today: LocalDate): Promise<SentPaper[]> =>
  papersWhere(db, today, "paper.state = 'waiting' AND family.archived_at IS NULL", {}, 'paper.sent_at, paper.id');

export async function waitingPaperCount(db: Database): Promise<number> {
  const row = await db.selectOne<{ count: number }>(
    "SELECT count(*) AS count FROM family_papers paper JOIN families family ON family.id = paper.family_id AND family.archived_at IS NULL WHERE paper.state = 'waiting'",
  );
  return row?.count ?? 0;
}

/** One paper. Throws AppError `notFound`. */
export async function paperById(db: Database, today: LocalDate, id: number): Promise<SentPaper> {
  const [paper] = await papersWhere(db, today, 'paper.id = $id', { id });
  if (!paper) throw notFound();
  return paper;
}

export interface StoredPage {
  readonly name: string;
  readonly type: string;
  readonly sha256: string;
  readonly health: number | null;
  readonly paper: string;
  readonly familyId: number;
  readonly childId: number | null;
}

/** A page of a paper: one that this parent may read, or any for staff (null). Throws AppError `notFound`. */
export async function paperPage(db: Database, id: number, personId: number | null): Promise<StoredPage> {
  const page = await db.selectOne<StoredPage>(
    `SELECT file.name, file.type, file.sha256, kind.health, paper.name AS paper, paper.family_id AS familyId, paper.child_id AS childId
     FROM family_paper_files file JOIN family_papers paper ON paper.id = file.paper_id LEFT JOIN paper_kinds kind ON kind.id = paper.kind_id
     WHERE file.id = $id AND ($personId IS NULL OR ${IS_PAPER_OF_PERSON})`, { id, personId },
  );
  if (!page) throw notFound();
  return page;
}
