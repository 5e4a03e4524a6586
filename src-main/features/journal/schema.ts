import { z } from 'zod';

/** One deed as it was done. `before` and `after` hold only what changed, never health data or secrets. */
export interface JournalEntry {
  readonly id: number;
  readonly at: string;
  readonly actorKind: 'staff' | 'parent' | 'system';
  readonly actorName: string;
  /** Stable code of the deed (`family.archive`); the pages word it through `subject`. */
  readonly action: string;
  /** The deed as a French sentence, with names as they were: "Famille ALAIN archivée". */
  readonly subject: string;
  readonly familyId: number | null;
  readonly childId: number | null;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

export const journalFilter = z.strictObject({
  familyId: z.int().positive().optional(),
  search: z.string().max(80).optional(),
  /** Entries older than this one: pages of the list go backwards. */
  beforeId: z.int().positive().optional(),
  limit: z.int().min(1).max(200).default(50),
});
export type JournalFilter = z.input<typeof journalFilter>;
