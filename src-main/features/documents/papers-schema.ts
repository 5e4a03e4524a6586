import { z } from 'zod';
import { isLocalDate } from '../../kernel/local-date';
import type { Instant, LocalDate } from '../../kernel/local-date';
import type { ParentCategory } from './published-schema';

const day = z.string().refine(isLocalDate, 'Cette date n’existe pas.') as unknown as z.ZodType<LocalDate, string>;
const id = z.int().positive();

export const paperKindInput = z.strictObject({
  /** Null: a new one. */
  id: id.nullable(),
  version: z.int(),
  name: z.string().trim().min(1, 'Donnez un nom à cette pièce.').max(80, 'Ce nom est trop long : 80 caractères au plus.'),
  about: z.enum(['child', 'family']),
  help: z.string().trim().max(500, 'Cette aide est trop longue : 500 caractères au plus.'),
  required: z.boolean(),
  renewed: z.boolean(),
  health: z.boolean(),
});
export type PaperKindInput = z.output<typeof paperKindInput>;
export interface PaperKind extends Omit<PaperKindInput, 'id'> { readonly id: number }
export const kindChoice = z.strictObject({ id, version: z.int() });

export const MOST_PAGES = 10;
const sending = {
  familyId: id,
  /** Null: about the whole family. */
  childId: id.nullable(),
  /** Null: something that nobody asked for; its name is then told. */
  kindId: id.nullable(),
  name: z.string().trim().max(120, 'Ce nom est trop long : 120 caractères au plus.'),
  description: z.string().trim().max(500, 'Cette description est trop longue : 500 caractères au plus.'),
  uploadIds: z.array(id).min(1, 'Choisissez au moins un fichier.').max(MOST_PAGES, `Un document compte au plus ${MOST_PAGES} fichiers.`),
  requestKey: z.uuid(),
};
export const sendPaperInput = z.strictObject(sending);
export type SendPaperInput = z.output<typeof sendPaperInput>;
/** Staff who hold the paper accept it at once. */
export const addPaperInput = z.strictObject({ ...sending, validUntil: day.nullable() });
export type AddPaperInput = z.output<typeof addPaperInput>;

export const acceptPaperInput = z.strictObject({ id, version: z.int(), validUntil: day.nullable() });
export const refusePaperInput = z.strictObject({
  id, version: z.int(),
  reason: z.string().trim().min(1, 'Dites à la famille pourquoi : elle lira ce motif.').max(300, 'Ce motif est trop long : 300 caractères au plus.'),
});
export const paperChoice = z.strictObject({ id });
export const familyPapersChoice = z.strictObject({ familyId: id });
export const lackingRequest = z.strictObject({ classId: id.nullable(), kindId: id.nullable() });
export type LackingRequest = z.output<typeof lackingRequest>;
export const remindInput = z.strictObject({ familyIds: z.array(id).min(1, 'Choisissez au moins une famille.').max(2000) });
export const staffUploadInput = z.strictObject({ name: z.string().max(300), bytes: z.instanceof(Uint8Array) });

export const STANDINGS = ['missing', 'optional', 'waiting', 'accepted', 'expiring', 'expired', 'refused'] as const;
/** Where a paper stands for a child or a family; `optional`: not sent, and need not be. */
export type StandingState = (typeof STANDINGS)[number];

export interface Standing {
  readonly state: StandingState;
  /** "accepté jusqu’au 31 août 2027", "refusé : illisible". */
  readonly words: string;
  /** True while an accepted paper counts, whatever was sent since. */
  readonly covered: boolean;
  readonly validUntil: LocalDate | null;
}

export interface PaperFile { readonly id: number; readonly name: string; readonly type: string; readonly bytes: number }

/** A paper as it was sent. */
export interface SentPaper {
  readonly id: number;
  readonly kindId: number | null;
  readonly familyId: number;
  readonly familyName: string;
  readonly childId: number | null;
  /** Whom it is about: "Anna ALAIN", "Famille ALAIN". */
  readonly personName: string;
  readonly className: string;
  readonly name: string;
  readonly description: string;
  readonly sentAt: Instant;
  readonly sentOn: LocalDate;
  readonly sentBy: string;
  readonly state: 'waiting' | 'accepted' | 'refused' | 'replaced';
  readonly words: string;
  readonly decidedAt: Instant | null;
  readonly decidedBy: string;
  readonly validUntil: LocalDate | null;
  readonly reason: string;
  readonly renewed: boolean;
  readonly health: boolean;
  readonly version: number;
  readonly files: readonly PaperFile[];
}

/** One kind for one child or family. */
export interface Requirement {
  readonly kindId: number;
  readonly name: string;
  readonly help: string;
  readonly required: boolean;
  readonly renewed: boolean;
  readonly standing: Standing;
}

/** A child, or the family itself (no `childId`), with what is asked about them. */
export interface Subject {
  readonly familyId: number;
  readonly familyName: string;
  readonly childId: number | null;
  readonly name: string;
  readonly classId: number | null;
  readonly className: string;
  readonly requirements: readonly Requirement[];
}

/** A parent's page: what the town hands out, what it asks for, what was sent. */
export interface ParentDesk {
  readonly categories: readonly ParentCategory[];
  readonly subjects: readonly Subject[];
  readonly sent: readonly SentPaper[];
}

/** What the portal's first page tells of documents. */
export interface DocumentNews {
  /** Published documents that this parent has not opened. */
  readonly unread: number;
  readonly missing: number;
  readonly expiring: number;
  readonly refused: number;
  /** A sentence each, the most pressing first: "Assurance scolaire de Théo : à fournir". */
  readonly tasks: readonly DocumentTask[];
}
export interface DocumentTask {
  readonly state: 'refused' | 'missing' | 'expired' | 'expiring';
  readonly words: string;
  readonly kindId: number;
  readonly familyId: number;
  readonly childId: number | null;
}

export interface FamilyPapers { readonly subjects: readonly Subject[]; readonly sent: readonly SentPaper[] }

/** A family that lacks something required. */
export interface LackingFamily {
  readonly familyId: number;
  readonly name: string;
  readonly classes: string;
  /** "Assurance scolaire de Théo : expirée". */
  readonly lacks: readonly string[];
  readonly email: string;
  /** The day of the last reminder. */
  readonly remindedOn: LocalDate | null;
}

export interface ReminderOutcome {
  readonly mailed: number;
  /** Reminded today already. */
  readonly already: number;
  /** Without an address, or with nothing missing any more. */
  readonly skipped: number;
  readonly sentence: string;
}
