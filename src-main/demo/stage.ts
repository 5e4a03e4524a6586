import { RIGHTS_BY_ROLE } from '../kernel/actor';
import type { Actor, StaffActor, StaffRole } from '../kernel/actor';
import { addDays, localDateTime, toInstant } from '../kernel/local-date';
import type { LocalDate, LocalDateTime } from '../kernel/local-date';
import { settableClock } from '../platform/clock';
import type { SettableClock } from '../platform/clock';
import type { Context, Services } from '../platform/procedures/services';
import type { Random } from './random';

/** Something that happens in the demo town, at a time of its wall clock. */
export interface Deed {
  readonly at: LocalDateTime;
  readonly run: () => Promise<void>;
}

/** Where the demo is played: a clock that is set from deed to deed, and who acts. */
export class Stage {
  readonly clock: SettableClock;
  private readonly deeds: Deed[] = [];

  constructor(
    private readonly services: Services,
    readonly random: Random,
    /** The day on which the town is looked at; everything happens before it. */
    readonly today: LocalDate,
    /** Year of the September that began the school year. */
    readonly schoolYear: number,
    private readonly timeZone: string,
  ) {
    this.clock = settableClock(services.clock.now());
  }

  get db(): Services['db'] {
    return this.services.db;
  }

  as<A extends Actor>(actor: A): Context<A> {
    return { ...this.services, clock: this.clock, actor };
  }

  /** Plans a deed. Nothing is planned later than yesterday evening: the town's links and limits then hold all day. */
  plan(day: LocalDate, time: string, run: () => Promise<void>): void {
    const last = localDateTime(addDays(this.today, -1), '20:00');
    const at = localDateTime(day, time);
    this.deeds.push({ at: at < last ? at : last, run });
  }

  /** True when a deed of that day and time lies before the end of the play. */
  isOver(day: LocalDate): boolean {
    return day < this.today;
  }

  setTime(day: LocalDate, time: string): void {
    this.clock.set(toInstant(localDateTime(day, time), this.timeZone));
  }

  /** Plays what is planned in order of time; what is planned meanwhile is played too. */
  async play(): Promise<void> {
    while (this.deeds.length > 0) {
      this.deeds.sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0));
      const deed = this.deeds.shift()!;
      this.clock.set(toInstant(deed.at, this.timeZone));
      await deed.run();
    }
  }
}

/** A member of staff as if signed in. */
export function staffActor(id: number, name: string, role: StaffRole, healthRight: boolean): StaffActor {
  return { kind: 'staff', id, name, role, rights: [...RIGHTS_BY_ROLE[role], ...(healthRight ? ['health.read' as const] : [])], sessionId: 0 };
}
