import type { StaffActor } from '../../kernel/actor';
import { AppError, notFound } from '../../kernel/errors';
import { boundKey } from '../../kernel/request-key';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { keepAudience } from './audience';
import { takeUploads } from './receive-upload';
import type { ChangeDocumentInput, PublishInput } from './schema';

/**
 * Hands a document to the parents of an audience; the same `requestKey` publishes it once.
 * Throws AppError of `keepAudience` and `documents.uploadGone`.
 */
export function publishDocument(context: Context<StaffActor>, input: PublishInput): Promise<{ id: number }> {
  const { db, clock, actor } = context;
  return db.write(async () => {
    const earlier = await db.selectOne<{ id: number }>('SELECT id FROM published_documents WHERE request_key = $key', { key: boundKey(actor, input.requestKey) });
    if (earlier) return earlier;
    const { label, ...kept } = await keepAudience(db, input.audience);
    const [file] = await takeUploads(context, [input.uploadId]);
    const { category, name, description, fromOn, untilOn, requestKey } = input;
    await db.run(
      `INSERT INTO published_documents (category, name, description, file_name, type, bytes, sha256, audience, school_id, class_id, service, family_id,
         audience_label, from_on, until_on, published_at, published_by, request_key)
       VALUES ($category, $name, $description, $fileName, $type, $bytes, $sha256, $audience, $schoolId, $classId, $service, $familyId,
         $label, $fromOn, $untilOn, $at, $by, $requestKey)`,
      {
        category, name, description, fromOn, untilOn, requestKey: boundKey(actor, requestKey), ...kept, label,
        fileName: file!.name, type: file!.type, bytes: file!.bytes, sha256: file!.sha256, at: clock.now(), by: actor.name,
      },
    );
    const row = await db.selectOne<{ id: number }>('SELECT last_insert_rowid() AS id');
    await recordDeed(context, { action: 'documents.publish', subject: `Document « ${name} » publié : ${label}`, familyId: kept.familyId, after: { category, fromOn, untilOn } });
    return row!;
  });
}

interface Kept {
  readonly category: string;
  readonly name: string;
  readonly description: string;
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly familyId: number | null;
  readonly withdrawnAt: string | null;
  readonly version: number;
}

const keptDocument = async ({ db }: Pick<Context, 'db'>, id: number): Promise<Kept> => {
  const found = await db.selectOne<Kept>(
    `SELECT category, name, description, from_on AS fromOn, until_on AS untilOn, family_id AS familyId, withdrawn_at AS withdrawnAt, version
     FROM published_documents WHERE id = $id`, { id },
  );
  if (!found) throw notFound();
  return found;
};

/** Changes the words and the days of a document, never its file or audience. Throws AppError `notFound`, `documents.withdrawn`, `changedMeanwhile`. */
export function changeDocument(context: Context<StaffActor>, { id, version, ...wanted }: ChangeDocumentInput): Promise<void> {
  return context.db.write(async () => {
    const { familyId, withdrawnAt, version: before, ...told } = await keptDocument(context, id);
    if (withdrawnAt !== null) throw new AppError('documents.withdrawn', {}, 'conflict');
    if (version !== before) throw new AppError('changedMeanwhile', {}, 'conflict');
    await context.db.run(
      `UPDATE published_documents SET category = $category, name = $name, description = $description, from_on = $fromOn, until_on = $untilOn, version = version + 1
       WHERE id = $id`, { id, ...wanted },
    );
    await recordDeed(context, { action: 'documents.change', subject: `Document « ${wanted.name} » modifié`, familyId, before: told, after: wanted });
  });
}

/** Takes a document away from the parents; it stays in the list of the town hall. Once. Throws AppError `notFound`. */
export function withdrawDocument(context: Context<StaffActor>, id: number): Promise<void> {
  return context.db.write(async () => {
    const { name, familyId, withdrawnAt } = await keptDocument(context, id);
    if (withdrawnAt !== null) return;
    await context.db.run('UPDATE published_documents SET withdrawn_at = $at, version = version + 1 WHERE id = $id', { id, at: context.clock.now() });
    await recordDeed(context, { action: 'documents.withdraw', subject: `Document « ${name} » retiré du portail`, familyId });
  });
}
