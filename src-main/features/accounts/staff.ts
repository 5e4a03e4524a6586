import { publicProcedure, router, staffProcedure } from '../../platform/procedures/procedures';
import type { Context } from '../../platform/procedures/services';
import { disableAccount, enableAccount, unlockAccount } from './change-account-state';
import { changeStaffPassword } from './change-staff-password';
import { createStaffUser } from './create-staff-user';
import { disableStaffUser, enableStaffUser } from './disable-staff-user';
import { signOut } from './end-sessions';
import { foundTownWithAdmin, refuseFromAfar, setupState } from './found-town-with-admin';
import { inviteParents } from './invite-parents';
import { listPortalAccounts } from './list-portal-accounts';
import { resetStaffPassword } from './reset-staff-password';
import { saveStaffUser } from './save-staff-user';
import {
  changePasswordInput, createStaffInput, foundInput, inviteInput, personInput, portalAccountFilter, resetStaffPasswordInput, saveStaffInput, staffInput, staffSignInInput,
} from './schema';
import { signInStaff } from './sign-in-staff';
import { listStaffUsers } from './staff-users';
import { previewInvitations } from './who-to-invite';

/** The first start. `fillDemo` fills a new town with the demonstration; the host lends it. */
export const setupStaff = (fillDemo: (context: Context) => Promise<void>) => router({
  state: publicProcedure.query(({ ctx }) => setupState(ctx)),
  found: publicProcedure.input(foundInput).mutation(async ({ ctx, input }) => {
    refuseFromAfar(ctx.address);
    const session = await foundTownWithAdmin(ctx, input, ctx.device);
    if (input.withDemo) await fillDemo(ctx);
    return session;
  }),
});

export const sessionStaff = router({
  read: staffProcedure(null).query(({ ctx: { actor } }) => ({ id: actor.id, name: actor.name, role: actor.role, rights: actor.rights })),
  signIn: publicProcedure.input(staffSignInInput).mutation(({ ctx, input }) => signInStaff(ctx, input, ctx)),
  signOut: publicProcedure.mutation(async ({ ctx }) => {
    if (ctx.token) await signOut(ctx, ctx.token);
  }),
  changePassword: staffProcedure(null).input(changePasswordInput).mutation(({ ctx, input }) => changeStaffPassword(ctx, input)),
});

export const usersStaff = router({
  list: staffProcedure('users.manage').query(({ ctx }) => listStaffUsers(ctx.db)),
  create: staffProcedure('users.manage').input(createStaffInput).mutation(({ ctx, input }) => createStaffUser(ctx, input)),
  save: staffProcedure('users.manage').input(saveStaffInput).mutation(({ ctx, input }) => saveStaffUser(ctx, input)),
  disable: staffProcedure('users.manage').input(staffInput).mutation(({ ctx, input }) => disableStaffUser(ctx, input.id)),
  enable: staffProcedure('users.manage').input(staffInput).mutation(({ ctx, input }) => enableStaffUser(ctx, input.id)),
  resetPassword: staffProcedure('users.manage').input(resetStaffPasswordInput).mutation(({ ctx, input }) => resetStaffPassword(ctx, input)),
});

export const portalAccountsStaff = router({
  list: staffProcedure('portal.manage').input(portalAccountFilter).query(({ ctx, input }) => listPortalAccounts(ctx.db, input, ctx.clock.now())),
  // A mutation although it writes nothing: five hundred persons are too long for an address.
  invitePreview: staffProcedure('portal.manage').input(inviteInput).mutation(({ ctx, input }) => previewInvitations(ctx.db, input.personIds)),
  invite: staffProcedure('portal.manage').input(inviteInput).mutation(({ ctx, input }) => inviteParents(ctx, input.personIds)),
  unlock: staffProcedure('portal.manage').input(personInput).mutation(({ ctx, input }) => unlockAccount(ctx, input.personId)),
  disable: staffProcedure('portal.manage').input(personInput).mutation(({ ctx, input }) => disableAccount(ctx, input.personId)),
  enable: staffProcedure('portal.manage').input(personInput).mutation(({ ctx, input }) => enableAccount(ctx, input.personId)),
});
