import { ROLE_NAMES } from '../features/accounts/role-names';
import type { RunningHost } from './start';

export const DEMO_IN_PREPARATION = 'La commune de démonstration se prépare : quelques secondes la première fois.';

/** What a host that has started tells the terminal: its addresses, and who may sign in to the demo. */
export function startLines({ staffUrl, portalUrl, demo }: Pick<RunningHost, 'staffUrl' | 'portalUrl' | 'demo'>): string[] {
  return [
    ...(staffUrl ? [`Gestion : ${staffUrl}`] : []),
    ...(portalUrl ? [`Portail parents : ${portalUrl}`] : []),
    ...(demo ? ['Comptes de démonstration'] : []),
    ...(demo?.staff ?? []).map(({ email, password, role }) => `  gestion  ${email}  ${password}  (${ROLE_NAMES[role]})`),
    ...(demo?.parents ?? []).map(({ email, password, family }) => `  parents  ${email}  ${password}  (famille ${family})`),
  ];
}
