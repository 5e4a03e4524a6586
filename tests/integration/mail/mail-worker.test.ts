import { afterEach, describe, expect, it } from 'vitest';
import { MailWorker } from '../../../src-main/features/mail/mail-worker';
import type { OpenSender } from '../../../src-main/features/mail/send-waiting-mails';
import { startSmtpServer } from '../../support/smtp-test-server';
import type { SmtpTestServer } from '../../support/smtp-test-server';
import { useOutbox } from './setup';

const test = useOutbox();
let server: SmtpTestServer;
let worker: MailWorker | null = null;
afterEach(async () => {
  await worker?.stop();
  await server.close();
});
async function startWorker(open?: OpenSender): Promise<MailWorker> {
  server = await startSmtpServer();
  await test.useServer(server.port);
  worker = new MailWorker(test.services, open);
  worker.start();
  return worker;
}

describe('the worker of the outbox', () => {
  it('wakes by itself when a mail is queued, and sends each once', async () => {
    const running = await startWorker();
    await running.idle();
    for (let count = 0; count < 5; count += 1) await test.queue({ subject: `Mail ${count}` });
    await expect.poll(async () => (await test.caller().outbox({})).counts.sent).toBe(5);
    expect(server.received.map(({ subject }) => subject)).toEqual(['Mail 0', 'Mail 1', 'Mail 2', 'Mail 3', 'Mail 4']);
  });

  it('takes up after a crash what was being sent, under the same message-id', async () => {
    const id = await test.queue();
    await test.db.write(() => test.db.run("UPDATE mails SET state = 'sending' WHERE id = $id", { id }));
    await (await startWorker()).idle();
    expect((await test.mail(id)).state).toBe('sent');
    expect(server.received[0]?.messageId).toMatch(new RegExp(`^<preau-${id}-[a-z0-9]+@saint-aubin\\.example>$`));
  });

  it('finishes the mail under way when it is stopped, and sends no other', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const sent: string[] = [];
    const [first, second] = [await test.queue({ subject: 'premier' }), await test.queue({ subject: 'second' })];
    const running = await startWorker(() => ({
      send: async ({ subject }) => {
        await held;
        sent.push(subject);
      },
      close: () => undefined,
    }));
    await expect.poll(async () => (await test.mail(first)).state).toBe('sending');
    const stopped = running.stop();
    release();
    await stopped;
    expect(sent).toEqual(['premier']);
    expect([(await test.mail(first)).state, (await test.mail(second)).state]).toEqual(['sent', 'waiting']);
  });
});
