import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPortalApp } from '../../../portal/server/portal-app';
import { sessionPort } from '../../../src-main/features/accounts/session-port';
import { wording } from '../../../src-main/host/wording';
import type { Refusal } from '../../../src-main/kernel/errors';
import { openTestDatabase } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';

export interface TestPortal {
  readonly house: TestDatabase;
  readonly url: string;
  /** A browser of its own, with no cookie yet. */
  browser(): Browser;
  close(): Promise<void>;
}

/** The parents' door over HTTP on a port of its own, above a temporary database. */
export async function openPortal({ trustProxy = false, secure = false } = {}): Promise<TestPortal> {
  const house = await openTestDatabase(wording);
  const staticFolder = await mkdtemp(join(tmpdir(), 'preau-pages-'));
  await writeFile(join(staticFolder, 'index.html'), '<!doctype html><html lang="fr"><title>Portail</title></html>');
  const app = createPortalApp({ services: house.services, sessions: sessionPort(house.services), staticFolder, trustProxy, secure, version: '1.2.3' });
  const server = createServer(app.callback() as RequestListener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const url = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`;
  return {
    house,
    url,
    browser: () => new Browser(url),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await house.close();
      await rm(staticFolder, { recursive: true, force: true });
    },
  };
}

interface Asked {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The refusal it carries, from a plain route or a procedure; null when it succeeded. */
  readonly refusal: Refusal | null;
  readonly data: unknown;
}

/** Sends what the portal's pages send, and keeps the session's cookie. */
export class Browser {
  cookie: string | null = null;

  constructor(private readonly url: string) {}

  async ask(path: string, { method = 'GET', body, headers = {} }: Asked = {}): Promise<Answered> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      redirect: 'manual',
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      headers: {
        ...(method !== 'GET' && { 'x-preau': 'portail', origin: this.url }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(this.cookie && { cookie: this.cookie }),
        ...headers,
      },
    });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, ...answerOf(text) };
  }

  post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answered> => this.ask(path, { method: 'POST', body, headers });
  signIn = (login: string, password: string, remember = false): Promise<Answered> => this.post('/api/session', { login, password, remember });
  /** A question to a procedure, in a body as the pages send it. */
  query = (path: string, input?: unknown): Promise<Answered> => this.post(`/rpc/${path}`, input ?? {});
  get = (path: string): Promise<Answered> => this.ask(`/rpc/${path}`);
  mutate = (path: string, input?: unknown): Promise<Answered> => this.post(`/rpc/${path}`, input ?? {});

  private keep(line: string): void {
    const pair = line.split(';')[0] ?? '';
    this.cookie = /=$/.test(pair) ? null : pair;
  }
}

function answerOf(text: string): { refusal: Refusal | null; data: unknown } {
  if (!/^[[{]/.test(text)) return { refusal: null, data: null };
  const json = JSON.parse(text) as { refusal?: Refusal; error?: { data: { refusal: Refusal } }; result?: { data: unknown } };
  return { refusal: json.refusal ?? json.error?.data.refusal ?? null, data: json.result ? json.result.data : json };
}
