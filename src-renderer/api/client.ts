import { createTRPCClient, httpLink } from '@trpc/client';
import type { TRPCLink } from '@trpc/client';
import { bytesTransformer } from '../../src-main/kernel/bytes-transformer';
import type { StaffRouter } from '../../src-main/host/staff-router';
import { onHostPort } from './host-port';
import { portLink } from './port-link';
import { sessionLink } from './session-link';
import { sessionToken } from './session-token';
import { signInAgain } from './sign-in-again';

/** Pages served by a web server call it; those opened by the desktop application use its port. */
export const isDesktop = !location.protocol.startsWith('http');

function doorLink(): TRPCLink<StaffRouter> {
  if (isDesktop) return portLink<StaffRouter>({ token: () => sessionToken.value, onPort: onHostPort });
  return httpLink<StaffRouter>({
    url: '/rpc',
    transformer: bytesTransformer,
    // Names that are searched for stay out of addresses, which proxies write down.
    methodOverride: 'POST',
    headers: () => (sessionToken.value ? { authorization: `Bearer ${sessionToken.value}` } : {}),
  });
}

/** Every procedure of the host, typed: `api.families.search.query({ … })`. */
export const api = createTRPCClient<StaffRouter>({ links: [sessionLink<StaffRouter>(signInAgain), doorLink()] });
