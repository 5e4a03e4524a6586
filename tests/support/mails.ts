import type { Database } from '../../src-main/platform/database/database';

export interface QueuedMail {
  readonly id: number;
  readonly kind: string;
  readonly toEmail: string;
  readonly toName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Every mail of the outbox, in the order queued. */
export const queuedMails = (db: Database): Promise<QueuedMail[]> =>
  db.select<QueuedMail>('SELECT id, kind, to_email AS toEmail, to_name AS toName, subject, body_text AS text, body_html AS html FROM mails ORDER BY id');

/** The token of the password link in the last mail to an address. */
export async function lastToken(db: Database, email: string): Promise<string> {
  const mail = (await queuedMails(db)).filter(({ toEmail, text }) => toEmail === email && text.includes('/nouveau-mot-de-passe#')).at(-1);
  const token = /\/nouveau-mot-de-passe#([\w-]{43})/.exec(mail?.text ?? '')?.[1];
  if (!token) throw new Error(`no link was mailed to ${email}`);
  return token;
}
