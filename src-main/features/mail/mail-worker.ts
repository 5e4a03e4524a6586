import { BackgroundRounds } from '../../platform/background-rounds';
import type { Services } from '../../platform/procedures/services';
import { onMailQueued } from './mail-signal';
import { sendWaitingMails } from './send-waiting-mails';
import type { OpenSender } from './send-waiting-mails';

const TICK_MS = 20_000;

/** Empties the outbox in the background: when a mail is queued, when one is due again, when woken. */
export class MailWorker {
  private readonly rounds: BackgroundRounds;
  private timer: NodeJS.Timeout | null = null;
  private ignore: (() => void) | null = null;

  constructor(private readonly services: Pick<Services, 'db' | 'clock' | 'log'>, open?: OpenSender) {
    this.rounds = new BackgroundRounds({
      run: (isStopped) => sendWaitingMails(services, isStopped, open),
      failed: (err) => services.log.error({ err }, 'outbox'),
    });
  }

  /** Sends what is due, what a crash interrupted first. */
  start(): void {
    this.ignore = onMailQueued(this.services.db, () => this.wake());
    this.timer = setInterval(() => this.wake(), TICK_MS);
    this.timer.unref();
    this.wake();
  }

  /** Sends what is due now. */
  wake(): void {
    this.rounds.wake();
  }

  idle(): Promise<void> {
    return this.rounds.idle();
  }

  /** Lets the mail under way finish, and sends no other. */
  async stop(): Promise<void> {
    this.ignore?.();
    if (this.timer) clearInterval(this.timer);
    await this.rounds.stop();
  }
}
