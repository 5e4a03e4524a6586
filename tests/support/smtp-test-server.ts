import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import type { Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions } from 'smtp-server';

export interface SmtpTestServer {
  readonly port: number;
  /** Mails taken, in order, parsed. */
  readonly received: Email[];
  /** From now on answers this SMTP code to each recipient of that address. */
  refuseRecipient(address: string, code: number): void;
  close(): Promise<void>;
}

/** A real SMTP server on a free port of this machine; it takes what it is sent. */
export async function startSmtpServer(options: SMTPServerOptions = {}, port = 0): Promise<SmtpTestServer> {
  const received: Email[] = [];
  const refused = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true, disabledCommands: options.secure || options.onAuth ? [] : ['STARTTLS', 'AUTH'], disableReverseLookup: true, closeTimeout: 200,
    onRcptTo: ({ address }, _session, done) => {
      const code = refused.get(address);
      done(code ? Object.assign(new Error('no such mailbox'), { responseCode: code }) : null);
    },
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          received.push(mail);
          done();
        });
      });
    },
    ...options,
  });
  // A client that hangs up on a certificate is no failure of the server.
  server.on('error', () => undefined);
  const listening = server.listen(port, '127.0.0.1');
  await new Promise<void>((resolve) => listening.once('listening', resolve));
  return {
    port: (listening.address() as AddressInfo).port,
    received,
    refuseRecipient: (address, code) => {
      refused.set(address, code);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
