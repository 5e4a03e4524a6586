import type { Instant } from '../../kernel/local-date';
import { plusSeconds } from '../../platform/clock';
import { SmtpFailure } from '../../platform/mail/smtp-failure';
import { SmtpSender } from '../../platform/mail/smtp-sender';
import type { Message } from '../../platform/mail/smtp-sender';
import type { Services } from '../../platform/procedures/services';
import { findTown } from '../town/queries';
import { sentenceOf } from './failure-sentence';
import { delayAfter } from './retry-delays';
import { findSmtp } from './smtp-settings';
import type { StoredSmtp } from './smtp-settings';

type Lent = Pick<Services, 'db' | 'clock' | 'log'>;

interface DueMail {
  readonly id: number;
  readonly toName: string;
  readonly toEmail: string;
  readonly subject: string;
  readonly bodyText: string;
  readonly bodyHtml: string;
  readonly attempts: number;
  readonly createdAt: string;
}

/** Makes a sender for a server; the tests lend another one. */
export type OpenSender = (server: StoredSmtp) => Pick<SmtpSender, 'send' | 'close'>;
const openSmtp: OpenSender = (server) => new SmtpSender(server);

/**
 * Sends the mails that are due, one by one, outside of transactions; each is marked `sending`
 * before and `sent` after. Stops when the server takes none, or when asked. Returns how many left.
 */
export async function sendWaitingMails(services: Lent, isStopped: () => boolean = () => false, open: OpenSender = openSmtp): Promise<number> {
  await releaseInterrupted(services);
  const server = await findSmtp(services.db);
  if (!server) return 0;
  const replyTo = (await findTown(services.db))?.email ?? null;
  let sender: ReturnType<OpenSender> | null = null;
  let sent = 0;
  try {
    for (let mail = await takeNext(services); mail; mail = isStopped() ? null : await takeNext(services)) {
      sender ??= open(server);
      const failure = await tryToSend(sender, messageOf(mail, server, replyTo));
      if (failure) await keepFailure(services, mail, server, failure);
      else await keepSent(services, mail);
      if (failure?.concernsServer) break;
      if (!failure) sent += 1;
    }
  } finally {
    sender?.close();
  }
  return sent;
}

/** One round at a time: a mail that is being sent now was cut by a crash. It waits again, its message-id the same. */
async function releaseInterrupted({ db }: Pick<Services, 'db'>): Promise<void> {
  if (!await db.selectOne("SELECT 1 FROM mails WHERE state = 'sending' LIMIT 1")) return;
  await db.write(() => db.run("UPDATE mails SET state = 'waiting', next_try_at = NULL WHERE state = 'sending'"));
}

function takeNext({ db, clock }: Lent): Promise<DueMail | null> {
  return db.write(async () => {
    const mail = await db.selectOne<DueMail>(
      `SELECT id, to_name AS toName, to_email AS toEmail, subject, body_text AS bodyText, body_html AS bodyHtml, attempts, created_at AS createdAt
       FROM mails WHERE state = 'waiting' AND (next_try_at IS NULL OR next_try_at <= $now) ORDER BY id LIMIT 1`,
      { now: clock.now() },
    );
    if (mail) await db.run("UPDATE mails SET state = 'sending' WHERE id = $id", { id: mail.id });
    return mail;
  });
}

async function tryToSend(sender: Pick<SmtpSender, 'send'>, message: Message): Promise<SmtpFailure | null> {
  try {
    await sender.send(message);
    return null;
  } catch (error) {
    if (error instanceof SmtpFailure) return error;
    return new SmtpFailure('refused', String(error));
  }
}

async function keepSent({ db, clock }: Lent, mail: DueMail): Promise<void> {
  await db.write(() => db.run(
    "UPDATE mails SET state = 'sent', sent_at = $now, attempts = attempts + 1, next_try_at = NULL, last_error = NULL WHERE id = $id",
    { id: mail.id, now: clock.now() },
  ));
}

/** A server that takes nothing concerns every mail that is due: all wait, and all say why. */
async function keepFailure({ db, clock, log }: Lent, mail: DueMail, server: StoredSmtp, failure: SmtpFailure): Promise<void> {
  log.warn({ mail: mail.id, kind: failure.kind, reply: failure.reply }, 'mail not sent');
  const now = clock.now();
  const reason = sentenceOf(failure, { host: server.host, from: server.fromEmail, to: mail.toEmail });
  await db.write(async () => {
    await keepWaiting(db, mail, reason, failure.isForGood ? null : delayAfter(mail.attempts + 1), now);
    if (!failure.concernsServer) return;
    const others = await db.select<{ id: number; attempts: number }>(
      "SELECT id, attempts FROM mails WHERE state = 'waiting' AND (next_try_at IS NULL OR next_try_at <= $now)", { now },
    );
    for (const other of others) await keepWaiting(db, other, reason, delayAfter(other.attempts + 1), now);
  });
}

async function keepWaiting(db: Lent['db'], mail: { id: number; attempts: number }, reason: string, delay: number | null, now: Instant): Promise<void> {
  await db.run(
    'UPDATE mails SET state = $state, attempts = attempts + 1, next_try_at = $next, last_error = $reason WHERE id = $id',
    { id: mail.id, state: delay === null ? 'failed' : 'waiting', next: delay === null ? null : plusSeconds(now, delay), reason },
  );
}

function messageOf(mail: DueMail, server: StoredSmtp, replyTo: string | null): Message {
  const domain = server.fromEmail.split('@')[1] ?? 'preau.invalid';
  return {
    messageId: `<preau-${mail.id}-${Date.parse(mail.createdAt).toString(36)}@${domain}>`,
    from: { name: server.fromName, email: server.fromEmail },
    to: { name: mail.toName, email: mail.toEmail },
    replyTo, subject: mail.subject, text: mail.bodyText, html: mail.bodyHtml,
  };
}
