import { z } from 'zod';
import { isLocalDate } from '../../kernel/local-date';
import type { Instant, LocalDate } from '../../kernel/local-date';

const day = z.string().refine(isLocalDate, 'Cette date n’existe pas.') as unknown as z.ZodType<LocalDate, string>;
const id = z.int().positive();

/** Headings that the page proposes; a town may write its own. They come first, in this order. */
export const CATEGORIES = ['Menus', 'Règlements', 'Activités', 'Informations'] as const;

export const AUDIENCES = ['all', 'school', 'class', 'service', 'family'] as const;
export type AudienceKind = (typeof AUDIENCES)[number];

/** Whom a document is for. */
export const audience = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('school'), id: z.int('Choisissez une école.').positive() }),
  z.strictObject({ kind: z.literal('class'), id: z.int('Choisissez une classe.').positive() }),
  z.strictObject({ kind: z.literal('service'), code: z.string('Choisissez une prestation.').min(1, 'Choisissez une prestation.').max(40), label: z.string().trim().min(1).max(120) }),
  z.strictObject({ kind: z.literal('family'), id: z.int('Choisissez une famille.').positive() }),
]);
export type Audience = z.output<typeof audience>;

const told = {
  category: z.string().trim().min(1, 'Choisissez une rubrique ou écrivez la vôtre.').max(60, 'Cette rubrique est trop longue : 60 caractères au plus.'),
  name: z.string().trim().min(1, 'Donnez un nom au document.').max(120, 'Ce nom est trop long : 120 caractères au plus.'),
  description: z.string().trim().max(500, 'Cette description est trop longue : 500 caractères au plus.'),
  fromOn: day,
  untilOn: day.nullable(),
};
const endsAfterItBegins = { error: 'La fin ne peut pas précéder le début.', path: ['untilOn'] };
const inOrder = ({ fromOn, untilOn }: { fromOn: string; untilOn: string | null }): boolean => untilOn === null || untilOn >= fromOn;

export const publishInput = z.strictObject({ ...told, audience, uploadId: z.int('Choisissez le fichier à publier.').positive(), requestKey: z.uuid() }).refine(inOrder, endsAfterItBegins);
export type PublishInput = z.output<typeof publishInput>;

export const changeDocumentInput = z.strictObject({ ...told, id, version: z.int() }).refine(inOrder, endsAfterItBegins);
export type ChangeDocumentInput = z.output<typeof changeDocumentInput>;

export const documentChoice = z.strictObject({ id });
export const PUBLISHED_STATES = ['shown', 'coming', 'ended', 'withdrawn'] as const;
export type PublishedState = (typeof PUBLISHED_STATES)[number];
export const publishedRequest = z.strictObject({ show: z.enum(['current', 'past']), search: z.string().max(120) });
export type PublishedRequest = z.output<typeof publishedRequest>;

/** A document as the town hall lists it. */
export interface PublishedDocument {
  readonly id: number;
  readonly category: string;
  readonly name: string;
  readonly description: string;
  readonly fileName: string;
  readonly type: string;
  readonly bytes: number;
  readonly audience: AudienceKind;
  readonly audienceLabel: string;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate | null;
  readonly publishedAt: Instant;
  readonly publishedBy: string;
  readonly withdrawnAt: Instant | null;
  readonly version: number;
  readonly state: PublishedState;
  /** Parents who opened it. */
  readonly readers: number;
}

/** A parent for whom a document is, and when they first opened it. */
export interface DocumentReader {
  readonly personId: number;
  readonly name: string;
  readonly familyId: number;
  readonly familyName: string;
  readonly readAt: Instant | null;
}

export interface ParentDocument {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly bytes: number;
  readonly fromOn: LocalDate;
  readonly audienceLabel: string;
  readonly isNew: boolean;
}

export interface ParentCategory {
  readonly name: string;
  readonly unread: number;
  readonly documents: readonly ParentDocument[];
}
