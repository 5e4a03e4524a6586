import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { mailQueued } from './mail-signal';
import { mailModels } from './models';

const MAY_RETRY = ['waiting', 'failed', 'cancelled'] as const;

/** Lets mails leave now, with all their tries before them; sent ones are left alone. Throws AppError `mail.alreadySent` when none is left. */
export function retryMails(context: Context, ids: readonly number[]): Promise<{ readonly retried: number }> {
  const { db } = context;
  return db.write(async () => {
    const { Mail } = mailModels(db);
    const mails = await Mail.findAll({ where: { id: [...ids], state: [...MAY_RETRY] } });
    if (mails.length === 0) throw new AppError('mail.alreadySent', {}, 'conflict');
    await Mail.update({ state: 'waiting', attempts: 0, nextTryAt: null, lastError: null }, { where: { id: mails.map((mail) => mail.id) } });
    for (const mail of mails) await recordDeed(context, { action: 'mail.retry', subject: `Envoi relancé : « ${mail.subject} » à ${mail.toEmail}`, familyId: mail.familyId });
    db.afterCommit(() => mailQueued(db));
    return { retried: mails.length };
  });
}
