import { z } from 'zod';
import type { Instant, LocalDate } from '../../kernel/local-date';

const day = z.iso.date('Choisissez un jour.').transform((text) => text as LocalDate);

/** A piece of news as staff type it; `id` null for a new one, then `version` is 0. */
export const newsInput = z.strictObject({
  id: z.int().nullable(),
  title: z.string().trim().min(1, 'Donnez un titre à cette actualité.').max(120, 'Ce titre est trop long : 120 caractères au plus.'),
  html: z.string().max(10_000, 'Ce texte est trop long : écrivez-le plus court, ou publiez un document.'),
  fromOn: day,
  /** Last day shown; null until it is withdrawn. */
  untilOn: day.nullable(),
  pinned: z.boolean(),
  version: z.int(),
});
export type NewsInput = z.output<typeof newsInput>;

export const newsChoice = z.strictObject({ id: z.int() });
export const newsPreviewInput = newsInput.pick({ html: true });

/** Where a piece of news stands today. */
export type NewsState = 'coming' | 'shown' | 'over' | 'withdrawn';

export interface NewsLine {
  readonly id: number;
  readonly title: string;
  /** Sanitised by the server. */
  readonly html: string;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate | null;
  readonly pinned: boolean;
  readonly state: NewsState;
  readonly publishedBy: string;
  readonly publishedAt: Instant;
  readonly version: number;
}

/** A piece of news as parents read it. */
export type ShownNews = Pick<NewsLine, 'id' | 'title' | 'html' | 'fromOn'>;
