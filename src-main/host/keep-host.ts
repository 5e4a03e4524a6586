import { keepHeapLean } from '../platform/lean-heap';
import type { PortLike } from '../platform/procedures/port-like';
import type { HostConfig } from './config';
import { PortRelay } from './port-relay';
import { startHost } from './start';
import type { HostSeams, RunningHost } from './start';

/** The port that a door really listens on, so that the next host opens the same. */
const portOf = (url: string | null): number | null => (url === null ? null : Number(new URL(url).port || (url.startsWith('https') ? 443 : 80)));

/**
 * Starts a host, and starts it anew in this same process when it asks for it: after a restore the
 * whole program begins again on the data that was brought back. Doors open where they were, the
 * window's ports stay. `lost` hears why a second start failed: nothing runs then. `lent` is what the
 * shell lends to each of them.
 */
export async function keepHost(config: HostConfig, lost: (failure: unknown) => void, lent: Pick<HostSeams, 'printHtml'> = {}): Promise<RunningHost> {
  keepHeapLean();
  const relays: PortRelay[] = [];
  let turn: Promise<void> = Promise.resolve();
  let closed = false;
  let host = await startHost(config, { ...lent, restart });

  function restart(): void {
    turn = turn.then(async () => {
      if (closed) return;
      const { staffUrl, portalUrl, services } = host;
      relays.forEach((relay) => relay.hold());
      await host.close();
      host = await startHost({ ...config, staffPort: portOf(staffUrl), portalPort: portOf(portalUrl) }, { ...lent, restart, clock: services.clock });
      relays.forEach((relay) => host.servePort(relay));
    }).catch(lost);
  }

  return {
    get staffUrl() { return host.staffUrl; },
    get portalUrl() { return host.portalUrl; },
    get services() { return host.services; },
    get demo() { return host.demo; },
    servePort: (port: PortLike) => {
      const relay = new PortRelay(port);
      relays.push(relay);
      host.servePort(relay);
    },
    wake: async () => {
      await turn;
      await host.wake();
    },
    close: async () => {
      closed = true;
      await turn;
      await host.close();
    },
  };
}
