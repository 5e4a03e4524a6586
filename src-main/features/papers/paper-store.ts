import { AppError } from '../../kernel/errors';
import type { Services } from '../../platform/procedures/services';

/** Of an invoice or credit note the subject is `invoices.id`; of a receipt `payments.id`; of the letters for the post `invoice_runs.id`. */
export type PaperKind = 'invoice' | 'receipt' | 'post';

export interface Printed {
  readonly subjectId: number;
  readonly bytes: Uint8Array;
  readonly pages: number;
}

type Lent = Pick<Services, 'db' | 'clock' | 'files' | 'log'>;

/** Files written to the disk at a time. */
const AT_ONCE = 8;

/**
 * Keeps printed papers: their files first, then their rows, with whatever `also` writes, in one
 * transaction. Whoever was first counts; a power cut in between leaves files that nothing names, and
 * the papers are printed again. Throws AppError `files.diskFull`.
 */
export async function keepPapers(services: Lent, kind: PaperKind, papers: readonly Printed[], also: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  const { db, clock } = services;
  const rows: { readonly subjectId: number; readonly sha256: string; readonly bytes: number; readonly pages: number }[] = [];
  for (let start = 0; start < papers.length; start += AT_ONCE) {
    rows.push(...await Promise.all(papers.slice(start, start + AT_ONCE).map(async ({ subjectId, bytes, pages }) => ({ subjectId, pages, ...await services.files.put(bytes) }))));
  }
  await db.write(async () => {
    await db.run(
      `INSERT INTO papers (kind, subject_id, sha256, bytes, pages, made_at)
       SELECT $kind, value ->> 'subjectId', value ->> 'sha256', value ->> 'bytes', value ->> 'pages', $at FROM json_each($rows) WHERE true
       ON CONFLICT (kind, subject_id) DO NOTHING`,
      { kind, rows: JSON.stringify(rows), at: clock.now() },
    );
    await also();
  });
}

/** A kept paper's bytes; null when there is none, or its file is gone or damaged (logged, and forgotten: it can be printed again). */
export async function readPaper(services: Lent, kind: PaperKind, subjectId: number): Promise<Uint8Array | null> {
  const { db } = services;
  const row = await db.selectOne<{ sha256: string }>('SELECT sha256 FROM papers WHERE kind = $kind AND subject_id = $subjectId', { kind, subjectId });
  if (!row) return null;
  try {
    return await services.files.read(row.sha256);
  } catch (failure) {
    if (!(failure instanceof AppError)) throw failure;
    services.log.error({ kind, subjectId, code: failure.code }, 'a kept paper cannot be read');
    await forgetPaper(services, kind, subjectId);
    return null;
  }
}

/** Lets a paper be printed again. */
export async function forgetPaper({ db }: Pick<Services, 'db'>, kind: PaperKind, subjectId: number): Promise<void> {
  await db.write(() => db.run('DELETE FROM papers WHERE kind = $kind AND subject_id = $subjectId', { kind, subjectId }));
}

/** A PDF as it is handed out. */
export interface PdfFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
