import { z } from 'zod';
import { id } from './words';

/** What the town's invoices say, and who pays them. */

const text = (longest: number) => z.string().trim().max(longest, `${String(longest)} caractères au plus.`);
const series = z.string().trim().regex(/^[A-Z0-9]{1,6}$/, 'Une série compte une à six majuscules ou chiffres, par exemple F.');

export const billingSettingsInput = z
  .strictObject({
    version: z.int(),
    header: text(500),
    paymentText: text(1500),
    recourseText: text(1000),
    footer: text(500),
    issuerName: text(120),
    issuerQuality: text(120),
    invoiceSeries: series,
    creditSeries: series,
    receiptSeries: series,
    dueDays: z.int().min(0, 'De 0 à 120 jours.').max(120, 'De 0 à 120 jours.'),
  })
  .refine(({ invoiceSeries, creditSeries, receiptSeries }) => new Set([invoiceSeries, creditSeries, receiptSeries]).size === 3, {
    path: ['creditSeries'], error: 'Les factures, les avoirs et les reçus ont chacun leur série.',
  });
export type BillingSettingsInput = z.input<typeof billingSettingsInput>;
export type BillingSettings = Readonly<z.output<typeof billingSettingsInput>>;

export const familyOfPayers = z.strictObject({ familyId: id });
export const sharesInput = z.strictObject({
  familyId: id,
  /** Empty: the first guardian pays all. */
  shares: z.array(z.strictObject({
    personId: id,
    percent: z.int('Un pourcentage entier, de 1 à 100.').min(1, 'Un pourcentage entier, de 1 à 100.').max(100, 'Un pourcentage entier, de 1 à 100.'),
  })).max(4)
    .refine((shares) => shares.length === 0 || shares.reduce((sum, { percent }) => sum + percent, 0) === 100, 'Les parts doivent faire 100 % au total.')
    .refine((shares) => new Set(shares.map(({ personId }) => personId)).size === shares.length, 'La même personne est choisie deux fois.'),
});
export type SharesInput = z.input<typeof sharesInput>;
export const byPostInput = z.strictObject({ familyId: id, byPost: z.boolean() });

export interface FamilyPayers {
  readonly familyId: number;
  /** Guardians in the family's order with the percent each pays (0: pays nothing). */
  readonly guardians: readonly { readonly personId: number; readonly name: string; readonly email: string; readonly hasAddress: boolean; readonly percent: number }[];
  /** True when nobody chose: the first guardian pays all. */
  readonly isDefault: boolean;
  readonly byPost: boolean;
}

/** Something that does not add up, in French, with figures. None is ever expected. */
export interface BillingFault {
  readonly sentence: string;
  readonly familyId: number | null;
}
export interface AccountsCheck {
  readonly faults: readonly BillingFault[];
  /** "312 factures, 308 familles, 24 118,40 € : tout concorde." */
  readonly sentence: string;
}
