import { z } from 'zod';
import { line, optionalDay } from './typed';
import type { AdultKind } from './words';

export const FAMILY_SORTS = ['rank', 'name', 'city', 'children', 'created'] as const;

export const searchInput = z.strictObject({
  text: z.string().max(200),
  /** Archived families too; by default only those that are not. */
  archived: z.boolean().default(false),
  limit: z.int().min(1).max(50).default(12),
});
export type SearchInput = z.input<typeof searchInput>;

export const listInput = z.strictObject({
  text: z.string().max(200).default(''),
  /** Only archived families, or only the others. */
  archived: z.boolean().default(false),
  schoolId: z.int().positive().optional(),
  classId: z.int().positive().optional(),
  sort: z.enum(FAMILY_SORTS).default('rank'),
  descending: z.boolean().default(false),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(200).default(60),
});
export type ListInput = z.input<typeof listInput>;

/** A family on one line. */
export interface FamilyLine {
  readonly id: number;
  readonly name: string;
  readonly archived: boolean;
  /** Guardians in order, then contacts. */
  readonly adults: readonly { readonly id: number; readonly name: string; readonly kind: AdultKind }[];
  readonly children: readonly { readonly id: number; readonly firstName: string; readonly lastName: string; readonly className: string; readonly level: string }[];
  /** Of the first guardian. */
  readonly city: string;
  readonly phone: string;
  readonly email: string;
}

export interface FamilyList {
  readonly total: number;
  readonly lines: readonly FamilyLine[];
}

const names = z.strictObject({ lastName: line(80), firstName: line(80), birthOn: optionalDay.catch(null).default(null) });

/** People about to be created. */
export const lookalikesInput = z.strictObject({ adults: z.array(names).max(14).default([]), children: z.array(names).max(12).default([]) });
export type LookalikesInput = z.input<typeof lookalikesInput>;

/** Someone known of the same names, and of the same birth where both are known. */
export interface Lookalike {
  readonly kind: 'adult' | 'child';
  readonly id: number;
  readonly name: string;
  readonly familyId: number;
  readonly familyName: string;
  readonly archived: boolean;
  readonly sameBirth: boolean;
}
