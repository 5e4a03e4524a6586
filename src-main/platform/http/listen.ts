import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { AppError } from '../../kernel/errors';

export interface Tls {
  readonly cert: Buffer;
  readonly key: Buffer;
}

export interface ListenOptions {
  readonly port: number;
  readonly address: string;
  readonly tls: Tls | null;
}

/** A server that listens. `port` is the real one when 0 was asked. */
export interface Listening {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** How long running answers may take to end once closing is asked. */
const GRACE_MS = 3000;

/**
 * Opens a port. Throws AppError `platform.portInUse`, `platform.portForbidden` or
 * `platform.addressUnavailable`, each with one clear sentence.
 */
export function listen(handler: RequestListener, { port, address, tls }: ListenOptions): Promise<Listening> {
  const server = tls ? createSecureServer({ cert: tls.cert, key: tls.key }, handler) : createServer(handler);
  return new Promise((resolve, reject) => {
    server.once('error', (failure: NodeJS.ErrnoException) => reject(refusalOfPort(failure, port, address)));
    server.listen(port, address, () => {
      const bound = server.address();
      const realPort = typeof bound === 'object' && bound ? bound.port : port;
      const host = address.includes(':') ? `[${address}]` : address;
      resolve({ url: `${tls ? 'https' : 'http'}://${host}:${realPort}`, port: realPort, close: () => closeGently(server) });
    });
  });
}

function refusalOfPort(failure: NodeJS.ErrnoException, port: number, address: string): Error {
  if (failure.code === 'EADDRINUSE') return new AppError('platform.portInUse', { port }, 'conflict');
  if (failure.code === 'EACCES') return new AppError('platform.portForbidden', { port });
  if (failure.code === 'EADDRNOTAVAIL' || failure.code === 'ENOTFOUND') return new AppError('platform.addressUnavailable', { address });
  return failure;
}

function closeGently(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const hurry = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(hurry);
      resolve();
    });
    server.closeIdleConnections();
  });
}
