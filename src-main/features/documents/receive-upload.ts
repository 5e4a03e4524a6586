import type { ParentActor, StaffActor } from '../../kernel/actor';
import { AppError } from '../../kernel/errors';
import { plusSeconds } from '../../platform/clock';
import type { Database } from '../../platform/database/database';
import type { Context } from '../../platform/procedures/services';
import { contentTypeOf, safeFileName } from './content-type';
import type { AcceptedType } from './content-type';

/** A file that came in, as its sender sees it. */
export interface Upload {
  readonly id: number;
  readonly name: string;
  readonly type: AcceptedType;
  readonly bytes: number;
}

export interface TakenUpload extends Upload {
  readonly sha256: string;
}

type Sender = ParentActor | StaffActor;

/** How many files of one sender may wait for something to take them. */
const MOST_WAITING = 30;

const senderOf = (actor: Sender): { sender: 'parent' | 'staff'; senderId: number } =>
  actor.kind === 'parent' ? { sender: 'parent', senderId: actor.personId } : { sender: 'staff', senderId: actor.id };

/**
 * Keeps a file that a parent or staff sends, judged by its content, until a document or a message
 * takes it. Throws what `contentTypeOf` throws, AppError `documents.tooMany`, and what the store throws.
 */
export async function receiveUpload(context: Context<Sender>, claimedName: string, bytes: Uint8Array): Promise<Upload> {
  const type = contentTypeOf(bytes);
  const name = safeFileName(claimedName, type);
  const { sender, senderId } = senderOf(context.actor);
  const waiting = await context.db.selectOne<{ count: number }>(
    'SELECT count(*) AS count FROM uploads WHERE sender = $sender AND sender_id = $senderId AND taken_at IS NULL', { sender, senderId },
  );
  if ((waiting?.count ?? 0) >= MOST_WAITING) throw new AppError('documents.tooMany', {}, 'conflict', 'file');
  const { sha256 } = await context.files.put(bytes);
  return context.db.write(async () => {
    await context.db.run(
      'INSERT INTO uploads (sender, sender_id, name, type, bytes, sha256, at) VALUES ($sender, $senderId, $name, $type, $bytes, $sha256, $at)',
      { sender, senderId, name, type, bytes: bytes.length, sha256, at: context.clock.now() },
    );
    const row = await context.db.selectOne<{ id: number }>('SELECT last_insert_rowid() AS id');
    return { id: row!.id, name, type, bytes: bytes.length };
  });
}

/**
 * Takes files for a document or a message, inside its write: each once, and only their sender's.
 * Throws AppError `documents.uploadGone` for any other id.
 */
export async function takeUploads(context: Context<Sender>, ids: readonly number[]): Promise<TakenUpload[]> {
  const { sender, senderId } = senderOf(context.actor);
  const taken: TakenUpload[] = [];
  for (const id of ids) {
    const found = await context.db.selectOne<TakenUpload>(
      'SELECT id, name, type, bytes, sha256 FROM uploads WHERE id = $id AND sender = $sender AND sender_id = $senderId AND taken_at IS NULL', { id, sender, senderId },
    );
    if (!found) throw new AppError('documents.uploadGone', {}, 'conflict', 'files');
    await context.db.run('UPDATE uploads SET taken_at = $at WHERE id = $id', { id, at: context.clock.now() });
    taken.push(found);
  }
  return taken;
}

/** Forgets what nothing took within a day; its bytes go with the next purge of the store. */
export async function purgeUploads(context: Pick<Context, 'db' | 'clock'>): Promise<void> {
  await context.db.write(() => context.db.run('DELETE FROM uploads WHERE taken_at IS NULL AND at < $before', { before: dayBefore(context) }));
}

const DAY_SECONDS = 86_400;
const dayBefore = ({ clock }: Pick<Context, 'clock'>): string => plusSeconds(clock.now(), -DAY_SECONDS);

/** Uploads that wait for something to take them; for tests and the page that resumes. */
export const waitingUploads = (db: Database, actor: Sender): Promise<Upload[]> =>
  db.select<Upload>(
    'SELECT id, name, type, bytes FROM uploads WHERE sender = $sender AND sender_id = $senderId AND taken_at IS NULL ORDER BY id',
    { sender: senderOf(actor).sender, senderId: senderOf(actor).senderId },
  );
