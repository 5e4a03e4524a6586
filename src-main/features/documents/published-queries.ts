import { notFound } from '../../kernel/errors';
import type { LocalDate } from '../../kernel/local-date';
import { compareFrench } from '../../kernel/text';
import type { Context } from '../../platform/procedures/services';
import type { Database } from '../../platform/database/database';
import { IS_FOR_FAMILY, IS_FOR_PERSON, IS_SHOWN } from './audience';
import { CATEGORIES } from './schema';
import type { DocumentReader, ParentCategory, ParentDocument, PublishedDocument, PublishedRequest, PublishedState } from './schema';

const MOST_LISTED = 500;
const IS_PAST = '(doc.withdrawn_at IS NOT NULL OR doc.until_on < $today)';

/** What the town hall published, the newest first: what parents see or will see, or what they see no more. */
export async function listPublished(db: Database, today: LocalDate, { show, search }: PublishedRequest): Promise<PublishedDocument[]> {
  const rows = await db.select<Omit<PublishedDocument, 'state'>>(
    `SELECT doc.id, doc.category, doc.name, doc.description, doc.file_name AS fileName, doc.type, doc.bytes, doc.audience, doc.audience_label AS audienceLabel,
       doc.from_on AS fromOn, doc.until_on AS untilOn, doc.published_at AS publishedAt, doc.published_by AS publishedBy, doc.withdrawn_at AS withdrawnAt, doc.version,
       (SELECT count(*) FROM document_reads seen WHERE seen.document_id = doc.id) AS readers
     FROM published_documents doc
     WHERE ${show === 'past' ? IS_PAST : `NOT coalesce(${IS_PAST}, FALSE)`}
       AND ($search = '' OR instr(lower(doc.name || ' ' || doc.category || ' ' || doc.audience_label), lower($search)) > 0)
     ORDER BY doc.from_on DESC, doc.id DESC LIMIT ${MOST_LISTED}`,
    { today, search: search.trim() },
  );
  return rows.map((row) => ({ ...row, state: stateOf(row, today) }));
}

function stateOf({ withdrawnAt, fromOn, untilOn }: Omit<PublishedDocument, 'state'>, today: LocalDate): PublishedState {
  if (withdrawnAt !== null) return 'withdrawn';
  if (fromOn > today) return 'coming';
  return untilOn !== null && untilOn < today ? 'ended' : 'shown';
}

/** The guardians for whom a document is today, with when each first opened it; those who did first. Throws AppError `notFound`. */
export async function readersOf(db: Database, today: LocalDate, id: number): Promise<DocumentReader[]> {
  if (!(await db.selectOne('SELECT 1 FROM published_documents WHERE id = $id', { id }))) throw notFound();
  return db.select<DocumentReader>(
    `SELECT person.id AS personId, trim(person.first_name || ' ' || person.last_name) AS name, min(family.id) AS familyId, family.name AS familyName, seen.at AS readAt
     FROM published_documents doc JOIN families family ON ${IS_FOR_FAMILY}
     JOIN family_adults place ON place.family_id = family.id AND place.kind = 'guardian' JOIN persons person ON person.id = place.person_id
     LEFT JOIN document_reads seen ON seen.document_id = doc.id AND seen.person_id = person.id
     WHERE doc.id = $id GROUP BY person.id ORDER BY seen.at IS NULL, seen.at, family.name, place.position`,
    { id, today },
  );
}

/** What a parent may read today, by category: those of the program first, then the town's own. */
export async function documentsOfParent(db: Database, today: LocalDate, personId: number): Promise<ParentCategory[]> {
  const rows = await db.select<Omit<ParentDocument, 'isNew'> & { category: string; isNew: number }>(
    `SELECT doc.id, doc.category, doc.name, doc.description, doc.type, doc.bytes, doc.from_on AS fromOn, doc.audience_label AS audienceLabel, seen.at IS NULL AS isNew
     FROM published_documents doc LEFT JOIN document_reads seen ON seen.document_id = doc.id AND seen.person_id = $personId
     WHERE ${IS_SHOWN} AND ${IS_FOR_PERSON} ORDER BY doc.from_on DESC, doc.id DESC LIMIT ${MOST_LISTED}`,
    { today, personId },
  );
  const names = [...new Set(rows.map(({ category }) => category))].sort(byCategory);
  return names.map((name) => {
    const documents = rows.filter(({ category }) => category === name).map(({ category: _, isNew, ...row }) => ({ ...row, isNew: isNew === 1 }));
    return { name, unread: documents.filter(({ isNew }) => isNew).length, documents };
  });
}

function byCategory(left: string, right: string): number {
  const place = (name: string): number => (CATEGORIES as readonly string[]).indexOf(name) >>> 0; // -1: after all others
  return place(left) - place(right) || compareFrench(left, right);
}

/** How many documents a parent may read and has not opened. */
export async function unreadDocuments(db: Database, today: LocalDate, personId: number): Promise<number> {
  const row = await db.selectOne<{ count: number }>(
    `SELECT count(*) AS count FROM published_documents doc
     WHERE ${IS_SHOWN} AND NOT EXISTS (SELECT 1 FROM document_reads seen WHERE seen.document_id = doc.id AND seen.person_id = $personId) AND ${IS_FOR_PERSON}`,
    { today, personId },
  );
  return row?.count ?? 0;
}

export interface StoredDocument {
  readonly name: string;
  readonly type: string;
  readonly sha256: string;
}

/** The file of a document that a parent may read today; from then on it is read. Throws AppError `notFound` for any other. */
export async function openDocument({ db, clock }: Pick<Context, 'db' | 'clock'>, today: LocalDate, personId: number, id: number): Promise<StoredDocument> {
  const found = await db.selectOne<StoredDocument & { seen: number }>(
    `SELECT doc.file_name AS name, doc.type, doc.sha256, EXISTS (SELECT 1 FROM document_reads seen WHERE seen.document_id = doc.id AND seen.person_id = $personId) AS seen
     FROM published_documents doc WHERE doc.id = $id AND ${IS_SHOWN} AND ${IS_FOR_PERSON}`,
    { id, today, personId },
  );
  if (!found) throw notFound();
  if (found.seen === 0) {
    await db.write(() => db.run('INSERT INTO document_reads (document_id, person_id, at) VALUES ($id, $personId, $at) ON CONFLICT DO NOTHING', { id, personId, at: clock.now() }));
  }
  return found;
}

/** The file of a document, for staff. Throws AppError `notFound`. */
export async function documentFile(db: Database, id: number): Promise<StoredDocument> {
  const found = await db.selectOne<StoredDocument>('SELECT file_name AS name, type, sha256 FROM published_documents WHERE id = $id', { id });
  if (!found) throw notFound();
  return found;
}
