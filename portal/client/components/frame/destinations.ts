import type { IconName } from '../icon-paths';

export interface Destination {
  readonly name: string;
  readonly label: string;
  readonly icon: IconName;
}

/** Where a parent may go, by the guides' names; others join as they are built. */
export const DESTINATIONS: readonly Destination[] = [
  { name: 'home', label: 'Accueil', icon: 'home' },
  { name: 'bookings', label: 'Réservations', icon: 'calendar' },
  { name: 'password', label: 'Mot de passe', icon: 'key' },
];
