import { z } from 'zod';
import { ACCESSIBILITY_STATES } from '../../kernel/accessibility-state';

/** How the portal names its pages: as the second guide ("Famille"), or as the third ("MON FOYER"). */
export const PORTAL_WORDS = ['famille', 'monFoyer'] as const;
/** What a parent may do with a piece of the file. */
export const FIELD_RULES = ['hidden', 'readOnly', 'direct', 'approved'] as const;
export type FieldRule = (typeof FIELD_RULES)[number];

/** The parts of the file that the town rules on, in the guides' order (features 11–21). */
export const FILE_PARTS = [
  'identity', 'contact', 'familyStatus', 'work', 'contacts', 'pickups', 'childIdentity', 'childSchool', 'childMeals', 'childHealth', 'childInsurance', 'childConsents',
] as const;
export type FilePart = (typeof FILE_PARTS)[number];

const longText = z.string().trim().max(8000, 'Ce texte est trop long : 8 000 caractères au plus.');

/** What the town chooses for its portal (docs/portal-settings.md says which choices give which guide). */
export const portalSettings = z.strictObject({
  /** The town's own path, `/saint-aubin`; empty = at the root. */
  slug: z.string().trim().regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, 'Seulement des minuscules, des chiffres et des tirets : « saint-aubin ».').max(60, 'Cette adresse est trop longue : 60 caractères au plus.'),
  words: z.enum(PORTAL_WORDS),
  /** The period of a page of bookings and of attendance. */
  period: z.enum(['week', 'month']),
  /** Ticks are kept until "Valider", or saved at once. */
  saving: z.enum(['validate', 'immediate']),
  showsAttendance: z.boolean(),
  contact: z.enum(['form', 'conversations']),
  fileParts: z.record(z.enum(FILE_PARTS), z.enum(FIELD_RULES)),
  /** The town's colour, `#1f6f5c`; darkened by the program where it would not be readable. */
  colour: z.string().trim().regex(/^#[0-9a-f]{6}$/i, 'Une couleur s’écrit avec un dièse et six caractères, par exemple #1f6f5c.'),
  /** What the foot of every page says; the town answers for it. */
  accessibility: z.enum(ACCESSIBILITY_STATES),
  legalText: longText,
  privacyText: longText,
  accessibilityText: longText,
});
export type PortalSettings = z.output<typeof portalSettings>;

/** Names that the portal itself answers to: a town under one of them would hide its own pages. */
export const RESERVED_PATHS = [
  'api', 'rpc', 'healthz', 'assets', 'connexion', 'mot-de-passe-oublie', 'nouveau-mot-de-passe', 'accueil', 'foyer', 'enfants', 'reservations', 'presences', 'factures', 'documents',
  'messages', 'mentions-legales', 'donnees-personnelles', 'accessibilite', 'plus', 'mot-de-passe',
] as const;

export const savePortalSettingsInput = portalSettings.extend({
  version: z.int(),
  slug: portalSettings.shape.slug.refine((slug) => !(RESERVED_PATHS as readonly string[]).includes(slug), 'Le portail se sert déjà de ce mot pour une de ses pages. Prenez par exemple le nom de la commune.'),
});

/** What a town has before it chose anything: the third guide's portal with the second's "Valider". */
export const DEFAULT_PORTAL_SETTINGS: PortalSettings = {
  slug: '', words: 'monFoyer', period: 'week', saving: 'validate', showsAttendance: true, contact: 'conversations',
  fileParts: {
    identity: 'approved', contact: 'direct', familyStatus: 'approved', work: 'direct', contacts: 'approved', pickups: 'direct', childIdentity: 'approved', childSchool: 'readOnly',
    childMeals: 'approved', childHealth: 'approved', childInsurance: 'direct', childConsents: 'direct',
  },
  colour: '#1f6f5c', accessibility: 'none', legalText: '', privacyText: '', accessibilityText: '',
};

/** What every page of the portal knows of it, signed in or not. */
export type PublicPortal = Pick<PortalSettings, 'slug' | 'words' | 'period' | 'saving' | 'showsAttendance' | 'contact' | 'colour' | 'accessibility'> & {
  /** False when the town hides the whole file. */
  readonly showsFile: boolean;
};
