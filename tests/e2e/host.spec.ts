import { rm } from 'node:fs/promises';
import { expect, startBuiltHost, test } from './support/host';

test('the built host answers on a port for staff and one for parents, and ends cleanly', async ({ request }) => {
  const host = await startBuiltHost();
  for (const url of [host.staffUrl, host.portalUrl]) {
    const answer = await request.get(`${url}/healthz`);
    expect(await answer.json()).toMatchObject({ database: 'reachable' });
  }
  expect(host.output()).toContain(`Gestion : ${host.staffUrl}`);
  expect(host.output()).toContain(`Portail parents : ${host.portalUrl}`);
  expect(await host.stop()).toBe(0);
});

test('a second host on the same data is refused, and starts at once after a power cut', async () => {
  const first = await startBuiltHost({ env: { PREAU_PORTAL_PORT: 'off' } });
  const second = { dataFolder: first.dataFolder, env: { PREAU_PORTAL_PORT: 'off' } };
  await expect(startBuiltHost(second)).rejects.toThrow('exit code 1');
  await first.kill({ keepData: true });
  const third = await startBuiltHost(second);
  expect(await third.stop()).toBe(0);
  await rm(first.dataFolder, { recursive: true });
});
