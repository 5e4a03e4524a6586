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

/** A page under the names of the second guide and of the third; `short` at the thumb of a phone. */
interface Page extends Omit<Destination, 'label'> {
  readonly famille: string;
  readonly monFoyer: string;
  readonly short?: string;
}

/** Every page, in the order of the guides' main band. */
const PAGES: readonly Page[] = [
  { name: 'home', famille: 'Accueil', monFoyer: 'Accueil', icon: 'home' },
  { name: 'family-file', famille: 'Famille', monFoyer: 'Mon foyer', icon: 'person' },
  { name: 'children', famille: 'Enfants', monFoyer: 'Mes enfants', icon: 'children', behind: ['child'] },
  { name: 'bookings', famille: 'Réservations', monFoyer: 'Réservations', icon: 'calendar', behind: ['bulk-bookings', 'booking-history', 'booking-receipt'] },
  { name: 'attendance', famille: 'Présences', monFoyer: 'Présences', icon: 'roll' },
  { name: 'invoices', famille: 'Factures', monFoyer: 'Mes factures', short: 'Factures', icon: 'receipt', behind: ['invoice'] },
  { name: 'documents', famille: 'Documents', monFoyer: 'Mes documents', icon: 'file', behind: ['sendDocument'] },
  { name: 'messages', famille: 'Contact', monFoyer: 'Messagerie', icon: 'mail', behind: ['conversation', 'newMessage'] },
  { name: 'password', famille: 'Mot de passe', monFoyer: 'Mot de passe', icon: 'key' },
];
const AT_THE_THUMB = ['home', 'bookings', 'invoices', 'messages'];

const words = computed(() => session.town?.portal.words ?? 'monFoyer');

/** What the town shows: it may keep its roll calls to itself, and hide the family's file. */
const shown = computed(() => {
  const portal = session.town?.portal;
  const hidden = new Set([...(portal?.showsAttendance === false ? ['attendance'] : []), ...(portal?.showsFile === false ? ['family-file', 'children'] : [])]);
  return PAGES.filter(({ name }) => !hidden.has(name));
});

const named = (page: Page): Destination => ({ ...page, label: page[words.value] });

/** The name of a page in the town's words; null when the portal has no such page. */
export const nameOfPage = (name: unknown): string | null => PAGES.find((page) => page.name === name)?.[words.value] ?? null;

/** Where a parent may go, by the guides' names: all of it at the top of a desktop. */
export const topDestinations = computed<readonly Destination[]>(() => shown.value.map(named));
/** What the phone's "Plus" leads to. */
export const moreDestinations = computed<readonly Destination[]>(() => topDestinations.value.filter(({ name }) => !AT_THE_THUMB.includes(name)));
/** At the thumb of a phone: at most five. */
export const bottomDestinations = computed<readonly Destination[]>(() => [
  ...shown.value.filter(({ name }) => AT_THE_THUMB.includes(name)).map((page) => ({ ...page, label: page.short ?? page[words.value] })),
  { name: 'more', label: 'Plus', icon: 'more', behind: moreDestinations.value.flatMap(({ name, behind = [] }) => [name, ...behind]) },
]);

/** True on the page itself and on those behind it. */
export const isAt = (destination: Destination, route: unknown): boolean => destination.name === route || destination.behind?.includes(String(route)) === true;
