import { describe, expect, it } from 'vitest';
import { useOutbox } from './setup';

const test = useOutbox();

describe('queueing a mail', () => {
  it('keeps it waiting, with its words and its links', async () => {
    const id = await test.queue({ text: 'Ouvrez https://parents.example/nouveau#abc\n', subject: 'Votre\naccès' });
    expect(await test.caller().read({ id })).toMatchObject({
      state: 'waiting', toEmail: 'paul@exemple.fr', subject: 'Votre accès', attempts: 0, reason: null, links: ['https://parents.example/nouveau#abc'],
    });
  });

  it('belongs to the transaction that gives rise to it', async () => {
    const failed = test.db.write(async () => {
      await test.queue();
      throw new Error('the invitation failed');
    });
    await expect(failed).rejects.toThrow('the invitation failed');
    expect((await test.caller().outbox({})).mails).toEqual([]);
  });

  it('queues once what has the same key', async () => {
    const [first, second] = [await test.queue({ dedupeKey: 'reminder:2026-11-05:12' }), await test.queue({ dedupeKey: 'reminder:2026-11-05:12' })];
    expect(second).toBe(first);
    expect((await test.caller().outbox({})).counts.waiting).toBe(1);
  });
});
