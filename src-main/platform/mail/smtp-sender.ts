import { createTransport } from 'nodemailer';
import { smtpFailureOf } from './smtp-failure';

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** `tls` from the first byte, `starttls` or nothing at all, `none` in the clear. */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly userName: string;
  readonly password: string;
}

export interface Mailbox {
  readonly name: string;
  readonly email: string;
}

export interface Message {
  /** Stable over tries, so that a mail sent twice by a crash is seen as one. */
  readonly messageId: string;
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly replyTo: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface SmtpTimeouts {
  readonly connectMs: number;
  readonly silenceMs: number;
}

const USUAL: SmtpTimeouts = { connectMs: 15_000, silenceMs: 30_000 };

/** One connection to a mail server, kept between mails. Close it. */
export class SmtpSender {
  private readonly transport;

  constructor(server: SmtpServer, timeouts: SmtpTimeouts = USUAL) {
    this.transport = createTransport({
      pool: true, maxConnections: 1, maxMessages: 200, maxRequeues: 0,
      host: server.host, port: server.port,
      secure: server.security === 'tls', requireTLS: server.security === 'starttls', ignoreTLS: server.security === 'none',
      auth: server.userName === '' ? undefined : { user: server.userName, pass: server.password },
      connectionTimeout: timeouts.connectMs, greetingTimeout: timeouts.connectMs, dnsTimeout: timeouts.connectMs, socketTimeout: timeouts.silenceMs,
      // A mail holds its own words only: nothing is read from the disk or the network for it.
      disableFileAccess: true, disableUrlAccess: true,
    });
  }

  /** Resolves once the server has taken the mail. Throws SmtpFailure. */
  async send(message: Message): Promise<void> {
    try {
      await this.transport.sendMail({
        messageId: message.messageId,
        from: { name: message.from.name, address: message.from.email },
        to: { name: message.to.name, address: message.to.email },
        ...(message.replyTo && { replyTo: message.replyTo }),
        subject: message.subject, text: message.text, html: message.html,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
    } catch (error) {
      throw smtpFailureOf(error);
    }
  }

  close(): void {
    this.transport.close();
  }
}
