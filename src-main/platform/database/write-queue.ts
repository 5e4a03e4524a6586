/** Runs asynchronous work one at a time, in the order asked. A failure does not stop the next. */
export class WriteQueue {
  private last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work, work);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** Resolves when all work asked so far has ended. */
  async idle(): Promise<void> {
    await this.last;
  }
}
