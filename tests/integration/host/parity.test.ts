import { MessageChannel } from 'node:worker_threads';
import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesTransformer } from '../../../src-main/kernel/bytes-transformer';
import type { Refusal } from '../../../src-main/kernel/errors';
import { listen } from '../../../src-main/platform/http/listen';
import type { Listening } from '../../../src-main/platform/http/listen';
import { portLike } from '../../../src-main/platform/procedures/port-like';
import { servePort } from '../../../src-main/host/port-server';
import { createStaffRouter } from '../../../src-main/host/staff-router';
import type { StaffRouter } from '../../../src-main/host/staff-router';
import { createStaffApp } from '../../../src-main/host/staff-server';
import { wording } from '../../../src-main/host/wording';
import { buildFamily } from '../../support/factories/build-family';
import { openTestDatabase, STAFF, staffWith } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';

type Answer = { ok: true; data: unknown } | { ok: false; refusal: Refusal };
type Ask = (type: 'query' | 'mutation', path: string, input: unknown, token: string | null) => Promise<Answer>;

describe('the two doors of the staff', () => {
  let town: TestDatabase;
  let server: Listening;
  let byHttp: Ask;
  let byPort: Ask;
  const channel = new MessageChannel();

  beforeAll(async () => {
    town = await openTestDatabase(wording);
    await buildFamily(town.db);
    const sessions = { staff: (token: string) => Promise.resolve(token === 'admin' ? STAFF : token === 'agent' ? staffWith('families.read') : null), parent: () => Promise.resolve(null) };
    const router = createStaffRouter(() => Promise.resolve());
    const app = createStaffApp({ router, services: town.services, sessions, pagesFolder: '/nowhere', trustProxy: false, secure: false });
    server = await listen(app.callback() as Parameters<typeof listen>[0], { port: 0, address: '127.0.0.1', tls: null });
    servePort(portLike(channel.port1), router, (token) => ({ services: town.services, sessions, token, address: 'window', device: 'test' }));
    byHttp = httpDoor(server.url);
    byPort = portDoor();
  });
  afterAll(async () => {
    channel.port2.close();
    await server.close();
    await town.close();
  });

  function httpDoor(url: string): Ask {
    return async (type, path, input, token) => {
      const client = createTRPCClient<StaffRouter>({ links: [httpLink({ url: `${url}/rpc`, transformer: bytesTransformer, headers: token ? { authorization: `Bearer ${token}` } : {} })] });
      const untyped = client as unknown as Record<string, Record<string, Record<string, (given: unknown) => Promise<unknown>>>>;
      const [feature = '', procedure = ''] = path.split('.');
      try {
        return { ok: true, data: await untyped[feature]![procedure]![type === 'query' ? 'query' : 'mutate']!(input) };
      } catch (error) {
        if (!(error instanceof TRPCClientError)) throw error;
        expect(JSON.stringify(error.shape)).not.toMatch(/\bat \w+.*\(|node_modules|\.ts:/);
        return { ok: false, refusal: (error.data as { refusal: Refusal }).refusal };
      }
    };
  }

  function portDoor(): Ask {
    let lastId = 0;
    return (type, path, input, token) => new Promise((resolve) => {
      lastId += 1;
      const id = lastId;
      const listener = (answer: Answer & { id: number }): void => {
        if (answer.id !== id) return;
        channel.port2.off('message', listener);
        expect(JSON.stringify(answer)).not.toMatch(/\bat \w+.*\(|node_modules|\.ts:/);
        const { id: _, ...rest } = answer;
        resolve(rest);
      };
      channel.port2.on('message', listener);
      channel.port2.postMessage({ id, type, path, input, token });
    });
  }

  it.each<[string, 'query' | 'mutation', string, unknown, string | null]>([
    ['a success', 'query', 'town.read', undefined, 'admin'],
    ['a list', 'query', 'journal.list', {}, 'admin'],
    ['no session', 'query', 'town.read', undefined, null],
    ['no right', 'query', 'journal.list', {}, 'agent'],
    ['an input that is refused', 'query', 'journal.list', { limit: 0 }, 'admin'],
    ['an unknown key', 'query', 'journal.list', { colour: 'red' }, 'admin'],
    ['several fields refused', 'mutation', 'town.save', { name: '', postcode: '223', siret: '123', version: 1 }, 'admin'],
    ['a conflict', 'mutation', 'town.save', {
      name: 'Saint-Aubin', address: '1 place', postcode: '22300', city: 'Saint-Aubin', phone: '02 96 12 34 56', email: 'a@b.fr', siret: '', schoolZone: 'B', timeZone: 'Europe/Paris', version: 99,
    }, 'admin'],
    ['an unknown family', 'query', 'bookings.familyWeek', { familyId: 999 }, 'admin'],
    ['an unknown procedure', 'query', 'town.nothing', undefined, 'admin'],
    ['bytes', 'query', 'town.logo', undefined, 'admin'],
  ])('give the same answer: %s', async (_name, type, path, input, token) => {
    const [http, port] = [await byHttp(type, path, input, token), await byPort(type, path, input, token)];
    expect(port).toEqual(http);
  });

  it('carry bytes both ways', async () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
    expect(await byHttp('mutation', 'town.saveLogo', { bytes: png }, 'admin')).toMatchObject({ ok: true });
    const [http, port] = [await byHttp('query', 'town.logo', undefined, null), await byPort('query', 'town.logo', undefined, null)];
    expect(http).toMatchObject({ data: { bytes: png, type: 'image/png' } });
    expect(port).toEqual(http);
  });

  it('tell an unforeseen error with a reference, and nothing else', async () => {
    const broken = { ...town.services, db: undefined as never };
    const sessions = { staff: () => Promise.resolve(STAFF), parent: () => Promise.resolve(null) };
    const other = new MessageChannel();
    servePort(portLike(other.port1), createStaffRouter(() => Promise.resolve()), (token) => ({ services: broken, sessions, token, address: 'window', device: 'test' }));
    const answer = await new Promise<Answer>((resolve) => {
      other.port2.once('message', resolve);
      other.port2.postMessage({ id: 1, type: 'query', path: 'town.read', input: undefined, token: 'x' });
    });
    other.port2.close();
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'internal', reference: expect.stringMatching(/^[0-9A-F]{8}$/) as string } });
    expect(JSON.stringify(answer)).not.toMatch(/undefined|TypeError|memo/);
  });
});
