import { createTRPCUntypedClient } from '@trpc/client';
import { afterEach, describe, expect, it } from 'vitest';
import { reactive } from 'vue';
import type { PagePort } from '../../../src-renderer/api/host-port';
import { portLink } from '../../../src-renderer/api/port-link';
import type { PortCall } from '../../../src-renderer/api/port-link';
import { refusalOfError } from '../../../src-renderer/api/refusal';

type Answer = (call: PortCall) => unknown;

const opened: MessagePort[] = [];
afterEach(() => {
  opened.splice(0).forEach((port) => port.close());
});

/** The host's end of a channel; what `answer` gives is posted back, undefined leaves the call open. */
function hostEnd(answer: Answer): MessagePort {
  const { port1, port2 } = new MessageChannel();
  opened.push(port1, port2);
  port2.addEventListener('message', (event: MessageEvent<PortCall>) => {
    const given = answer(event.data);
    if (given !== undefined) port2.postMessage({ id: event.data.id, ...(given as object) });
  });
  port2.start();
  return port1;
}

/** A client whose port comes when `connect` is called. */
function desktop(token: string | null = 'jeton') {
  let listen: (port: PagePort) => void = () => undefined;
  const client = createTRPCUntypedClient({ links: [portLink({ token: () => token, onPort: (hear) => { listen = hear; } })] });
  return { client, connect: (answer: Answer) => listen(hostEnd(answer)) };
}
const ok = (data: unknown) => ({ ok: true, data });

describe('calls over the desktop’s port', () => {
  it('carry the procedure, the input and the token, and bring back the answer', async () => {
    const calls: PortCall[] = [];
    const { client, connect } = desktop();
    connect((call) => {
      calls.push(call);
      return ok({ name: 'ALAIN' });
    });
    expect(await client.query('families.read', { familyId: 1 })).toEqual({ name: 'ALAIN' });
    expect(await client.mutation('families.archive', { familyId: 1 })).toEqual({ name: 'ALAIN' });
    expect(calls).toEqual([
      { id: 1, type: 'query', path: 'families.read', input: { familyId: 1 }, token: 'jeton' },
      { id: 2, type: 'mutation', path: 'families.archive', input: { familyId: 1 }, token: 'jeton' },
    ]);
  });

  it('come back to whoever asked, in whatever order they are answered', async () => {
    const { client, connect } = desktop();
    const held: PortCall[] = [];
    let port: MessagePort | null = null;
    connect((call) => {
      held.push(call);
      return undefined;
    });
    port = opened[1]!;
    const both = Promise.all([client.query('a'), client.query('b')]);
    await expect.poll(() => held.length).toBe(2);
    for (const { id, path } of [...held].reverse()) port.postMessage({ id, ok: true, data: path });
    expect(await both).toEqual(['a', 'b']);
  });

  it('bring the host’s refusal', async () => {
    const refusal = { code: 'families.unknown', message: 'Cette famille n’existe pas ou n’existe plus.', fields: {}, reference: null };
    const { client, connect } = desktop();
    connect(() => ({ ok: false, refusal }));
    const failure: unknown = await client.query('families.read').catch((error: unknown) => error);
    expect(refusalOfError(failure)).toEqual(refusal);
  });

  it('wait for the port when it is not there yet', async () => {
    const { client, connect } = desktop();
    const answer = client.query('setup.state');
    connect(() => ok({ done: true }));
    expect(await answer).toEqual({ done: true });
  });

  it('are refused as interrupted when the host restarts, and go to the new port afterwards', async () => {
    const { client, connect } = desktop();
    const asked: string[] = [];
    connect(({ path }) => {
      asked.push(path);
      return undefined;
    });
    const lost = client.mutation('families.create').catch((error: unknown) => refusalOfError(error).code);
    await expect.poll(() => asked).toEqual(['families.create']);
    connect(({ path }) => ok(`nouveau : ${path}`));
    expect(await lost).toBe('interrupted');
    expect(await client.query('families.list')).toBe('nouveau : families.list');
  });

  it('carry files as bytes, and the reactive values of a form as plain ones', async () => {
    const inputs: unknown[] = [];
    const { client, connect } = desktop(null);
    connect(({ input }) => {
      inputs.push(input);
      return ok(null);
    });
    await client.mutation('town.saveLogo', reactive({ bytes: new Uint8Array([1, 2, 3]), notes: ['a', { b: null }] }));
    expect(inputs).toEqual([{ bytes: new Uint8Array([1, 2, 3]), notes: ['a', { b: null }] }]);
  });
});
