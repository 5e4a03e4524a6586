/**
 * Why a mail did not leave. The first group is about the server or its settings (no mail can
 * leave), the second about one mail.
 */
export type SmtpFailureKind =
  | 'unreachable' | 'timeout' | 'certificate' | 'noEncryption' | 'signIn' | 'sender'
  | 'recipient' | 'later' | 'refused';

const WHOLE_SERVER: readonly SmtpFailureKind[] = ['unreachable', 'timeout', 'certificate', 'noEncryption', 'signIn', 'sender'];
const FOR_GOOD: readonly SmtpFailureKind[] = ['recipient', 'refused'];

/** A refusal of the mail server, or its silence. `reply` is the server's own words, for the log only. */
export class SmtpFailure extends Error {
  override readonly name = 'SmtpFailure';

  constructor(readonly kind: SmtpFailureKind, readonly reply: string) {
    super(`${kind}: ${reply}`);
  }

  /** No other mail would leave either. */
  get concernsServer(): boolean {
    return WHOLE_SERVER.includes(this.kind);
  }

  /** The same mail would be refused again. */
  get isForGood(): boolean {
    return FOR_GOOD.includes(this.kind);
  }
}

/** What nodemailer tells of a failure; all of it optional. */
interface MailerError {
  readonly code?: string;
  readonly originalCode?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
  readonly message: string;
}

const CERTIFICATE = /CERT|SIGNED|UNABLE_TO_VERIFY|ALTNAME|ISSUER/;

/** Sorts what nodemailer threw. */
export function smtpFailureOf(error: unknown): SmtpFailure {
  const thrown: MailerError = error instanceof Error ? error : { message: String(error) };
  return new SmtpFailure(kindOf(thrown), thrown.response ?? thrown.message);
}

function kindOf({ code = '', originalCode = '', command = '', responseCode = 0, message }: MailerError): SmtpFailureKind {
  if (CERTIFICATE.test(originalCode) || /certificate|self[- ]signed/i.test(message)) return 'certificate';
  if (code === 'EAUTH' || code === 'ENOAUTH') return responseCode >= 400 && responseCode < 500 ? 'later' : 'signIn';
  if (code === 'ETLS' || command === 'STARTTLS') return 'noEncryption';
  if (code === 'ETIMEDOUT') return 'timeout';
  if (responseCode >= 500 && command === 'MAIL FROM') return 'sender';
  if (responseCode >= 500 && command === 'RCPT TO') return 'recipient';
  if (responseCode >= 500) return 'refused';
  if (responseCode >= 400) return 'later';
  // The address itself was not even sent: it is no address.
  if (code === 'EENVELOPE') return 'recipient';
  return 'unreachable';
}
