import { TRPCError } from '@trpc/server';
import type { Refusal } from '../../src-main/kernel/errors';
import { refusalOf as word } from '../../src-main/platform/procedures/refusal';
import type { Services } from '../../src-main/platform/procedures/services';

/** The refusal that a call meets, worded as the pages receive it, with the HTTP code. Fails when the call succeeds. */
export async function refusalOf(call: Promise<unknown>, services: Services): Promise<Refusal & { readonly status: string }> {
  const failure: unknown = await call.then(() => null, (error: unknown) => error);
  if (failure === null) throw new Error('the call was accepted');
  return { ...word(failure, services, 'test'), status: failure instanceof TRPCError ? failure.code : 'none' };
}
