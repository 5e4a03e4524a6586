import type { Instant } from '../kernel/local-date';
import { secondsBetween } from '../platform/clock';
import type { Services } from '../platform/procedures/services';

/** Work that comes back: what it is called, when, what it does. */
export interface Job {
  readonly name: string;
  /** How often, or a rule of its own. */
  readonly when: number | ((services: Services, lastRunAt: Instant | null) => Promise<boolean>);
  run(services: Services): Promise<void>;
}

const TICK_MS = 30_000;

/**
 * Runs jobs when they are due. The last run of each is kept, so that a job missed while the
 * machine slept or was off runs once on waking, not once per missed turn.
 */
export class Jobs {
  private timer: NodeJS.Timeout | null = null;
  private turn: Promise<void> = Promise.resolve();

  constructor(private readonly services: Services, private readonly jobs: readonly Job[]) {}

  start(): void {
    this.timer = setInterval(() => void this.runDue(), TICK_MS);
    this.timer.unref();
    void this.runDue();
  }

  /** Runs each due job once; called on waking too. */
  runDue(): Promise<void> {
    this.turn = this.turn.then(() => this.runDueNow());
    return this.turn;
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.turn;
  }

  private async runDueNow(): Promise<void> {
    for (const job of this.jobs) {
      try {
        if (await this.isDue(job)) await this.runOne(job);
      } catch (err) {
        this.services.log.error({ err, job: job.name }, 'job failed');
      }
    }
  }

  private async isDue(job: Job): Promise<boolean> {
    const row = await this.services.db.selectOne<{ at: Instant }>('SELECT last_run_at AS at FROM job_runs WHERE job = $job', { job: job.name });
    if (typeof job.when === 'function') return job.when(this.services, row?.at ?? null);
    return !row || secondsBetween(row.at, this.services.clock.now()) >= job.when;
  }

  private async runOne(job: Job): Promise<void> {
    await job.run(this.services);
    const at = this.services.clock.now();
    await this.services.db.write(() =>
      this.services.db.run('INSERT INTO job_runs (job, last_run_at) VALUES ($job, $at) ON CONFLICT (job) DO UPDATE SET last_run_at = excluded.last_run_at', { job: job.name, at }));
  }
}
