import { addDays, makeDate } from '../kernel/local-date';
import type { ParentActor, StaffActor } from '../kernel/actor';
import { registerName } from '../kernel/text';
import { choosePassword } from '../features/accounts/choose-password';
import { inviteParents } from '../features/accounts/invite-parents';
import { accountOfPerson } from '../features/accounts/portal-account-lookup';
import { DEMO_PASSWORD } from './demo-staff';
import type { FamilyPlan } from './plan';
import type { Settlement } from './settle-families';
import type { Stage } from './stage';

export interface ParentAccount {
  readonly email: string;
  readonly password: string;
  readonly family: string;
}

/** A parent who signs in and books by themselves. */
export interface ActiveParent {
  readonly key: string;
  readonly actor: ParentActor;
  readonly account: ParentAccount;
}

const PER_WAVE = 22;
/** Days before the start of the school year of each wave of invitations. */
const WAVES = [14, 12, 9, 6];

/** Plans invitations, by waves, and the passwords of the parents who are active: one a listed family. */
export function planInvitations(stage: Stage, plans: readonly FamilyPlan[], settled: Settlement, secretary: StaffActor, activeKeys: readonly string[]): ActiveParent[] {
  const active: ActiveParent[] = [];
  const early = plans.filter((plan) => plan.arrivedDaysAgo === null);
  const first = [...early.filter(({ key }) => activeKeys.includes(key)), ...stage.random.shuffled(early.filter(({ key }) => !activeKeys.includes(key)))];
  const start = makeDate(stage.schoolYear, 9, 1);
  WAVES.forEach((daysBefore, wave) => {
    const day = addDays(start, -daysBefore);
    const invited = first.slice(wave * PER_WAVE, (wave + 1) * PER_WAVE);
    stage.plan(day, '14:10', () => invite(stage, invited, settled, secretary));
    for (const { key } of invited.filter((plan) => activeKeys.includes(plan.key))) {
      stage.plan(day, `${18 + (activeKeys.indexOf(key) % 4)}:25`, async () => {
        active.push(await firstSignIn(stage, settled, key));
      });
    }
  });
  // The last ones hold a link that still works.
  const late = plans.filter((plan) => plan.arrivedDaysAgo !== null).slice(0, 4);
  stage.plan(addDays(stage.today, -1), '17:30', () => invite(stage, late, settled, secretary));
  return active;
}

async function invite(stage: Stage, plans: readonly FamilyPlan[], { families }: Settlement, secretary: StaffActor): Promise<void> {
  await inviteParents(stage.as(secretary), plans.flatMap(({ key }) => families.get(key)?.guardianIds ?? []));
}

/** The first guardian opens the link of their mail and chooses a password. */
async function firstSignIn(stage: Stage, { families }: Settlement, key: string): Promise<ActiveParent> {
  const family = families.get(key)!;
  const [personId] = family.guardianIds;
  const mail = await stage.db.selectOne<{ text: string }>(
    "SELECT body_text AS text FROM mails WHERE person_id = $personId AND kind = 'accounts.invitation' ORDER BY id DESC", { personId: personId! },
  );
  const token = /#([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
  await choosePassword(stage.as({ kind: 'system', name: 'Préau' }), { token, password: DEMO_PASSWORD, confirmation: DEMO_PASSWORD });
  const account = (await accountOfPerson(stage.db, personId!))!;
  return {
    key,
    actor: { kind: 'parent', accountId: account.id, personId: account.personId, name: registerName(account.lastName, account.firstName), sessionId: 0 },
    account: { email: account.email ?? account.identifier, password: DEMO_PASSWORD, family: family.plan.guardians[0]!.lastName },
  };
}
