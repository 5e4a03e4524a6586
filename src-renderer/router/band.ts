import type { Right } from '../../src-main/kernel/actor';

/** A room of the house as the band on the left shows it. */
export interface BandEntry {
  readonly label: string;
  readonly icon: string;
  /** Name of the route it leads to; a room whose page does not exist is not shown. */
  readonly route: string;
  /** Without it the entry is not shown; null = everybody. */
  readonly right: Right | null;
  readonly inside?: readonly BandEntry[];
}

/** The order of look.md. Pages appear here by registering the route of that name. */
export const BAND: readonly BandEntry[] = [
  { label: 'Accueil', icon: 'i-lucide-house', route: 'home', right: null },
  { label: 'Familles', icon: 'i-lucide-users', route: 'families', right: 'families.read' },
  { label: 'Réservations', icon: 'i-lucide-calendar-check', route: 'bookings', right: 'bookings.read' },
  { label: 'Présences', icon: 'i-lucide-clipboard-check', route: 'attendance', right: 'attendance.read' },
  { label: 'Facturation', icon: 'i-lucide-receipt-text', route: 'billing', right: 'billing.read' },
  { label: 'Règlements', icon: 'i-lucide-hand-coins', route: 'payments', right: 'payments.read' },
  { label: 'Documents', icon: 'i-lucide-files', route: 'documents', right: 'families.read' },
  { label: 'Messages', icon: 'i-lucide-messages-square', route: 'messages', right: 'messages.read' },
  {
    label: 'Portail', icon: 'i-lucide-globe', route: 'portal', right: null,
    inside: [
      { label: 'Comptes des parents', icon: 'i-lucide-key-round', route: 'portal-accounts', right: 'portal.manage' },
      { label: 'Actualités', icon: 'i-lucide-megaphone', route: 'news', right: 'portal.manage' },
      { label: 'Demandes', icon: 'i-lucide-user-pen', route: 'requests', right: 'families.write' },
      { label: 'Réglages du portail', icon: 'i-lucide-sliders-horizontal', route: 'settings-portal', right: 'portal.manage' },
      { label: 'Boîte d’envoi', icon: 'i-lucide-mail', route: 'outbox', right: 'mail.manage' },
    ],
  },
  {
    label: 'Réglages', icon: 'i-lucide-settings', route: 'settings', right: null,
    inside: [
      { label: 'Commune', icon: 'i-lucide-landmark', route: 'settings-town', right: 'town.write' },
      { label: 'Écoles et classes', icon: 'i-lucide-school', route: 'settings-schools', right: 'families.read' },
      { label: 'Prestations et tarifs', icon: 'i-lucide-scale', route: 'settings-rules', right: 'rules.write' },
      { label: 'Factures', icon: 'i-lucide-receipt-text', route: 'settings-billing', right: 'billing.write' },
      { label: 'Utilisateurs', icon: 'i-lucide-user-cog', route: 'settings-users', right: 'users.manage' },
      { label: 'Sauvegardes', icon: 'i-lucide-archive-restore', route: 'settings-backups', right: 'backup.manage' },
      { label: 'Messagerie', icon: 'i-lucide-server', route: 'settings-mail', right: 'mail.manage' },
    ],
  },
  { label: 'Journal', icon: 'i-lucide-scroll-text', route: 'journal', right: 'journal.read' },
];

/** The band for someone: rooms that exist and that they may enter. */
export function bandFor(exists: (route: string) => boolean, may: (right: Right | null) => boolean): BandEntry[] {
  const shown: BandEntry[] = [];
  for (const entry of BAND) {
    const inside = entry.inside && entry.inside.filter((sub) => exists(sub.route) && may(sub.right));
    if (inside ? inside.length > 0 : exists(entry.route) && may(entry.right)) shown.push({ ...entry, inside });
  }
  return shown;
}
