import { z } from 'zod';

/** Levels of nursery and primary school, in order of age. */
export const LEVELS = ['TPS', 'PS', 'MS', 'GS', 'CP', 'CE1', 'CE2', 'CM1', 'CM2'] as const;
export type Level = (typeof LEVELS)[number];

export const LEVEL_LABELS: Readonly<Record<Level, string>> = {
  TPS: 'Toute petite section', PS: 'Petite section', MS: 'Moyenne section', GS: 'Grande section',
  CP: 'CP', CE1: 'CE1', CE2: 'CE2', CM1: 'CM1', CM2: 'CM2',
};

const line = (longest: number) => z.string().max(longest).transform((typed) => typed.replace(/\s+/g, ' ').trim());
const id = z.int().positive();

export const schoolName = line(120).pipe(z.string().min(1, 'Indiquez le nom de l’école.'));
export const createSchoolInput = z.strictObject({ name: schoolName });
export const renameSchoolInput = z.strictObject({ schoolId: id, name: schoolName });
export const schoolChoice = z.strictObject({ schoolId: id });
export const classChoice = z.strictObject({ classId: id });

const classValues = {
  name: line(80).pipe(z.string().min(1, 'Indiquez le nom de la classe.')),
  levels: z.array(z.enum(LEVELS)).min(1, 'Cochez au moins un niveau.').max(LEVELS.length)
    .transform((levels) => LEVELS.filter((level) => levels.includes(level))),
  teacher: line(120).default(''),
};
export const createClassInput = z.strictObject({ schoolId: id, ...classValues });
export const saveClassInput = z.strictObject({ classId: id, ...classValues });
export type ClassInput = z.input<typeof createClassInput>;

/** A class with its children, those of archived families left out. */
export interface SchoolClass {
  readonly id: number;
  readonly name: string;
  readonly levels: readonly Level[];
  readonly teacher: string;
  readonly children: number;
  readonly archived: boolean;
}

export interface School {
  readonly id: number;
  /** Rulebooks name schools by it; it never changes. */
  readonly code: string;
  readonly name: string;
  readonly archived: boolean;
  readonly children: number;
  readonly classes: readonly SchoolClass[];
}
