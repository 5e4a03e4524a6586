import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { afterEach, expect, it } from 'vitest';
import { readConfig } from '../../../src-main/host/config';
import { keepHost } from '../../../src-main/host/keep-host';
import type { RunningHost } from '../../../src-main/host/start';
import { portLike } from '../../../src-main/platform/procedures/port-like';

const folder = mkdtempSync(join(tmpdir(), 'preau-restart-'));
let host: RunningHost;
afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});


it('a restored house begins again in the same process, at the same doors, and the window’s port never notices', async () => {
  const lost: unknown[] = [];
  host = await keepHost(readConfig([`--data=${folder}`, '--staff-port=0', '--portal-port=off'], {}, 'out'), (failure) => lost.push(failure));
  const { staffUrl } = host;
  const { port1, port2 } = new MessageChannel();
  host.servePort(portLike(port1));
  let lastId = 0;
  const ask = (path: string, input: unknown = undefined) => new Promise<unknown>((resolve) => {
    const id = (lastId += 1);
    const hear = (answer: { id: number }): void => {
      if (answer.id !== id) return;
      port2.off('message', hear);
      resolve(answer);
    };
    port2.on('message', hear);
    port2.postMessage({ id, type: 'query', path, input, token: null });
  });
  const { db, backups, clock } = host.services;
  await db.write(() => db.run('INSERT INTO schools (code, name) VALUES ($code, $code)', { code: 'avant' }));
  const { id } = await backups.make('asked', 'x');
  await db.write(() => db.run('INSERT INTO schools (code, name) VALUES ($code, $code)', { code: 'depuis' }));

  await backups.restore('here', { id, by: 'x', settle: () => Promise.resolve() });
  const answer = ask('setup.state');
  await expect.poll(() => host.services.db === db).toBe(false);
  expect(await answer).toMatchObject({ ok: true });
  expect(host.staffUrl).toBe(staffUrl);
  expect(host.services.clock).toBe(clock);
  expect((await fetch(`${staffUrl}/healthz`)).status).toBe(200);
  expect(await host.services.db.select('SELECT code FROM schools')).toEqual([{ code: 'avant' }]);
  expect(host.services.backups.restored).toEqual({ kind: 'done', backup: id });
  expect(await ask('setup.state')).toMatchObject({ ok: true });
  expect(lost).toEqual([]);
  port2.close();
});
