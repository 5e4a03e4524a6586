import { notFound } from '../../kernel/errors';
import type { Database } from '../../platform/database/database';
import { MAIL_STATES } from './schema';
import type { MailState, Outbox, OutboxMail, OutboxMailText, outboxFilter } from './schema';
import { findSmtp } from './smtp-settings';
import type { z } from 'zod';

const COLUMNS = `id, kind, family_id AS familyId, to_name AS toName, to_email AS toEmail, subject, state, attempts,
  created_at AS createdAt, sent_at AS sentAt, next_try_at AS nextTryAt, last_error AS reason`;

/** The outbox, the newest first; a page at a time through `beforeId`. */
export async function listOutbox(db: Database, filter: z.output<typeof outboxFilter>): Promise<Outbox> {
  const conditions = ['id < $beforeId'];
  const bind: Record<string, string | number> = { beforeId: filter.beforeId ?? Number.MAX_SAFE_INTEGER, limit: filter.limit };
  if (filter.state) {
    conditions.push('state = $state');
    bind.state = filter.state;
  }
  if (filter.familyId) {
    conditions.push('family_id = $familyId');
    bind.familyId = filter.familyId;
  }
  if (filter.search) {
    conditions.push("(subject LIKE '%' || $search || '%' OR to_name LIKE '%' || $search || '%' OR to_email LIKE '%' || $search || '%')");
    bind.search = filter.search;
  }
  const mails = await db.select<OutboxMail>(`SELECT ${COLUMNS} FROM mails WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT $limit`, bind);
  return { mails, counts: await countByState(db), hasServer: (await findSmtp(db)) !== null };
}

async function countByState(db: Database): Promise<Record<MailState, number>> {
  const rows = await db.select<{ state: MailState; count: number }>('SELECT state, count(*) AS count FROM mails GROUP BY state');
  const counts = Object.fromEntries(MAIL_STATES.map((state) => [state, 0])) as Record<MailState, number>;
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

/** A mail with its text and the links in it. Throws AppError `notFound`. */
export async function readMail(db: Database, id: number): Promise<OutboxMailText> {
  const mail = await db.selectOne<Omit<OutboxMailText, 'links'>>(`SELECT ${COLUMNS}, body_text AS text FROM mails WHERE id = $id`, { id });
  if (!mail) throw notFound();
  return { ...mail, links: [...new Set(mail.text.match(/https?:\/\/\S+/g) ?? [])] };
}
