import { parentProcedure, router } from '../../platform/procedures/procedures';
import { changePassword } from './change-password';
import { listDevices, signOutElsewhere } from './devices';
import { readParentAccount } from './read-parent-account';
import { changePasswordInput } from './schema';
import { sendOwnLink } from './send-own-link';

/** What a signed-in parent may do with their own access. Signing in and out are plain routes: they hold the cookie. */
export const accountParent = router({
  read: parentProcedure.query(({ ctx }) => readParentAccount(ctx)),
  changePassword: parentProcedure.input(changePasswordInput).mutation(({ ctx, input }) => changePassword(ctx, input)),
  sendLink: parentProcedure.mutation(({ ctx }) => sendOwnLink(ctx, ctx.address)),
  devices: parentProcedure.query(({ ctx }) => listDevices(ctx)),
  signOutElsewhere: parentProcedure.mutation(({ ctx }) => signOutElsewhere(ctx)),
});
