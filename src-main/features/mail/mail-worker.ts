import type { Services } from '../../platform/procedures/services';
import { onMailQueued } from './mail-signal';
import { sendWaitingMails } from './send-waiting-mails';
import type { OpenSender } from './send-waiting-mails';

const TICK_MS = 20_000;

/** Empties the outbox in the background: when a mail is queued, when one is due again, when woken. */
export class MailWorker {
  private timer: NodeJS.Timeout | null = null;
  private ignore: (() => void) | null = null;
  private round: Promise<void> | null = null;
  private again = false;
  private stopped = false;

  constructor(private readonly services: Pick<Services, 'db' | 'clock' | 'log'>, private readonly open?: OpenSender) {}

  /** Sends what is due, what a crash interrupted first. */
  start(): void {
    this.ignore = onMailQueued(this.services.db, () => this.wake());
    this.timer = setInterval(() => this.wake(), TICK_MS);
    this.timer.unref();
    this.wake();
  }

  /** Sends what is due now; one round at a time, and one more for what came meanwhile. */
  wake(): void {
    if (this.stopped) return;
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

  /** Lets the mail under way finish, and sends no other. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.ignore?.();
    if (this.timer) clearInterval(this.timer);
    await this.idle();
  }

  private async run(): Promise<void> {
    try {
      await sendWaitingMails(this.services, () => this.stopped, this.open);
    } catch (err) {
      this.services.log.error({ err }, 'outbox');
    }
  }
}
