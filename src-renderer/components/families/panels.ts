import type { LocalDate } from '../../../src-main/kernel/local-date';
import type { Adult, AdultKind, Child } from '../../../src-main/features/families/schema';

/** What the panel beside a family's page shows. */
export type Panel =
  | { readonly kind: 'adult'; readonly adult: Adult | null; readonly as: AdultKind }
  | { readonly kind: 'attach'; readonly as: AdultKind }
  | { readonly kind: 'child'; readonly child: Child | null }
  | { readonly kind: 'custody'; readonly child: Child }
  | { readonly kind: 'health'; readonly child: Child }
  | { readonly kind: 'pickups' }
  | { readonly kind: 'quotient'; /** A month end wants one in effect by this day. */ readonly neededOn?: LocalDate }
  | { readonly kind: 'residence' };
