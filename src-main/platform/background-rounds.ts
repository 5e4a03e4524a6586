/** Work done in the background by rounds, each one taking all that waits: mails to send, papers to print. */
export interface Round {
  /** Does what waits; asks now and then whether it should stop early. */
  run(isStopped: () => boolean): Promise<unknown>;
  /** Hears why a round failed: the next one tries again. */
  failed(error: unknown): void;
  /** True while nothing may begin, beyond being closed. */
  isHeld?(): boolean;
}

/** One round at a time, and one more for what came meanwhile. */
export class BackgroundRounds {
  private current: Promise<void> | null = null;
  private again = false;
  private closed = false;

  constructor(private readonly round: Round) {}

  wake(): void {
    if (this.isStopped()) return;
    if (this.current) {
      this.again = true;
      return;
    }
    this.current = this.runOnce().finally(() => {
      this.current = null;
      if (!this.again) return;
      this.again = false;
      this.wake();
    });
  }

  /** Resolves when no round is under way. */
  async idle(): Promise<void> {
    while (this.current) await this.current;
  }

  /** Lets what is under way finish, and begins nothing more. */
  async stop(): Promise<void> {
    this.closed = true;
    await this.idle();
  }

  private isStopped(): boolean {
    return this.closed || this.round.isHeld?.() === true;
  }

  private async runOnce(): Promise<void> {
    try {
      await this.round.run(() => this.isStopped());
    } catch (error) {
      this.round.failed(error);
    }
  }
}
