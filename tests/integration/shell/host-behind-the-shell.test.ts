import { EventEmitter } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../../../src-main/host/config';
import { startHost } from '../../../src-main/host/start';
import { wording } from '../../../src-main/host/wording';
import { AppError } from '../../../src-main/kernel/errors';
import { hostLaunch } from '../../../src-main/shell/host-arguments';
import { serveShell } from '../../../src-main/shell/host-service';

/** The host as the desktop runs it, with Node's ports in the place of Electron's. */
class Shell extends EventEmitter {
  heard: unknown[] = [];
  exitCode: number | null = null;

  postMessage(message: unknown): void {
    this.heard.push(message);
  }

  async start(dataFolder: string): Promise<void> {
    const { args, env } = hostLaunch([`--data=${dataFolder}`], {}, false);
    await serveShell({
      parent: this,
      start: () => startHost(readConfig(args, env, 'out')),
      sentenceOf: (failure) => (failure instanceof AppError ? (wording[failure.code]?.(failure.details) ?? null) : null),
      report: (failure) => this.heard.push(failure),
      exit: (code) => (this.exitCode = code),
    });
  }

  /** Gives the host one end of a channel, calls over the other. */
  async ask(call: object): Promise<unknown> {
    const { port1, port2 } = new MessageChannel();
    this.emit('message', { data: { type: 'port' }, ports: [port1] });
    const answer = new Promise((resolve) => port2.once('message', resolve));
    port2.postMessage(call);
    return answer.finally(() => port2.close());
  }

  async close(): Promise<void> {
    this.emit('message', { data: { type: 'close' }, ports: [] });
    await expect.poll(() => this.exitCode).toBe(0);
  }
}

let dataFolder: string;
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'preau-behind-'));
});
afterEach(() => rm(dataFolder, { recursive: true, force: true }));

test('the window speaks to a host that listens on no port at all', async () => {
  const shell = new Shell();
  await shell.start(dataFolder);
  expect(shell.heard).toEqual([{ type: 'ready', portalUrl: null }]);
  const answer = await shell.ask({ id: 1, type: 'query', path: 'setup.state', input: null, token: null });
  expect(answer).toMatchObject({ id: 1, ok: true });
  await shell.close();
});

test('a second host on the same data refuses with its sentence, and starts once the first has closed', async () => {
  const [first, second, third] = [new Shell(), new Shell(), new Shell()];
  await first.start(dataFolder);
  await second.start(dataFolder);
  expect(second.heard).toEqual([{ type: 'refused', sentence: expect.stringMatching(/déjà|ouvert/) as string }]);
  await first.close();
  await third.start(dataFolder);
  expect(third.heard).toMatchObject([{ type: 'ready' }]);
  await third.close();
});
