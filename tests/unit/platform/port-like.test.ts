import { EventEmitter } from 'node:events';
import { MessageChannel as NodeChannel } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { portLike } from '../../../src-main/platform/procedures/port-like';
import type { PortLike } from '../../../src-main/platform/procedures/port-like';

const firstMessage = (port: PortLike): Promise<unknown> =>
  new Promise((resolve) => {
    port.onMessage(resolve);
    port.start();
  });

/** Electron's port: an emitter whose messages are `{ data, ports }`. */
class FakePortMain extends EventEmitter {
  sent: unknown[] = [];
  started = false;
  closed = false;
  postMessage(data: unknown): void {
    this.sent.push(data);
  }
  start(): void {
    this.started = true;
  }
  close(): void {
    this.closed = true;
  }
}

describe('a port is the same whoever made it', () => {
  test('Node worker port: the data arrives bare', async () => {
    const { port1, port2 } = new NodeChannel();
    const heard = firstMessage(portLike(port2));
    portLike(port1).postMessage({ id: 1, bytes: new Uint8Array([1, 2]) });
    expect(await heard).toEqual({ id: 1, bytes: new Uint8Array([1, 2]) });
    portLike(port1).close();
  });

  test('DOM port: the data is taken out of the event', async () => {
    const { port1, port2 } = new MessageChannel();
    const heard = firstMessage(portLike(port2));
    port1.postMessage('bonjour');
    expect(await heard).toBe('bonjour');
    port1.close();
  });

  test('Electron port: the data is taken out of `{ data, ports }`', async () => {
    const main = new FakePortMain();
    const port = portLike(main);
    const heard = firstMessage(port);
    main.emit('message', { data: { id: 2 }, ports: [] });
    expect(await heard).toEqual({ id: 2 });
    port.postMessage('answer');
    port.close();
    expect(main).toMatchObject({ sent: ['answer'], started: true, closed: true });
  });
});
