import { powerMonitor } from 'electron';
import { toLocal } from '../kernel/local-date';
import type { Instant, LocalDateTime } from '../kernel/local-date';
import { secondsBetween } from '../platform/clock';
import type { Clock } from '../platform/clock';

export interface Sleep {
  readonly from: LocalDateTime;
  readonly to: LocalDateTime;
}

/** A nap that short closes the portal for nobody. */
const WORTH_TELLING_SECONDS = 120;

/** Calls back on waking, with the sleep when it was long enough to be told. */
export function watchSleep(clock: Clock, timeZone: string, onWake: (sleep: Sleep | null) => void): void {
  let asleepSince: Instant | null = null;
  powerMonitor.on('suspend', () => {
    asleepSince ??= clock.now();
  });
  powerMonitor.on('resume', () => {
    const [from, to] = [asleepSince, clock.now()];
    asleepSince = null;
    const long = from !== null && secondsBetween(from, to) >= WORTH_TELLING_SECONDS;
    onWake(long ? { from: toLocal(from, timeZone), to: toLocal(to, timeZone) } : null);
  });
}
