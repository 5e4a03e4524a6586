import type { StaffActor, StaffRole } from '../kernel/actor';
import { createStaffUser } from '../features/accounts/create-staff-user';
import { staffActor } from './stage';
import type { Stage } from './stage';

/** The password of every account of the demo. */
export const DEMO_PASSWORD = 'Demo-Preau-1';

export interface StaffAccount {
  readonly email: string;
  readonly password: string;
  readonly role: StaffRole;
}

const STAFF = [
  { name: 'Nadine LE GOFF', email: 'nadine.legoff@saint-aubin.example', role: 'admin', healthRight: true },
  { name: 'Soizic MORVAN', email: 'soizic.morvan@saint-aubin.example', role: 'secretary', healthRight: false },
  { name: 'Yann PRIGENT', email: 'yann.prigent@saint-aubin.example', role: 'agent', healthRight: false },
] as const;

export interface DemoStaff {
  readonly admin: StaffActor;
  readonly secretary: StaffActor;
  readonly agent: StaffActor;
  readonly accounts: readonly StaffAccount[];
}

/** Opens the accesses of the town hall. */
export async function openStaffAccounts(stage: Stage): Promise<DemoStaff> {
  const actors: StaffActor[] = [];
  for (const user of STAFF) {
    const id = await createStaffUser(stage.as({ kind: 'system', name: 'Préau' }), { ...user, password: DEMO_PASSWORD, confirmation: DEMO_PASSWORD });
    actors.push(staffActor(id, user.name, user.role, user.healthRight));
  }
  const [admin, secretary, agent] = actors;
  return { admin: admin!, secretary: secretary!, agent: agent!, accounts: STAFF.map(({ email, role }) => ({ email, role, password: DEMO_PASSWORD })) };
}
