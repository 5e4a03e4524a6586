import { z } from 'zod';
import type { LocalDate } from '../../../kernel/local-date';
import { email, lastName, line, notes, optionalDay, phone, postcode } from './typed';
import { ADULT_KINDS, CIVILITIES, MARITAL_STATUSES, PARENTAL_AUTHORITIES, RELATIONS } from './words';
import type { AdultKind } from './words';

const id = z.int().positive();

/** A person, whatever the family. */
const person = {
  civility: z.enum(CIVILITIES),
  lastName,
  firstName: line(80),
  birthOn: optionalDay,
  birthPlace: line(80),
  maritalStatus: z.enum(MARITAL_STATUSES),
  address: line(200),
  postcode,
  city: line(80),
  homePhone: phone,
  mobilePhone: phone,
  officePhone: phone,
  email,
  occupation: line(80),
  employer: line(80),
  employerPhone: phone,
  notes,
};

/** "Divers": what the family itself says. Left out, it stays as it is. */
const said = { remarks: notes.optional() };

/** A person's place in one family. */
const place = { relation: z.enum(RELATIONS), parentalAuthority: z.enum(PARENTAL_AUTHORITIES) };

interface Names {
  readonly civility?: string | undefined;
  readonly firstName: string;
}
const hasFirstName = ({ civility, firstName }: Names): boolean => firstName !== '' || civility === 'organisation';
const FIRST_NAME = { path: ['firstName'], error: 'Indiquez le prénom.' };

const newAdultShape = z.strictObject({ ...person, ...said, ...place }).partial().required({ lastName: true, firstName: true });

/** A new adult: what is left out is empty. Only an organisation goes without first name. */
export const newAdult = newAdultShape.refine(hasFirstName, FIRST_NAME);
export type NewAdult = z.input<typeof newAdult>;

const familyAndPerson = { familyId: id, personId: id };
export const adultChoice = z.strictObject(familyAndPerson);

export const addAdultInput = z.strictObject({ familyId: id, kind: z.enum(ADULT_KINDS), adult: newAdult });
/** A person who is known already, of another family. */
export const attachAdultInput = z.strictObject({ ...familyAndPerson, kind: z.enum(ADULT_KINDS), ...z.strictObject(place).partial().shape });
export const moveAdultInput = z.strictObject({ ...familyAndPerson, direction: z.enum(['up', 'down']) });
/** The whole file of an adult as it stands after the change. */
export const saveAdultInput = z
  .strictObject({ ...familyAndPerson, version: z.int(), kind: z.enum(ADULT_KINDS), ...person, ...said, ...place })
  .refine(hasFirstName, FIRST_NAME);
export type SaveAdultInput = z.input<typeof saveAdultInput>;

type PersonValues = Omit<z.output<typeof saveAdultInput>, 'familyId' | 'personId' | 'version' | 'kind'>;

/** An adult of a family as the pages show it. */
export interface Adult extends Readonly<PersonValues> {
  readonly personId: number;
  readonly version: number;
  readonly kind: AdultKind;
  readonly birthOn: LocalDate | null;
  readonly remarks: string;
  /** Other families, not archived, that this person belongs to. */
  readonly otherFamilies: readonly { readonly id: number; readonly name: string }[];
}
