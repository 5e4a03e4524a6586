import { forbidden } from '../../kernel/errors';
import { router, staffProcedure } from '../../platform/procedures/procedures';
import { decideRequests } from './decide-requests';
import { listRequests, openHealthRequest } from './list-requests';
import { waitingRequestCount } from './request-rows';
import { decideInput, profileFamilyChoice, requestChoice } from './schema';

const writes = staffProcedure('families.write');

/** What parents ask to change in their file. */
export const requestsStaff = router({
  list: writes.query(({ ctx }) => listRequests(ctx)),
  count: writes.query(({ ctx }) => waitingRequestCount(ctx.db)),
  countOf: writes.input(profileFamilyChoice).query(({ ctx, input }) => waitingRequestCount(ctx.db, input.familyId)),
  /** A reading of health data is journaled: a mutation. */
  openHealth: writes.input(requestChoice).mutation(({ ctx, input }) => {
    if (!ctx.actor.rights.includes('health.read')) throw forbidden();
    return openHealthRequest(ctx, input.requestId);
  }),
  decide: writes.input(decideInput).mutation(({ ctx, input }) => decideRequests(ctx, input)),
});
