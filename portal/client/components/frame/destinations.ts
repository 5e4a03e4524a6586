import { computed } from 'vue';
import { session } from '../../state/session';
import type { IconName } from '../icon-paths';

export interface Destination {
  readonly name: string;
  readonly label: string;
  readonly icon: IconName;
  /** Pages behind it, which keep its mark. */
  readonly behind?: readonly string[];
}

const HOME: Destination = { name: 'home', label: 'Accueil', icon: 'home' };
const BOOKINGS: Destination = { name: 'bookings', label: 'Réservations', icon: 'calendar' };
const ATTENDANCE: Destination = { name: 'attendance', label: 'Présences', icon: 'roll' };
const INVOICES: Destination = { name: 'invoices', label: 'Factures', icon: 'receipt', behind: ['invoice'] };
const documents = computed<Destination>(() => ({ name: 'documents', label: session.town?.portal.words === 'monFoyer' ? 'Mes documents' : 'Documents', icon: 'file', behind: ['sendDocument'] }));
const PASSWORD: Destination = { name: 'password', label: 'Mot de passe', icon: 'key' };
const MORE: Destination = { name: 'more', label: 'Plus', icon: 'more', behind: ['attendance', 'documents', 'sendDocument', 'password'] };

/** The town may keep its roll calls to itself. */
const attendance = computed(() => (session.town?.portal.showsAttendance === false ? [] : [ATTENDANCE]));

/** Where a parent may go, by the guides' names: all of it at the top of a desktop. */
export const topDestinations = computed<readonly Destination[]>(() => [HOME, BOOKINGS, ...attendance.value, INVOICES, documents.value, PASSWORD]);
/** At the thumb of a phone: at most five. */
export const bottomDestinations: readonly Destination[] = [HOME, BOOKINGS, INVOICES, MORE];
/** What the phone's "Plus" leads to. */
export const moreDestinations = computed<readonly Destination[]>(() => [...attendance.value, documents.value, PASSWORD]);
