import type { ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Middleware } from 'koa';

const compress = promisify(gzip);
/** Below it a packet holds the answer anyway. */
const SMALLEST_BYTES = 1400;

/** Sends long answers of procedures compressed: a month of bookings is tens of kilobytes, on a phone's network. */
export function gzipAnswers(): Middleware {
  return (ctx, next) => {
    if (ctx.path.startsWith('/rpc/') && ctx.acceptsEncodings('gzip', 'identity') === 'gzip') hold(ctx.res);
    return next();
  };
}

/** Keeps what is written until the end, then sends it in one piece. */
function hold(res: ServerResponse): void {
  const written: Buffer[] = [];
  const send = res.end.bind(res);
  const keep = (chunk: unknown): void => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) written.push(Buffer.from(chunk as Uint8Array));
  };
  Object.assign(res, {
    write: (chunk: unknown): boolean => {
      keep(chunk);
      return true;
    },
    end: (chunk?: unknown): ServerResponse => {
      keep(chunk);
      void sendCompressed(res, Buffer.concat(written), send);
      return res;
    },
  });
}

async function sendCompressed(res: ServerResponse, body: Buffer, send: (body: Buffer) => unknown): Promise<void> {
  res.setHeader('vary', 'accept-encoding');
  if (body.length < SMALLEST_BYTES) {
    send(body);
    return;
  }
  const small = await compress(body);
  res.setHeader('content-encoding', 'gzip');
  res.setHeader('content-length', small.length);
  send(small);
}
