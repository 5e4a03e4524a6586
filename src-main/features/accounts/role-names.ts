import type { StaffRole } from '../../kernel/actor';

/** Roles as staff read them. */
export const ROLE_NAMES: Readonly<Record<StaffRole, string>> = {
  admin: 'administration', secretary: 'secrétariat', agent: 'agent', accountant: 'comptabilité',
};
