import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { mailModels } from './models';

/** Takes a mail that has not left out of the queue; it stays in the list. Throws AppError `mail.notWaiting`. */
export function cancelMail(context: Context, id: number): Promise<void> {
  const { db } = context;
  return db.write(async () => {
    const { Mail } = mailModels(db);
    const mail = await Mail.findOne({ where: { id, state: ['waiting', 'failed'] } });
    if (!mail) throw new AppError('mail.notWaiting', {}, 'conflict');
    await Mail.update({ state: 'cancelled', nextTryAt: null }, { where: { id } });
    await recordDeed(context, { action: 'mail.cancel', subject: `Envoi annulé : « ${mail.subject} » à ${mail.toEmail}`, familyId: mail.familyId });
  });
}
