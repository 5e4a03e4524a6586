import { callTRPCProcedure } from '@trpc/server';
import type { AnyRouter } from '@trpc/server';
import { z } from 'zod';
import { refusalOf } from '../platform/procedures/refusal';
import type { PortLike } from '../platform/procedures/port-like';
import type { DoorContext } from '../platform/procedures/services';

const portCall = z.strictObject({
  id: z.int(),
  type: z.enum(['query', 'mutation']),
  path: z.string(),
  input: z.unknown(),
  token: z.string().nullable(),
});

/**
 * Serves a router over a MessagePort: the desktop window's door. A call is
 * `{ id, type, path, input, token }`, its answer `{ id, ok: true, data }` or `{ id, ok: false, refusal }`.
 * What is no call is dropped: nobody else holds the port.
 */
export function servePort(port: PortLike, router: AnyRouter, doorContext: (token: string | null) => DoorContext): void {
  port.onMessage((message) => {
    const call = portCall.safeParse(message);
    if (call.success) void answer(call.data);
  });
  port.start();

  async function answer({ id, type, path, input, token }: z.output<typeof portCall>): Promise<void> {
    const ctx = doorContext(token);
    try {
      const data: unknown = await callTRPCProcedure({
        router, path, type, ctx, getRawInput: () => Promise.resolve(input), signal: undefined, batchIndex: 0,
      });
      port.postMessage({ id, ok: true, data });
    } catch (error) {
      port.postMessage({ id, ok: false, refusal: refusalOf(error, ctx.services, path) });
    }
  }
}
