import { router, staffProcedure } from '../../platform/procedures/procedures';
import { cancelMail } from './cancel-mail';
import { listOutbox, readMail } from './queries';
import { retryMails } from './retry-mails';
import { mailId, mailIds, outboxFilter, smtpInput, trialInput } from './schema';
import { sendTrial } from './send-trial';
import { readSmtpSettings, saveSmtpSettings } from './smtp-settings';

const manages = staffProcedure('mail.manage');

export const mailStaff = router({
  outbox: manages.input(outboxFilter).query(({ ctx, input }) => listOutbox(ctx.db, input)),
  read: manages.input(mailId).query(({ ctx, input }) => readMail(ctx.db, input.id)),
  retry: manages.input(mailIds).mutation(({ ctx, input }) => retryMails(ctx, input.ids)),
  cancel: manages.input(mailId).mutation(({ ctx, input }) => cancelMail(ctx, input.id)),
  settings: manages.query(({ ctx }) => readSmtpSettings(ctx.db)),
  saveSettings: manages.input(smtpInput).mutation(({ ctx, input }) => saveSmtpSettings(ctx, input)),
  sendTrial: manages.input(trialInput).mutation(({ ctx, input }) => sendTrial(ctx, input.to)),
});
