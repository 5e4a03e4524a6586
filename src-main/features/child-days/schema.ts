import type { Instant, LocalDate } from '../../kernel/local-date';

/** What was decided for one child, service and day. */
export interface DecidedDay {
  readonly childId: number;
  readonly service: string;
  readonly day: LocalDate;
  readonly state: 'booked' | 'cancelled';
  readonly timing: 'inTime' | 'late';
  readonly familyId: number;
  readonly decidedAt: Instant;
}
