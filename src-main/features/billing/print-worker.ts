import type { Services } from '../../platform/procedures/services';
import { onPapersWanted, printStateOf } from '../papers/print-signal';
import { printRound } from './print-round';

const TICK_MS = 60_000;
/** A month end is issued by batches, and a host that starts has better to do: what comes within a moment is printed together. */
const GATHER_MS = 1_000;

/** Prints invoices in the background: when some were issued, after a crash, and again when something stood in the way. */
export class PrintWorker {
  private timer: NodeJS.Timeout | null = null;
  private gathering: NodeJS.Timeout | null = null;
  private ignore: (() => void) | null = null;
  private round: Promise<void> | null = null;
  private again = false;
  private closed = false;

  constructor(private readonly services: Services, private readonly gatherMs = GATHER_MS) {}

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

  /** Prints what waits; one round at a time, and one more for what came meanwhile. */
  wake(): void {
    if (this.isStopped()) return;
    if (this.round) {
      this.again = true;
      return;
    }
    this.round = this.run().finally(() => {
      this.round = null;
      if (!this.again) return;
      this.again = false;
      this.wake();
    });
  }

  /** Resolves when no round is under way. */
  async idle(): Promise<void> {
    while (this.round) await this.round;
  }

  /** Lets the batch under way finish, and prints no other. */
  async stop(): Promise<void> {
    this.closed = true;
    this.ignore?.();
    if (this.timer) clearInterval(this.timer);
    if (this.gathering) clearTimeout(this.gathering);
    await this.idle();
  }

  private isStopped(): boolean {
    return this.closed || printStateOf(this.services.db).isStopped;
  }

  private async run(): Promise<void> {
    try {
      await printRound(this.services, () => this.isStopped());
    } catch (err) {
      this.services.log.error({ err }, 'printing');
    }
  }
}
