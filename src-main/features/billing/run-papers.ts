import type { Database } from '../../platform/database/database';
import type { RunPapers } from './schema';

/** How far the papers of a run are: printed, mailed, bundled for the post. A mail is known by its invoice: `invoice-<id>`. */
export async function runPapers(db: Database, runId: number): Promise<RunPapers> {
  const row = await db.selectOne<Omit<RunPapers, 'postBundleReady' | 'hasMailServer'> & { bundle: number; server: number }>(
    `SELECT count(*) AS invoices, count(paper.id) AS printed,
       coalesce(sum(invoice.by_post = 0 AND payer.email <> ''), 0) AS toMail, coalesce(sum(mail.state = 'sent'), 0) AS mailed, coalesce(sum(mail.state = 'failed'), 0) AS mailFailed,
       coalesce(sum(invoice.by_post = 1 OR payer.email = ''), 0) AS toPost,
       EXISTS (SELECT 1 FROM papers WHERE kind = 'post' AND subject_id = $runId) AS bundle,
       EXISTS (SELECT 1 FROM smtp_settings) AS server
     FROM bills bill JOIN invoices invoice ON invoice.bill_id = bill.id JOIN persons payer ON payer.id = invoice.payer_id
     LEFT JOIN papers paper ON paper.kind = 'invoice' AND paper.subject_id = invoice.id
     LEFT JOIN mails mail ON mail.dedupe_key = 'invoice-' || invoice.id
     WHERE bill.run_id = $runId`,
    { runId },
  );
  const { bundle, server, ...counts } = row!;
  return { ...counts, postBundleReady: bundle === 1, hasMailServer: server === 1 };
}
