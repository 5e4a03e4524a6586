import type { LocalDate, LocalDateTime } from '../../kernel/local-date';
import type { Calendar, Version } from './schema';

/** Last instant at which an action is in time; `none`: always in time; `never`: never; null: not fixed by the council. */
export type Limit = LocalDateTime | 'none' | 'never' | null;

/** The limit that a named deadline sets for a service day. The instant itself is in time unless the deadline is `strict`. */
export function limitOf(version: Version, added: Calendar | undefined, deadline: string, service: string, day: LocalDate): Limit {
  void version; void added; void deadline; void service; void day;
  return 'none';
}
