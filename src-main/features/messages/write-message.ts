import type { ParentActor, StaffActor } from '../../kernel/actor';
import { AppError } from '../../kernel/errors';
import { boundKey } from '../../kernel/request-key';
import type { Context } from '../../platform/procedures/services';
import { takeUploads } from '../documents/receive-upload';
import { cleanText } from './rich-text';

type Writer = Context<ParentActor | StaffActor>;

export interface Words {
  readonly html: string;
  readonly uploadIds: readonly number[];
  readonly requestKey: string;
}

/** The conversation of a message that this writer sent already with this key, or null. */
export async function sentAlready({ db, actor }: Pick<Writer, 'db' | 'actor'>, requestKey: string): Promise<number | null> {
  const row = await db.selectOne<{ id: number }>('SELECT conversation_id AS id FROM messages WHERE request_key = $key', { key: boundKey(actor, requestKey) });
  return row?.id ?? null;
}

/** Adds a message to a conversation, inside its write; its author has then read all before it. Returns its id. */
export async function writeMessage(context: Writer, conversationId: number, words: Words): Promise<number> {
  const { db, clock, actor } = context;
  const html = cleanText(words.html);
  const files = await takeUploads(context, words.uploadIds);
  if (files.some(({ type }) => type !== 'application/pdf')) throw new AppError('messages.pdfOnly', {}, 'invalid', 'files');
  const at = clock.now();
  await db.run(
    'INSERT INTO messages (conversation_id, author, author_name, html, at, request_key) VALUES ($conversationId, $author, $name, $html, $at, $requestKey)',
    { conversationId, author: actor.kind, name: actor.name, html, at, requestKey: boundKey(actor, words.requestKey) },
  );
  const id = (await db.selectOne<{ id: number }>('SELECT last_insert_rowid() AS id'))!.id;
  for (const { name, type, bytes, sha256 } of files) {
    await db.run('INSERT INTO message_files (message_id, name, type, bytes, sha256) VALUES ($id, $name, $type, $bytes, $sha256)', { id, name, type, bytes, sha256 });
  }
  await db.run("UPDATE conversations SET last_at = $at, last_by = $author, closed_at = NULL WHERE id = $conversationId", { at, author: actor.kind, conversationId });
  await markRead(context, conversationId, actor.kind);
  return id;
}

/** Notes that one side has read everything so far, inside a write. */
export async function markRead({ db, clock }: Pick<Context, 'db' | 'clock'>, conversationId: number, reader: 'parent' | 'staff'): Promise<void> {
  await db.run(
    `INSERT INTO message_reads (conversation_id, reader, last_message_id, at)
     SELECT $conversationId, $reader, coalesce(max(id), 0), $at FROM messages WHERE conversation_id = $conversationId
     ON CONFLICT (conversation_id, reader) DO UPDATE SET last_message_id = excluded.last_message_id, at = excluded.at`,
    { conversationId, reader, at: clock.now() },
  );
}
