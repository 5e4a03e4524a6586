import type { Context } from '../../platform/procedures/services';
import { mailQueued } from './mail-signal';
import { mailModels } from './models';

/** A mail to send, written by `mailLayout` or by hand. */
export interface OutgoingMail {
  /** What it is about, by feature: `accounts.invitation`. */
  readonly kind: string;
  readonly to: { readonly name: string; readonly email: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly familyId?: number | null;
  readonly personId?: number | null;
  /** A second mail with the same key is not queued: the first one counts. */
  readonly dedupeKey?: string | null;
}

/** Puts a mail in the outbox, inside the transaction that gives rise to it. Returns its id. */
export function queueMail(context: Pick<Context, 'db' | 'clock'>, mail: OutgoingMail): Promise<number> {
  const { db, clock } = context;
  return db.write(async () => {
    const dedupeKey = mail.dedupeKey ?? null;
    const twin = dedupeKey && await db.selectOne<{ id: number }>('SELECT id FROM mails WHERE dedupe_key = $dedupeKey', { dedupeKey });
    if (twin) return twin.id;
    const row = await mailModels(db).Mail.create({
      kind: mail.kind, familyId: mail.familyId ?? null, personId: mail.personId ?? null,
      toName: mail.to.name, toEmail: mail.to.email, subject: oneLine(mail.subject), bodyText: mail.text, bodyHtml: mail.html,
      dedupeKey, state: 'waiting', nextTryAt: null, lastError: null, createdAt: clock.now(), sentAt: null,
    });
    db.afterCommit(() => mailQueued(db));
    return row.id;
  });
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
