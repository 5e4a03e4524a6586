import { notFound } from '../../kernel/errors';
import type { Database } from '../../platform/database/database';
import type { ContactDesk, Conversation, ConversationLine, Department, Inbox, InboxRequest, Message, MessageFile, ReplyTemplate } from './schema';

type Reader = 'parent' | 'staff';

/** A conversation's line as one side reads it; `unread` counts what the other side wrote since. */
const lineColumns = (reader: Reader): string => `
  talk.id, talk.subject, talk.reference, department.name AS department, talk.family_id AS familyId, family.name AS familyName,
  trim(person.first_name || ' ' || person.last_name) AS personName, staff.name AS assignedTo, talk.opened_at AS openedAt,
  talk.last_at AS lastAt, talk.last_by AS lastBy, talk.closed_at AS closedAt,
  (SELECT count(*) FROM messages word WHERE word.conversation_id = talk.id AND word.author <> '${reader}'
     AND word.id > coalesce((SELECT last_message_id FROM message_reads seen WHERE seen.conversation_id = talk.id AND seen.reader = '${reader}'), 0)) AS unread`;

const FROM = `FROM conversations talk JOIN departments department ON department.id = talk.department_id JOIN families family ON family.id = talk.family_id
  JOIN persons person ON person.id = talk.person_id LEFT JOIN staff_users staff ON staff.id = talk.assigned_to`;

/** Departments that can be written to, in the town's order. */
export const departmentsOf = (db: Database): Promise<Department[]> =>
  db.select<Department>('SELECT id, name FROM departments WHERE archived_at IS NULL ORDER BY position, name');

export const templatesOf = (db: Database): Promise<ReplyTemplate[]> => db.select<ReplyTemplate>('SELECT id, name, html FROM reply_templates ORDER BY name');

/** Families in which someone is a guardian: what they may write about. */
export const familiesOfGuardian = (db: Database, personId: number): Promise<{ id: number; name: string }[]> =>
  db.select(
    `SELECT family.id, family.name FROM family_adults place JOIN families family ON family.id = place.family_id
     WHERE place.person_id = $personId AND place.kind = 'guardian' AND family.archived_at IS NULL ORDER BY family.name`,
    { personId },
  );

/** A parent's contact page: whom to write to, and their own conversations, newest first. */
export async function contactDesk(db: Database, personId: number): Promise<ContactDesk> {
  const [departments, families, conversations] = await Promise.all([
    departmentsOf(db),
    familiesOfGuardian(db, personId),
    db.select<ConversationLine>(`SELECT ${lineColumns('parent')} ${FROM} WHERE talk.person_id = $personId ORDER BY talk.last_at DESC, talk.id DESC LIMIT 200`, { personId }),
  ]);
  return { departments, families, conversations };
}

/** How many messages a parent has not read. */
export async function unreadOf(db: Database, personId: number): Promise<number> {
  const row = await db.selectOne<{ count: number }>(
    `SELECT count(*) AS count FROM conversations talk JOIN messages word ON word.conversation_id = talk.id AND word.author = 'staff'
     LEFT JOIN message_reads seen ON seen.conversation_id = talk.id AND seen.reader = 'parent'
     WHERE talk.person_id = $personId AND word.id > coalesce(seen.last_message_id, 0)`,
    { personId },
  );
  return row?.count ?? 0;
}

/** A parent's own conversation. Throws AppError `notFound` for anybody else's. */
export const conversationOfParent = (db: Database, personId: number, id: number): Promise<Conversation> =>
  readConversation(db, 'parent', 'talk.id = $id AND talk.person_id = $personId', { id, personId });

export const conversationForStaff = (db: Database, id: number): Promise<Conversation> => readConversation(db, 'staff', 'talk.id = $id', { id });

async function readConversation(db: Database, reader: Reader, where: string, bind: Record<string, number>): Promise<Conversation> {
  const line = await db.selectOne<ConversationLine & { departmentId: number; assignedId: number | null }>(
    `SELECT ${lineColumns(reader)}, talk.department_id AS departmentId, talk.assigned_to AS assignedId ${FROM} WHERE ${where}`, bind,
  );
  if (!line) throw notFound();
  const [words, files] = await Promise.all([
    db.select<Omit<Message, 'files'>>('SELECT id, author, author_name AS authorName, html, at FROM messages WHERE conversation_id = $id ORDER BY id', { id: line.id }),
    db.select<MessageFile & { messageId: number }>(
      `SELECT file.id, file.message_id AS messageId, file.name, file.type, file.bytes
       FROM message_files file JOIN messages word ON word.id = file.message_id WHERE word.conversation_id = $id ORDER BY file.id`, { id: line.id },
    ),
  ]);
  const messages = words.map((word) => ({ ...word, files: files.filter(({ messageId }) => messageId === word.id).map(({ messageId: _, ...file }) => file) }));
  return { ...line, messages };
}

const SHOWN: Readonly<Record<InboxRequest['show'], string>> = {
  waiting: "talk.closed_at IS NULL AND talk.last_by = 'parent'",
  open: 'talk.closed_at IS NULL',
  closed: 'talk.closed_at IS NOT NULL',
  mine: 'talk.closed_at IS NULL AND talk.assigned_to = $staffId',
};

const PAGE_SIZE = 50;

/** The town hall's inbox, newest first. */
export async function inbox(db: Database, staffId: number, { departmentId, show, search, page }: InboxRequest): Promise<Inbox> {
  const where = `${SHOWN[show]} AND ($departmentId IS NULL OR talk.department_id = $departmentId) AND $staffId = $staffId
    AND ($search = '' OR instr(family.search_text, $search) > 0 OR instr(lower(talk.subject), lower($search)) > 0 OR instr(lower(talk.reference), lower($search)) > 0)`;
  const bind = { departmentId, staffId, search: search.trim() };
  const [lines, count, waiting] = await Promise.all([
    db.select<ConversationLine>(
      `SELECT ${lineColumns('staff')} ${FROM} WHERE ${where} ORDER BY talk.last_at DESC, talk.id DESC LIMIT ${PAGE_SIZE} OFFSET $offset`, { ...bind, offset: page * PAGE_SIZE },
    ),
    db.selectOne<{ count: number }>(`SELECT count(*) AS count ${FROM} WHERE ${where}`, bind),
    waitingCount(db),
  ]);
  return { lines, total: count?.count ?? 0, waiting };
}

/** Conversations in which a parent waits for an answer. */
export async function waitingCount(db: Database): Promise<number> {
  const row = await db.selectOne<{ count: number }>(`SELECT count(*) AS count FROM conversations talk WHERE ${SHOWN.waiting}`);
  return row?.count ?? 0;
}

/** A file of a message, for whoever may read the conversation: its parent, or staff (null). Throws AppError `notFound`. */
export async function messageFile(db: Database, id: number, personId: number | null): Promise<{ name: string; type: string; sha256: string }> {
  const file = await db.selectOne<{ name: string; type: string; sha256: string }>(
    `SELECT file.name, file.type, file.sha256 FROM message_files file JOIN messages word ON word.id = file.message_id
     JOIN conversations talk ON talk.id = word.conversation_id WHERE file.id = $id AND ($personId IS NULL OR talk.person_id = $personId)`, { id, personId },
  );
  if (!file) throw notFound();
  return file;
}
