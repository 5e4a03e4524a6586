import type { PortLike } from '../platform/procedures/port-like';

/**
 * A port that outlives the host that serves it: while one host gives way to the next, messages
 * wait here, and the window never notices the change.
 */
export class PortRelay implements PortLike {
  private listener: ((data: unknown) => void) | null = null;
  private waiting: unknown[] = [];

  constructor(private readonly port: PortLike) {
    port.onMessage((data) => {
      if (this.listener) this.listener(data);
      else this.waiting.push(data);
    });
  }

  /** From now on messages wait for the next listener. */
  hold(): void {
    this.listener = null;
  }

  onMessage(listener: (data: unknown) => void): void {
    this.listener = listener;
    for (const data of this.waiting.splice(0)) listener(data);
  }

  postMessage(data: unknown): void {
    this.port.postMessage(data);
  }

  start(): void {
    this.port.start();
  }

  close(): void {
    this.port.close();
  }
}
