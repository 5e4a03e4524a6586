import { BackgroundRounds } from '../../platform/background-rounds';
import type { Services } from '../../platform/procedures/services';
import { onPapersWanted, printStateOf } from '../papers/print-signal';
import { printRound } from './print-round';

const TICK_MS = 60_000;
/** A month end is issued by batches, and a host that starts has better to do: what comes within a moment is printed together. */
const GATHER_MS = 1_000;

/** Prints invoices in the background: when some were issued, after a crash, and again when something stood in the way. */
export class PrintWorker {
  private readonly rounds: BackgroundRounds;
  private timer: NodeJS.Timeout | null = null;
  private gathering: NodeJS.Timeout | null = null;
  private ignore: (() => void) | null = null;

  constructor(private readonly services: Services, private readonly gatherMs = GATHER_MS) {
    this.rounds = new BackgroundRounds({
      run: (isStopped) => printRound(services, isStopped),
      failed: (err) => services.log.error({ err }, 'printing'),
      isHeld: () => printStateOf(services.db).isStopped,
    });
  }

  start(): void {
    this.ignore = onPapersWanted(this.services.db, () => this.wakeSoon());
    this.timer = setInterval(() => {
      if (printStateOf(this.services.db).fault !== null) this.wake();
    }, TICK_MS);
    this.timer.unref();
    this.wakeSoon();
  }

  private wakeSoon(): void {
    if (this.gathering) return;
    this.gathering = setTimeout(() => {
      this.gathering = null;
      this.wake();
    }, this.gatherMs);
    this.gathering.unref();
  }

  /** Prints what waits. */
  wake(): void {
    this.rounds.wake();
  }

  idle(): Promise<void> {
    return this.rounds.idle();
  }

  /** Lets the batch under way finish, and prints no other. */
  async stop(): Promise<void> {
    this.ignore?.();
    if (this.timer) clearInterval(this.timer);
    if (this.gathering) clearTimeout(this.gathering);
    await this.rounds.stop();
  }
}
