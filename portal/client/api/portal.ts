import { createTRPCClient, httpLink } from '@trpc/client';
import { bytesTransformer } from '../../../src-main/kernel/bytes-transformer';
import type { ParentRouter } from '../../server/parent-router';
import { CALL_HEADERS } from './send';
import { TOWN_PATH } from './town-path';

/** The procedures a signed-in parent may call, typed by the server's router. Questions travel in a body: a week with its ticks is long. */
export const portal = createTRPCClient<ParentRouter>({
  links: [httpLink({ url: `${TOWN_PATH}/rpc`, transformer: bytesTransformer, methodOverride: 'POST', headers: CALL_HEADERS })],
});
