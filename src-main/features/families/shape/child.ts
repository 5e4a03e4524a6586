import { z } from 'zod';
import type { LocalDate } from '../../../kernel/local-date';
import { LEVELS } from '../../schools/schema';
import type { Level } from '../../schools/schema';
import type { CustodyLink } from './custody';
import { flags } from './flags';
import { firstName, lastName, line, notes, optionalDay, phone, wordId } from './typed';
import { BLOOD_GROUPS, CONSENTS, DIETS, SEXES, SOCIAL_SCHEMES } from './words';
import type { BloodGroup, SocialScheme } from './words';

const id = z.int().positive();

const values = {
  lastName,
  firstName,
  sex: z.enum(SEXES),
  birthOn: optionalDay,
  birthPlace: line(80),
  schoolId: id.nullable(),
  classId: id.nullable(),
  level: z.enum(['', ...LEVELS]),
  category: wordId,
  diet: z.enum(DIETS),
  flags,
  notes,
};

/** Papers of a child and what the family says of it. What is left out stays as it is. */
const papers = z.strictObject({
  insuranceCompany: line(120),
  insurancePolicy: line(60),
  insuranceUntil: optionalDay,
  photoConsent: z.enum(CONSENTS),
  otherConsents: notes,
  remarks: notes,
}).partial();
export type ChildPapers = Required<z.output<typeof papers>>;

/** A new child: what is left out is empty. */
export const newChild = z.strictObject({ ...values, ...papers.shape }).partial().required({ lastName: true, firstName: true });
export type NewChild = z.input<typeof newChild>;

export const childChoice = z.strictObject({ childId: id });
export const addChildInput = z.strictObject({ familyId: id, child: newChild });
/** The whole file of a child as it stands after the change. */
export const saveChildInput = z.strictObject({ childId: id, version: z.int(), ...values, ...papers.shape });
export type SaveChildInput = z.input<typeof saveChildInput>;
export type ChildValues = Omit<z.output<typeof saveChildInput>, 'childId' | 'version'>;

/** A child as the pages of a family show it. */
export interface Child extends Readonly<Omit<ChildValues, keyof ChildPapers>>, Readonly<ChildPapers> {
  readonly id: number;
  readonly version: number;
  readonly level: Level | '';
  readonly schoolName: string;
  readonly className: string;
  /** Absent for those who may not read health data. */
  readonly hasPai?: boolean;
  readonly custody: readonly CustodyLink[];
  /** Families, not archived, of the child; two at most. */
  readonly families: readonly { readonly id: number; readonly name: string }[];
}

/** Who may collect a child and whom to call: adults of the family by its children. */
export const pickup = z.strictObject({ childId: id, personId: id, mayCollect: z.boolean(), callInEmergency: z.boolean() });
export type Pickup = Readonly<z.infer<typeof pickup>>;
export const savePickupsInput = z.strictObject({ familyId: id, version: z.int(), pickups: z.array(pickup).max(400) });

const healthText = z.string().trim().max(2000);
const care = z.strictObject({
  socialScheme: z.enum(SOCIAL_SCHEMES),
  bloodGroup: z.enum(BLOOD_GROUPS),
  doctor: line(120),
  doctorPhone: phone,
  tetanusOn: optionalDay,
}).partial();

/** Health data. `updatedAt` is what was read before (null: nothing recorded yet); what is left out stays as it is. */
export const saveHealthInput = z.strictObject({
  childId: id,
  updatedAt: z.string().max(40).nullable(),
  hasPai: z.boolean(),
  allergies: healthText,
  instructions: healthText,
  ...care.shape,
});
export type SaveHealthInput = z.input<typeof saveHealthInput>;
export type HealthValues = Omit<z.output<typeof saveHealthInput>, 'childId' | 'updatedAt'>;

export interface ChildHealth {
  readonly hasPai: boolean;
  readonly allergies: string;
  readonly instructions: string;
  readonly socialScheme: SocialScheme;
  readonly bloodGroup: BloodGroup;
  readonly doctor: string;
  readonly doctorPhone: string;
  readonly tetanusOn: LocalDate | null;
  readonly updatedAt: string | null;
}
