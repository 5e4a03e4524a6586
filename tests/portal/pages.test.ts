import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saveLogo } from '../../src-main/features/town/save-town';
import { openPortal } from './support/open-portal';
import type { TestPortal } from './support/open-portal';

let portal: TestPortal;
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

beforeAll(async () => {
  portal = await openPortal({ secure: true });
});
afterAll(() => portal.close());

const get = (path: string, accept = '*/*') => portal.browser().ask(path, { headers: { accept } });

describe('pages', () => {
  test.each(['/', '/reservations', '/nouveau-mot-de-passe'])('%s gives the portal, whatever its own path', async (path) => {
    const answer = await get(path, 'text/html');
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('<title>Portail</title>');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  });

  test('headers: scripts and styles from the portal alone, no framing, no referrer, https from now on', async () => {
    const { headers } = await get('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('a file that is not there: a page to who reads, data to a script', async () => {
    const page = await get('/absent.js', 'text/html,application/xhtml+xml,*/*;q=0.8');
    expect(page.status).toBe(404);
    expect(page.text).toContain('<html lang="fr">');
    expect(page.text).toContain('Saint-Aubin-des-Préaux');
    expect(page.text).not.toMatch(/<style|<script|style=/);
    expect((await get('/api/inconnu')).refusal?.code).toBe('notFound');
    expect((await portal.browser().post('/api/inconnu', {})).status).toBe(404);
  });
});

describe('/healthz', () => {
  test('tells version, database and migrations', async () => {
    const { data } = await get('/healthz');
    expect(data).toMatchObject({ version: '1.2.3', database: 'reachable' });
    expect((data as { migrations: string[] }).migrations).toContain('0001-house');
  });
});

describe('/api/logo', () => {
  test('none, then the town’s, with its type', async () => {
    expect((await get('/api/logo')).status).toBe(404);
    await saveLogo(portal.house.contextOf(), PNG);
    const answer = await get('/api/logo');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=600');
  });
});
