import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffWith } from '../../support/open-test-database';
import { startSmtpServer } from '../../support/smtp-test-server';
import type { SmtpTestServer } from '../../support/smtp-test-server';
import { useOutbox } from './setup';

const test = useOutbox();
let server: SmtpTestServer;
beforeAll(async () => {
  server = await startSmtpServer();
});
afterAll(() => server.close());

const settings = { host: 'smtp.exemple.fr', port: 587, security: 'starttls', userName: 'mairie', password: 'secret-123', fromName: 'Mairie', fromEmail: 'mairie@exemple.fr' } as const;

describe('the outbox for staff', () => {
  it('lists mails by state, words and pages, the newest first, with counts', async () => {
    const ids = [await test.queue({ subject: 'Invitation' }), await test.queue({ subject: 'Rappel' }), await test.queue({ to: { name: 'Fanny', email: 'fanny@exemple.fr' } })];
    await test.caller().cancel({ id: ids[1]! });
    const outbox = await test.caller().outbox({});
    expect(outbox.mails.map(({ id }) => id)).toEqual([...ids].reverse());
    expect(outbox.counts).toEqual({ waiting: 2, sending: 0, sent: 0, failed: 0, cancelled: 1 });
    expect((await test.caller().outbox({ state: 'cancelled' })).mails).toMatchObject([{ subject: 'Rappel' }]);
    expect((await test.caller().outbox({ search: 'fanny' })).mails).toHaveLength(1);
    expect((await test.caller().outbox({ beforeId: ids[1], limit: 1 })).mails).toMatchObject([{ subject: 'Invitation' }]);
  });

  it('cancels what has not left, once, and journals it', async () => {
    const id = await test.queue();
    await test.caller().cancel({ id });
    expect((await test.mail(id)).state).toBe('cancelled');
    expect(await test.refusal(test.caller().cancel({ id }))).toMatchObject({ code: 'mail.notWaiting', status: 'CONFLICT', message: 'Ce mail n’attend plus : il vient de partir ou d’être annulé.' });
    expect(await test.db.selectOne('SELECT subject FROM journal ORDER BY id DESC LIMIT 1')).toEqual({ subject: 'Envoi annulé : « Bonjour » à paul@exemple.fr' });
  });

  it('lets a cancelled mail leave after all, never a sent one', async () => {
    const id = await test.queue();
    await test.caller().cancel({ id });
    expect(await test.caller().retry({ ids: [id] })).toEqual({ retried: 1 });
    expect((await test.mail(id)).state).toBe('waiting');
    await test.db.write(() => test.db.run("UPDATE mails SET state = 'sent' WHERE id = $id", { id }));
    expect(await test.refusal(test.caller().retry({ ids: [id] }))).toMatchObject({ code: 'mail.alreadySent' });
  });

  it('says of an unknown mail that it is not there', async () => {
    expect(await test.refusal(test.caller().read({ id: 999_999 }))).toMatchObject({ code: 'notFound', status: 'NOT_FOUND' });
  });

  it('is refused without the right, and to nobody in particular', async () => {
    const agent = test.caller(staffWith('families.read'));
    for (const call of [agent.outbox({}), agent.read({ id: 1 }), agent.retry({ ids: [1] }), agent.cancel({ id: 1 }), agent.settings(), agent.saveSettings(settings), agent.sendTrial({ to: 'a@exemple.fr' })]) {
      expect(await test.refusal(call)).toMatchObject({ code: 'forbidden' });
    }
    expect(await test.refusal(test.caller(null).outbox({}))).toMatchObject({ code: 'signedOut' });
  });
});

describe('the settings of the mail server', () => {
  it('come back without the password, which stays out of the journal too', async () => {
    expect(await test.caller().settings()).toBeNull();
    const { password: _, ...rest } = settings;
    expect(await test.caller().saveSettings(settings)).toEqual({ ...rest, hasPassword: true });
    expect(await test.caller().settings()).toEqual({ ...rest, hasPassword: true });
    const deeds = await test.db.select<{ before: string; after: string }>("SELECT before, after FROM journal WHERE action = 'mail.settings'");
    expect(JSON.stringify(deeds)).not.toContain('secret-123');
  });

  it('keep the password when none is typed, but not for another server', async () => {
    await test.caller().saveSettings(settings);
    await test.caller().saveSettings({ ...settings, password: null, fromName: 'La mairie' });
    expect(await test.db.selectOne('SELECT password, from_name AS fromName FROM smtp_settings')).toEqual({ password: 'secret-123', fromName: 'La mairie' });
    expect(await test.refusal(test.caller().saveSettings({ ...settings, password: null, host: 'smtp.ailleurs.fr' }))).toMatchObject({
      code: 'mail.passwordAgain', fields: { password: 'Le serveur ou le nom d’utilisateur a changé : saisissez aussi le mot de passe.' },
    });
  });

  it('let waiting mails try at once', async () => {
    const id = await test.queue();
    await test.db.write(() => test.db.run("UPDATE mails SET next_try_at = '2099-01-01T00:00:00.000Z'"));
    await test.caller().saveSettings(settings);
    expect((await test.mail(id)).nextTryAt).toBeNull();
  });

  it('refuse what cannot be meant, at its field', async () => {
    const refusal = await test.refusal(test.caller().saveSettings({ ...settings, host: '', port: 0 }));
    expect(Object.keys(refusal.fields)).toEqual(['host', 'port']);
  });
});

describe('a trial', () => {
  it('leaves at once with the stored settings', async () => {
    await test.useServer(server.port);
    await test.caller().sendTrial({ to: 'secretaire@exemple.fr' });
    expect(server.received.at(-1)).toMatchObject({ subject: 'Essai de la messagerie – Saint-Aubin-des-Préaux', to: [{ address: 'secretaire@exemple.fr' }] });
  });

  it('says what the server refuses', async () => {
    await test.useServer(server.port);
    server.refuseRecipient('inconnue@exemple.fr', 550);
    expect(await test.refusal(test.caller().sendTrial({ to: 'inconnue@exemple.fr' }))).toMatchObject({ code: 'mail.recipient', message: expect.stringContaining('inconnue@exemple.fr') });
  });

  it('needs settings, and an address', async () => {
    expect(await test.refusal(test.caller().sendTrial({ to: 'a@exemple.fr' }))).toMatchObject({ code: 'mail.noServer' });
    expect((await test.refusal(test.caller().sendTrial({ to: 'a@' }))).fields).toHaveProperty('to');
  });
});
