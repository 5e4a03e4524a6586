import type { Page } from '@playwright/test';

/** Invites these persons to the portal as the signed-in staff. */
export async function inviteParents(staff: Page, staffUrl: string, personIds: readonly number[]): Promise<void> {
  const token = await staff.evaluate(() => sessionStorage.getItem('preau.session'));
  const answer = await staff.request.post(`${staffUrl}/rpc/portalAccounts.invite`, { data: { personIds }, headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok()) throw new Error(await answer.text());
}
