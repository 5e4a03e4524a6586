import { afterEach, describe, expect, it } from 'vitest';
import { plusSeconds } from '../../../src-main/platform/clock';
import { sendWaitingMails } from '../../../src-main/features/mail/send-waiting-mails';
import { startSmtpServer } from '../../support/smtp-test-server';
import type { SmtpTestServer } from '../../support/smtp-test-server';
import { useOutbox } from './setup';

const test = useOutbox();
let server: SmtpTestServer | null = null;
const started = async (...options: Parameters<typeof startSmtpServer>): Promise<SmtpTestServer> => {
  server = await startSmtpServer(...options);
  return server;
};
afterEach(async () => {
  await server?.close();
  server = null;
});
const later = (minutes: number): void => test.clock.set(plusSeconds(test.clock.now(), minutes * 60));
const send = () => sendWaitingMails(test.services);

describe('sending what waits', () => {
  it('gives the mail to the server, in text and HTML, from the town, and says when', async () => {
    const { port, received } = await started();
    await test.useServer(port);
    const id = await test.queue({ subject: 'Votre accès au portail – Noël' });
    expect(await send()).toBe(1);
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({
      from: { name: 'Mairie de Saint-Aubin', address: 'ne-pas-repondre@saint-aubin.example' },
      to: [{ name: 'Paul Alain', address: 'paul@exemple.fr' }],
      replyTo: [{ address: 'mairie@saint-aubin.example' }],
      subject: 'Votre accès au portail – Noël', text: 'Bonjour Paul\n', html: '<p>Bonjour Paul</p>\n',
    });
    expect(await test.mail(id)).toMatchObject({ state: 'sent', sentAt: test.clock.now(), attempts: 1, reason: null });
  });

  it('sends nothing twice', async () => {
    const { port, received } = await started();
    await test.useServer(port);
    await test.queue();
    expect([await send(), await send()]).toEqual([1, 0]);
    expect(received).toHaveLength(1);
  });

  it('leaves mails waiting, without a complaint, while no server is set up', async () => {
    const id = await test.queue();
    expect(await send()).toBe(0);
    expect(await test.mail(id)).toMatchObject({ state: 'waiting', attempts: 0, reason: null });
    expect((await test.caller().outbox({})).hasServer).toBe(false);
  });

  it('signs in with the name and the password', async () => {
    const seen: unknown[] = [];
    const { port, received } = await started({
      hideSTARTTLS: true, allowInsecureAuth: true, authOptional: false,
      onAuth: ({ username, password }, _session, done) => {
        seen.push([username, password]);
        done(null, { user: username });
      },
    });
    await test.useServer(port, { userName: 'mairie', password: 'secret-123' });
    await test.queue();
    expect(await send()).toBe(1);
    expect([seen, received.length]).toEqual([[['mairie', 'secret-123']], 1]);
  });

  it('trusts no certificate that nobody vouches for', async () => {
    const { port } = await started({ secure: true });
    await test.useServer(port, { security: 'tls' });
    const id = await test.queue();
    expect(await send()).toBe(0);
    expect((await test.mail(id)).reason).toBe('Le certificat du serveur de messagerie 127.0.0.1 n’est pas reconnu : rien ne lui est envoyé. Vérifiez le nom du serveur, ou demandez à votre prestataire de renouveler le certificat.');
  });

  it('sends nothing in the clear to a server that knows no encryption', async () => {
    const { port, received } = await started();
    await test.useServer(port, { security: 'starttls' });
    const id = await test.queue();
    await send();
    expect(received).toEqual([]);
    expect((await test.mail(id)).reason).toMatch(/refuse le chiffrement choisi/);
  });
});

describe('a server that is down', () => {
  it('makes every mail wait and say why, then tries again after 1, 5, 15 minutes', async () => {
    const { port } = await started();
    await test.useServer(port);
    await server?.close();
    server = null;
    const [first, second] = [await test.queue(), await test.queue({ to: { name: 'Lucie', email: 'lucie@exemple.fr' } })];
    await send();
    const waits = { state: 'waiting', attempts: 1, nextTryAt: plusSeconds(test.clock.now(), 60), reason: 'Le serveur de messagerie 127.0.0.1 ne répond pas. Vérifiez son nom, le port et la connexion à internet.' };
    expect(await test.mail(first)).toMatchObject(waits);
    expect(await test.mail(second)).toMatchObject(waits);

    later(1);
    await send();
    expect(await test.mail(second)).toMatchObject({ attempts: 2, nextTryAt: plusSeconds(test.clock.now(), 300) });

    const { received } = await started({}, port);
    expect(await send()).toBe(0);
    later(5);
    expect(await send()).toBe(2);
    expect(received.map(({ to }) => to?.[0]?.address)).toEqual(['paul@exemple.fr', 'lucie@exemple.fr']);
  });

  it('is given up after two days; the mail can be sent again by hand', async () => {
    const { port } = await started();
    await test.useServer(port);
    await server?.close();
    server = null;
    const id = await test.queue();
    for (let tries = 0; tries < 10; tries += 1) {
      await send();
      later(16 * 60);
    }
    expect(await test.mail(id)).toMatchObject({ state: 'failed', attempts: 10, nextTryAt: null });
    await started({}, port);
    await test.caller().retry({ ids: [id] });
    expect(await send()).toBe(1);
  });
});

describe('a server that refuses', () => {
  it('an address: that mail fails with the reason, the others leave', async () => {
    const { port, refuseRecipient } = await started();
    await test.useServer(port);
    refuseRecipient('partie@exemple.fr', 550);
    const [wrong, right] = [await test.queue({ to: { name: 'Partie', email: 'partie@exemple.fr' } }), await test.queue()];
    expect(await send()).toBe(1);
    expect(await test.mail(wrong)).toMatchObject({ state: 'failed', reason: 'L’adresse partie@exemple.fr est refusée : elle n’existe pas ou plus. Corrigez-la dans la fiche de la famille, puis relancez l’envoi.' });
    expect((await test.mail(right)).state).toBe('sent');
  });

  it('for now: that mail waits, the others leave', async () => {
    const { port, refuseRecipient } = await started();
    await test.useServer(port);
    refuseRecipient('pleine@exemple.fr', 450);
    const [busy, right] = [await test.queue({ to: { name: '', email: 'pleine@exemple.fr' } }), await test.queue()];
    await send();
    expect(await test.mail(busy)).toMatchObject({ state: 'waiting', attempts: 1, reason: 'Le serveur de messagerie demande de patienter. Un nouvel essai est prévu.' });
    expect((await test.mail(right)).state).toBe('sent');
  });

  it('the password: every mail waits and says so, without the password', async () => {
    const { port } = await started({ hideSTARTTLS: true, allowInsecureAuth: true, authOptional: false, onAuth: (_auth, _session, done) => done(new Error('bad credentials for secret-123')) });
    await test.useServer(port, { userName: 'mairie', password: 'secret-123' });
    const id = await test.queue();
    await send();
    const { reason, state } = await test.mail(id);
    expect(state).toBe('waiting');
    expect(reason).toBe('Le serveur de messagerie 127.0.0.1 refuse le nom d’utilisateur ou le mot de passe. Corrigez-les dans Réglages, Messagerie.');
  });

  it('the sender', async () => {
    const { port } = await started({ onMailFrom: (_address, _session, done) => done(Object.assign(new Error('not yours'), { responseCode: 550 })) });
    await test.useServer(port);
    const id = await test.queue();
    await send();
    expect(await test.mail(id)).toMatchObject({ state: 'waiting', reason: expect.stringContaining('refuse l’adresse d’envoi ne-pas-repondre@saint-aubin.example') });
  });

  it('the words of a mail: that mail fails', async () => {
    const { port } = await started({ onData: (stream, _session, done) => {
      stream.resume();
      stream.on('end', () => done(Object.assign(new Error('spam'), { responseCode: 554 })));
    } });
    await test.useServer(port);
    const id = await test.queue();
    await send();
    expect((await test.mail(id)).state).toBe('failed');
  });
});
