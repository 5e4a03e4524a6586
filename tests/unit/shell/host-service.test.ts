import { EventEmitter } from 'node:events';
import { beforeEach, expect, test, vi } from 'vitest';
import { AppError } from '../../../src-main/kernel/errors';
import { serveShell } from '../../../src-main/shell/host-service';
import type { ShellHost } from '../../../src-main/shell/host-service';
import { FakePort } from './fake-electron';

class Parent extends EventEmitter {
  heard: unknown[] = [];
  postMessage(message: unknown): void {
    this.heard.push(message);
  }
  asks(type: string, ports: FakePort[] = []): void {
    this.emit('message', { data: { type }, ports });
  }
}

const exit = vi.fn<(code: number) => void>();
const report = vi.fn<(failure: unknown) => void>();
const sentenceOf = (failure: unknown): string | null => (failure instanceof AppError ? 'Le dossier est déjà utilisé.' : null);

let parent: Parent;
beforeEach(() => {
  vi.clearAllMocks();
  parent = new Parent();
});

function buildHost(): ShellHost & { served: unknown[] } {
  const served: unknown[] = [];
  return { portalUrl: 'http://127.0.0.1:4320', served, servePort: (port) => served.push(port), wake: vi.fn(() => Promise.resolve()), close: vi.fn(() => Promise.resolve()) };
}

test('the shell hears when the host is ready', async () => {
  await serveShell({ parent, start: () => Promise.resolve(buildHost()), sentenceOf, report, exit });
  expect(parent.heard).toEqual([{ type: 'ready', portalUrl: 'http://127.0.0.1:4320' }]);
});

test('a port that comes before the host is ready is served when it is', async () => {
  const host = buildHost();
  let ready: (host: ShellHost) => void = () => undefined;
  const serving = serveShell({ parent, start: () => new Promise((resolve) => (ready = resolve)), sentenceOf, report, exit });
  parent.asks('port', [new FakePort()]);
  expect(host.served).toHaveLength(0);
  ready(host);
  await serving;
  await vi.waitFor(() => expect(host.served).toHaveLength(1));
});

test('it wakes and closes on demand', async () => {
  const host = buildHost();
  await serveShell({ parent, start: () => Promise.resolve(host), sentenceOf, report, exit });
  parent.asks('wake');
  await vi.waitFor(() => expect(host.wake).toHaveBeenCalled());
  parent.asks('close');
  await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(0));
  expect(host.close).toHaveBeenCalled();
});

test('a refusal crosses as its sentence; what nobody foresaw is reported', async () => {
  await serveShell({ parent, start: () => Promise.reject(new AppError('database.locked')), sentenceOf, report, exit });
  expect(report).not.toHaveBeenCalled();
  await serveShell({ parent, start: () => Promise.reject(new TypeError('x')), sentenceOf, report, exit });
  expect(report).toHaveBeenCalledWith(new TypeError('x'));
  expect(parent.heard).toEqual([{ type: 'refused', sentence: 'Le dossier est déjà utilisé.' }, { type: 'refused', sentence: null }]);
});

test('a host that cannot close ends all the same', async () => {
  await serveShell({ parent, start: () => Promise.resolve({ ...buildHost(), close: () => Promise.reject(new Error('disk')) }), sentenceOf, report, exit });
  parent.asks('close');
  await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(1));
});
