/** What a member of staff may do. Each staff procedure names the right that it needs. */
export const RIGHTS = [
  'families.read', 'families.write', 'health.read', 'rules.write', 'bookings.read', 'bookings.write',
  'attendance.read', 'attendance.write', 'billing.read', 'billing.write', 'payments.read', 'payments.write',
  'messages.read', 'messages.write', 'portal.manage', 'mail.manage', 'journal.read', 'town.write', 'users.manage', 'backup.manage',
] as const;
export type Right = (typeof RIGHTS)[number];

export const STAFF_ROLES = ['admin', 'secretary', 'agent', 'accountant'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** Rights by role (defaults; the health right is granted person by person besides). */
export const RIGHTS_BY_ROLE: Readonly<Record<StaffRole, readonly Right[]>> = {
  admin: RIGHTS.filter((right) => right !== 'health.read'),
  secretary: [
    'families.read', 'families.write', 'bookings.read', 'bookings.write', 'attendance.read', 'attendance.write',
    'billing.read', 'billing.write', 'payments.read', 'payments.write', 'messages.read', 'messages.write', 'portal.manage', 'mail.manage', 'journal.read',
  ],
  accountant: ['families.read', 'bookings.read', 'attendance.read', 'billing.read', 'billing.write', 'payments.read', 'payments.write', 'messages.read', 'messages.write', 'journal.read'],
  agent: ['families.read', 'bookings.read', 'attendance.read', 'attendance.write'],
};

/** A signed-in member of staff. */
export interface StaffActor {
  readonly kind: 'staff';
  readonly id: number;
  readonly name: string;
  readonly role: StaffRole;
  readonly rights: readonly Right[];
  readonly sessionId: number;
}

/** A signed-in parent: one account a person, whatever the number of families. */
export interface ParentActor {
  readonly kind: 'parent';
  readonly accountId: number;
  readonly personId: number;
  readonly name: string;
  readonly sessionId: number;
}

/** The program itself: jobs, the demo, the first start. */
export interface SystemActor {
  readonly kind: 'system';
  readonly name: string;
}

export type Actor = StaffActor | ParentActor | SystemActor;
