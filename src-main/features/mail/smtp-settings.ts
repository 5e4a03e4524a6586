import { AppError } from '../../kernel/errors';
import type { Database } from '../../platform/database/database';
import type { SmtpServer } from '../../platform/mail/smtp-sender';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { mailQueued } from './mail-signal';
import { mailModels } from './models';
import type { SmtpInput, SmtpSettings } from './schema';

/** Settings with their password: never leaves the host, never journaled, never logged. */
export interface StoredSmtp extends SmtpServer {
  readonly fromName: string;
  readonly fromEmail: string;
}

export function findSmtp(db: Database): Promise<StoredSmtp | null> {
  return db.selectOne<StoredSmtp>(
    'SELECT host, port, security, user_name AS userName, password, from_name AS fromName, from_email AS fromEmail FROM smtp_settings',
  );
}

/** Settings as the pages see them, or null before the first ones. */
export async function readSmtpSettings(db: Database): Promise<SmtpSettings | null> {
  const stored = await findSmtp(db);
  return stored && shown(stored);
}

const shown = ({ password, ...settings }: StoredSmtp): SmtpSettings => ({ ...settings, hasPassword: password !== '' });

/**
 * Keeps the mail server and lets waiting mails try it at once. A null password keeps the stored
 * one, unless the server or the user changes: a password is not sent to a server it was not given
 * for (AppError `mail.passwordAgain`).
 */
export function saveSmtpSettings(context: Context, input: SmtpInput): Promise<SmtpSettings> {
  const { db, clock } = context;
  return db.write(async () => {
    const before = await findSmtp(db);
    const moved = before !== null && (before.host !== input.host || before.userName !== input.userName);
    if (input.password === null && input.userName !== '' && moved && before.password !== '') throw new AppError('mail.passwordAgain', {}, 'invalid', 'password');
    const stored: StoredSmtp = { ...input, password: input.userName === '' ? '' : (input.password ?? before?.password ?? '') };
    await mailModels(db).SmtpSettings.upsert({ id: 1, ...stored, updatedAt: clock.now() });
    await db.run("UPDATE mails SET next_try_at = NULL WHERE state = 'waiting'");
    await recordDeed(context, {
      action: 'mail.settings', subject: 'Réglages de la messagerie', ...(before && { before: { ...shown(before) } }), after: { ...shown(stored) },
    });
    db.afterCommit(() => mailQueued(db));
    return shown(stored);
  });
}
