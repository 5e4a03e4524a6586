import { randomUUID } from 'node:crypto';
import { AppError } from '../../kernel/errors';
import { SmtpFailure } from '../../platform/mail/smtp-failure';
import { SmtpSender } from '../../platform/mail/smtp-sender';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { townOf } from '../town/queries';
import { codeOf } from './failure-sentence';
import { trialMail } from './mails.fr';
import { findSmtp } from './smtp-settings';
import type { OpenSender } from './send-waiting-mails';

/** Sends a mail at once with the stored settings. Throws AppError `mail.noServer` or the reason of the failure. */
export async function sendTrial(context: Context, to: string, open: OpenSender = (server) => new SmtpSender(server)): Promise<void> {
  const server = await findSmtp(context.db);
  if (!server) throw new AppError('mail.noServer', {}, 'conflict');
  const town = await townOf(context.db);
  const sender = open(server);
  try {
    await sender.send({
      messageId: `<preau-essai-${randomUUID()}@${server.fromEmail.split('@')[1]}>`,
      from: { name: server.fromName, email: server.fromEmail }, to: { name: '', email: to }, replyTo: town.email, ...trialMail(town),
    });
  } catch (error) {
    if (!(error instanceof SmtpFailure)) throw error;
    context.log.warn({ kind: error.kind, reply: error.reply }, 'trial mail not sent');
    throw new AppError(codeOf(error), { host: server.host, from: server.fromEmail, to }, 'conflict');
  } finally {
    sender.close();
  }
  await context.db.write(() => recordDeed(context, { action: 'mail.trial', subject: `Mail d’essai envoyé à ${to}` }));
}
