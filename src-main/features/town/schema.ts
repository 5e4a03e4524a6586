import { z } from 'zod';
import type { PublicPortal } from './portal-settings-schema';
import { isSiret } from './siret';

export const SCHOOL_ZONES = ['A', 'B', 'C', 'none'] as const;
export const PASSWORD_RULES = ['guide', 'strict'] as const;

const text = (longest: number) => z.string().trim().max(longest);

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('fr-FR', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The town as staff type it. */
export const townInput = z.strictObject({
  name: text(120).min(1, 'Indiquez le nom de la commune ou de la structure.'),
  address: text(200).min(1, 'Indiquez l’adresse.'),
  postcode: z.string().trim().regex(/^\d{5}$/, 'Le code postal a cinq chiffres, par exemple 22300.'),
  city: text(80).min(1, 'Indiquez la ville.'),
  phone: text(30).regex(/^[+\d][\d\s.]{8,}$/, 'Indiquez un numéro de téléphone, par exemple 02 96 12 34 56.'),
  email: z.email().max(120),
  siret: z.string().transform((typed) => typed.replace(/\s/g, '')).refine((siret) => siret === '' || isSiret(siret), {
    error: 'Ce SIRET n’est pas valable : il a quatorze chiffres, dont le dernier est une clé. Vérifiez la saisie.',
  }),
  schoolZone: z.enum(SCHOOL_ZONES),
  holidayRegion: z.enum(['', '57', '67', '68']).default(''),
  timeZone: z.string().refine(isTimeZone, 'Ce fuseau horaire n’existe pas.'),
});
export type TownInput = z.input<typeof townInput>;

export interface Town extends z.output<typeof townInput> {
  readonly passwordRule: (typeof PASSWORD_RULES)[number];
  readonly isDemo: boolean;
  readonly hasLogo: boolean;
  readonly version: number;
}

/** The town as anyone may see it on the portal. */
export type PublicTown = Pick<Town, 'name' | 'address' | 'postcode' | 'city' | 'phone' | 'email' | 'hasLogo' | 'isDemo' | 'passwordRule'> & { readonly portal: PublicPortal };
