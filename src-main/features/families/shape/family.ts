import { z } from 'zod';
import type { LocalDate } from '../../../kernel/local-date';
import { newAdult } from './adult';
import type { Adult } from './adult';
import { newChild } from './child';
import type { Child, Pickup } from './child';
import { flags } from './flags';
import { recordQuotientInput } from './quotient';
import type { QuotientEntry } from './quotient';
import { line, notes, wordId } from './typed';
import { FUNDS } from './words';

const id = z.int().positive();

const residence = {
  zone: z.union([z.literal(''), wordId], { error: 'Choisissez une valeur de la liste.' }),
  fund: z.enum(FUNDS),
  fundNumber: line(30),
  flags,
  notes,
};

const fundIsKnown = ({ fund, fundNumber }: { fund?: string | undefined; fundNumber?: string | undefined }): boolean => !fundNumber || Boolean(fund);
const FUND = { path: ['fund'], error: 'Choisissez la caisse (CAF, MSA ou autre) de ce numéro d’allocataire.' };

export const familyChoice = z.strictObject({ familyId: id });

/** Where a family lives, and its fund. */
export const saveResidenceInput = z.strictObject({ familyId: id, version: z.int(), ...residence }).refine(fundIsKnown, FUND);
export type SaveResidenceInput = z.input<typeof saveResidenceInput>;

/** A whole family at once: the wizard's. */
export const createFamilyInput = z
  .strictObject({
    guardians: z.array(newAdult).min(1, 'Il faut au moins un responsable.').max(4),
    contacts: z.array(newAdult).max(10).default([]),
    children: z.array(newChild).max(12).default([]),
    quotient: recordQuotientInput.omit({ familyId: true }).nullable().default(null),
    ...z.strictObject(residence).partial().shape,
  })
  .refine(fundIsKnown, FUND);
export type CreateFamilyInput = z.input<typeof createFamilyInput>;

export interface CreatedFamily {
  readonly familyId: number;
  readonly guardianIds: readonly number[];
  readonly contactIds: readonly number[];
  readonly childIds: readonly number[];
}

/** One family's page. */
export interface FamilyFile extends Readonly<Omit<z.output<typeof saveResidenceInput>, 'familyId'>> {
  readonly id: number;
  /** The day it is in the town: ages are counted on it. */
  readonly today: LocalDate;
  readonly name: string;
  readonly archivedAt: string | null;
  readonly createdAt: string;
  /** In order: the first one receives the invoices. */
  readonly guardians: readonly Adult[];
  readonly contacts: readonly Adult[];
  readonly children: readonly Child[];
  readonly pickups: readonly Pickup[];
  /** The newest first. */
  readonly quotients: readonly QuotientEntry[];
  /** The family quotient of today; null when unknown. */
  readonly quotientToday: { readonly value: string; readonly fromOn: LocalDate } | null;
  /** What the file still lacks, as words: "le code postal de Paul ALAIN". Empty: "fiche complète". */
  readonly missing: readonly string[];
  /** Whether the reader may open health data. */
  readonly mayReadHealth: boolean;
}

/** What archiving would change, told before. */
export interface ArchivePreview {
  readonly futureBookings: number;
  readonly enrolments: number;
  /** Holders of a portal account who have no other family. */
  readonly soleAccounts: number;
  /** French sentences, in order of weight. */
  readonly consequences: readonly string[];
}
