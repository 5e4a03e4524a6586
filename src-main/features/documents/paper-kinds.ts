import { AppError, notFound } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import type { Database } from '../../platform/database/database';
import { recordDeed } from '../journal/record-deed';
import type { PaperKind, PaperKindInput } from './schema';

type Row = Omit<PaperKind, 'required' | 'renewed' | 'health'> & { readonly required: number; readonly renewed: number; readonly health: number };

/** The papers that the town asks for, in its order. */
export async function paperKinds(db: Database): Promise<PaperKind[]> {
  const rows = await db.select<Row>('SELECT id, version, name, about, help, required, renewed, health FROM paper_kinds WHERE archived_at IS NULL ORDER BY position, id');
  return rows.map((row) => ({ ...row, required: row.required === 1, renewed: row.renewed === 1, health: row.health === 1 }));
}

/** A kind that is asked for. Throws AppError `notFound`. */
export async function kindOf(db: Database, id: number): Promise<PaperKind> {
  const found = (await paperKinds(db)).find((kind) => kind.id === id);
  if (!found) throw notFound();
  return found;
}

const asRow = ({ name, about, help, required, renewed, health }: PaperKindInput) =>
  ({ name, about, help, required: Number(required), renewed: Number(renewed), health: Number(health) });

/**
 * Adds a kind of paper, or changes one; what was sent keeps its state. Throws AppError
 * `documents.kindTaken`, `documents.kindInUse` when papers sent are about something else, `changedMeanwhile`.
 */
export function savePaperKind(context: Context, input: PaperKindInput): Promise<PaperKind[]> {
  const { db } = context;
  return db.write(async () => {
    const taken = await db.selectOne('SELECT 1 FROM paper_kinds WHERE name = $name COLLATE NOCASE AND archived_at IS NULL AND id <> $id', { name: input.name, id: input.id ?? 0 });
    if (taken) throw new AppError('documents.kindTaken', { name: input.name }, 'conflict', 'name');
    if (input.id === null) {
      await db.run(
        `INSERT INTO paper_kinds (name, about, help, required, renewed, health, position)
         SELECT $name, $about, $help, $required, $renewed, $health, coalesce(max(position), 0) + 1 FROM paper_kinds`, asRow(input),
      );
    } else {
      await refuseOtherSubject(db, await heldKind(db, input.id, input.version), input);
      await db.run(
        `UPDATE paper_kinds SET name = $name, about = $about, help = $help, required = $required, renewed = $renewed, health = $health, version = version + 1 WHERE id = $id`,
        { ...asRow(input), id: input.id },
      );
    }
    await recordDeed(context, { action: 'documents.kind', subject: `Pièce demandée « ${input.name} » ${input.id === null ? 'ajoutée' : 'modifiée'}`, after: { ...asRow(input) } });
    return paperKinds(db);
  });
}

/** Asks for a kind no more; what was sent stays with its family. Throws AppError `notFound`, `changedMeanwhile`. */
export function archivePaperKind(context: Context, id: number, version: number): Promise<PaperKind[]> {
  const { db, clock } = context;
  return db.write(async () => {
    const { name } = await heldKind(db, id, version);
    await db.run('UPDATE paper_kinds SET archived_at = $at, version = version + 1 WHERE id = $id', { id, at: clock.now() });
    await recordDeed(context, { action: 'documents.kindEnd', subject: `Pièce « ${name} » : n’est plus demandée` });
    return paperKinds(db);
  });
}

async function heldKind(db: Database, id: number, version: number): Promise<PaperKind> {
  const kind = await kindOf(db, id);
  if (kind.version !== version) throw new AppError('changedMeanwhile', {}, 'conflict');
  return kind;
}

async function refuseOtherSubject(db: Database, kind: PaperKind, { about }: PaperKindInput): Promise<void> {
  if (kind.about === about) return;
  if (await db.selectOne('SELECT 1 FROM family_papers WHERE kind_id = $id LIMIT 1', { id: kind.id })) throw new AppError('documents.kindInUse', { name: kind.name }, 'conflict', 'about');
}
