import type { RefusalDetails } from '../../kernel/errors';
import type { SmtpFailure } from '../../platform/mail/smtp-failure';
import { mailMessages } from './messages.fr';

/** Code of the refusal that words a failure. */
export const codeOf = (failure: SmtpFailure): keyof typeof mailMessages => `mail.${failure.kind}`;

/** Why a mail did not leave, as staff read it; the server's own words stay in the log. */
export function sentenceOf(failure: SmtpFailure, details: RefusalDetails): string {
  return mailMessages[codeOf(failure)](details);
}
