import { TRPCClientError } from '@trpc/client';
import type { TRPCLink } from '@trpc/client';
import type { AnyRouter } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import type { Refusal } from '../../src-main/kernel/errors';
import type { PagePort } from './host-port';

/** A call as it crosses the desktop's port. */
export interface PortCall {
  readonly id: number;
  readonly type: 'query' | 'mutation';
  readonly path: string;
  readonly input: unknown;
  readonly token: string | null;
}

export type PortAnswer =
  | { readonly id: number; readonly ok: true; readonly data: unknown }
  | { readonly id: number; readonly ok: false; readonly refusal: Refusal };

interface Waiting {
  readonly succeed: (data: unknown) => void;
  readonly refuse: (refusal: Refusal) => void;
}

export interface PortLinkOptions {
  readonly token: () => string | null;
  /** Calls back with the port, and with each one that replaces it. */
  readonly onPort: (listen: (port: PagePort) => void) => void;
}

const INTERRUPTED: Refusal = {
  code: 'interrupted',
  message: 'Préau a redémarré pendant cette demande. Vérifiez si elle a été enregistrée, puis recommencez au besoin.',
  fields: {},
  reference: null,
};

/**
 * Ends a tRPC client at a MessagePort: the desktop window's door. Calls made before the port
 * comes wait for it; those under way when the host restarts are refused as interrupted.
 */
export function portLink<Router extends AnyRouter>({ token, onPort }: PortLinkOptions): TRPCLink<Router> {
  const waiting = new Map<number, Waiting>();
  const unsent: PortCall[] = [];
  let port: PagePort | null = null;
  let lastId = 0;

  const receive = (event: MessageEvent<PortAnswer>): void => {
    const answer = event.data;
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.ok) call?.succeed(answer.data);
    else call?.refuse(answer.refusal);
  };

  onPort((next) => {
    const sent = [...waiting.keys()].filter((id) => !unsent.some((call) => call.id === id));
    for (const id of sent) {
      waiting.get(id)?.refuse(INTERRUPTED);
      waiting.delete(id);
    }
    port = next;
    next.addEventListener('message', receive as (event: Event) => void);
    next.start();
    for (const call of unsent.splice(0)) next.postMessage({ ...call, token: token() });
  });

  return () => ({ op }) => observable((observer) => {
    lastId += 1;
    const id = lastId;
    waiting.set(id, {
      succeed: (data) => {
        observer.next({ result: { type: 'data', data } });
        observer.complete();
      },
      refuse: (refusal) => observer.error(refusedByPort<Router>(refusal)),
    });
    const call: PortCall = { id, type: op.type === 'mutation' ? 'mutation' : 'query', path: op.path, input: plain(op.input), token: token() };
    if (port) port.postMessage(call);
    else unsent.push(call);
    return () => {
      waiting.delete(id);
    };
  });
}

function refusedByPort<Router extends AnyRouter>(refusal: Refusal): TRPCClientError<Router> {
  const failure = new TRPCClientError<Router>(refusal.message);
  Object.assign(failure, { data: { refusal } });
  return failure;
}

/** A copy that can be posted: Vue's reactive proxies cannot be cloned by a port. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return value.slice();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]));
}
