import type { LocalDate } from '../../kernel/local-date';
import type { QuotientEntry } from './schema';

type Entry = Pick<QuotientEntry, 'measure' | 'value' | 'fromOn' | 'withdrawnAt'>;

/** The entry of a measure in effect on a day: the last to begin that is not withdrawn; null before the first. */
export function quotientOn<E extends Entry>(entries: readonly E[], measure: string, day: LocalDate): E | null {
  let found: E | null = null;
  for (const entry of entries) {
    if (entry.measure !== measure || entry.withdrawnAt !== null || entry.fromOn > day) continue;
    if (found === null || entry.fromOn > found.fromOn) found = entry;
  }
  return found;
}
