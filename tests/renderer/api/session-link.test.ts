import { createTRPCUntypedClient, TRPCClientError } from '@trpc/client';
import type { TRPCLink } from '@trpc/client';
import type { AnyRouter } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import { describe, expect, it, vi } from 'vitest';
import { refusalOfError } from '../../../src-renderer/api/refusal';
import { sessionLink } from '../../../src-renderer/api/session-link';

const refused = (code: string): TRPCClientError<AnyRouter> =>
  Object.assign(new TRPCClientError<AnyRouter>('refused'), { data: { refusal: { code, message: 'Non.', fields: {}, reference: null } } });

/** A client whose calls are answered one after the other by these answers; a code is a refusal. */
function clientOf(answers: (string | { data: unknown })[], signInAgain: () => Promise<boolean>) {
  const sent: unknown[] = [];
  const door: TRPCLink<AnyRouter> = () => ({ op }) => observable((observer) => {
    sent.push(op.input);
    const answer = answers.shift()!;
    if (typeof answer === 'string') observer.error(refused(answer));
    else {
      observer.next({ result: { type: 'data', data: answer.data } });
      observer.complete();
    }
  });
  return { client: createTRPCUntypedClient({ links: [sessionLink(signInAgain), door] }), sent };
}
const codeOf = (call: Promise<unknown>) => call.then(() => 'accepted', (error: unknown) => refusalOfError(error).code);

describe('a session that ends while someone types', () => {
  it('asks to sign in again and sends the same call once more', async () => {
    const ask = vi.fn(() => Promise.resolve(true));
    const { client, sent } = clientOf(['signedOut', { data: 'enregistré' }], ask);
    expect(await client.mutation('families.saveAdult', { notes: 'tapé longuement' })).toBe('enregistré');
    expect(sent).toEqual([{ notes: 'tapé longuement' }, { notes: 'tapé longuement' }]);
    expect(ask).toHaveBeenCalledOnce();
  });

  it('gives the refusal to the page when the person gives up', async () => {
    const { client } = clientOf(['signedOut'], () => Promise.resolve(false));
    expect(await codeOf(client.query('families.list'))).toBe('signedOut');
  });

  it('asks once a call: a second refusal reaches the page', async () => {
    const ask = vi.fn(() => Promise.resolve(true));
    const { client } = clientOf(['signedOut', 'signedOut'], ask);
    expect(await codeOf(client.query('families.list'))).toBe('signedOut');
    expect(ask).toHaveBeenCalledOnce();
  });

  it('asks nothing for other refusals, nor for calls that say so', async () => {
    const ask = vi.fn(() => Promise.resolve(true));
    const { client } = clientOf(['forbidden', 'signedOut'], ask);
    expect(await codeOf(client.query('town.save'))).toBe('forbidden');
    expect(await codeOf(client.query('session.read', undefined, { context: { quiet: true } }))).toBe('signedOut');
    expect(ask).not.toHaveBeenCalled();
  });
});

describe('what is told of a failed call', () => {
  it('is the host’s sentence, that it cannot be reached, or that the page is at fault', () => {
    expect(refusalOfError(refused('changedMeanwhile')).code).toBe('changedMeanwhile');
    expect(refusalOfError(TRPCClientError.from(new TypeError('fetch failed'))).code).toBe('unreachable');
    expect(refusalOfError(new Error('x is undefined')).message).toMatch(/^Cette page a rencontré un incident/);
  });
});
