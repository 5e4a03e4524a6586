import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { OutboxMail } from '../../../src-main/features/mail/schema';
import { mailMessages } from '../../../src-main/features/mail/messages.fr';
import { queueMail } from '../../../src-main/features/mail/queue-mail';
import type { OutgoingMail } from '../../../src-main/features/mail/queue-mail';
import { saveSmtpSettings } from '../../../src-main/features/mail/smtp-settings';
import { mailStaff } from '../../../src-main/features/mail/staff';
import type { Actor } from '../../../src-main/kernel/actor';
import { createCallerFactory } from '../../../src-main/platform/procedures/procedures';
import { openTestDatabase, STAFF } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';
import { refusalOf } from '../../support/refusal-of';

const callerOf = createCallerFactory(mailStaff);

/** An outbox of its own for a file of tests; emptied before each. */
export function useOutbox() {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(mailMessages);
  });
  beforeEach(async () => {
    database.clock.set('2026-11-05T09:01:00.000Z' as never);
    await database.db.write(async () => {
      await database.db.run('DELETE FROM mails');
      await database.db.run('DELETE FROM smtp_settings');
    });
  });
  afterAll(() => database.close());
  const caller = (actor: Actor | null = STAFF) => callerOf(database.doorOf(actor));
  return {
    get db() { return database.db; },
    get clock() { return database.clock; },
    get services() { return database.services; },
    caller,
    refusal: (call: Promise<unknown>) => refusalOf(call, database.services),
    queue: (mail: Partial<OutgoingMail> = {}): Promise<number> => queueMail(database.contextOf(), {
      kind: 'test', to: { name: 'Paul Alain', email: 'paul@exemple.fr' }, subject: 'Bonjour', text: 'Bonjour Paul', html: '<p>Bonjour Paul</p>', ...mail,
    }),
    useServer: (port: number, changes: Partial<Parameters<typeof saveSmtpSettings>[1]> = {}) => saveSmtpSettings(database.contextOf(), {
      host: '127.0.0.1', port, security: 'none', userName: '', password: null, fromName: 'Mairie de Saint-Aubin', fromEmail: 'ne-pas-repondre@saint-aubin.example', ...changes,
    }),
    mail: async (id: number): Promise<OutboxMail> => caller().read({ id }),
  };
}
