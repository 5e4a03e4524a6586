import { portLike } from '../platform/procedures/port-like';
import type { EmitterPort, PortLike } from '../platform/procedures/port-like';
import type { FromHost, ToHost } from './host-messages';

/** What the shell needs of a running host. */
export interface ShellHost {
  readonly portalUrl: string | null;
  servePort(port: PortLike): void;
  wake(): Promise<void>;
  close(): Promise<void>;
}

/** The host process's line to the shell: Electron's `process.parentPort`. */
export interface ParentLine {
  on(type: 'message', listener: (event: { readonly data: ToHost; readonly ports: readonly EmitterPort[] }) => void): unknown;
  postMessage(message: FromHost): void;
}

export interface HostServiceOptions {
  readonly parent: ParentLine;
  readonly start: () => Promise<ShellHost>;
  /** The French sentence of a foreseen refusal, or null. */
  readonly sentenceOf: (failure: unknown) => string | null;
  readonly report: (failure: unknown) => void;
  readonly exit: (code: number) => void;
}

/** Runs a host on the shell's behalf. What the shell asks before the host is ready waits for it. */
export async function serveShell({ parent, start, sentenceOf, report, exit }: HostServiceOptions): Promise<void> {
  const starting = start();
  parent.on('message', ({ data, ports }) => {
    starting.then((host) => obey(host, data, ports)).catch((failure: unknown) => {
      report(failure);
      if (data.type === 'close') exit(1);
    });
  });

  async function obey(host: ShellHost, message: ToHost, ports: readonly EmitterPort[]): Promise<void> {
    if (message.type === 'port') ports.forEach((port) => host.servePort(portLike(port)));
    if (message.type === 'wake') await host.wake();
    if (message.type === 'close') {
      await host.close();
      exit(0);
    }
  }

  try {
    const { portalUrl } = await starting;
    parent.postMessage({ type: 'ready', portalUrl });
  } catch (failure) {
    const sentence = sentenceOf(failure);
    if (sentence === null) report(failure);
    parent.postMessage({ type: 'refused', sentence });
  }
}
