import { createHash } from 'node:crypto';
import { AppError } from '../../kernel/errors';
import type { Instant } from '../../kernel/local-date';
import { plusSeconds, secondsBetween } from '../../platform/clock';
import type { Services } from '../../platform/procedures/services';
import { judgeTries } from './throttle';
import type { ThrottlePolicy, Verdict } from './throttle';

type Needs = Pick<Services, 'db' | 'clock'>;

/** Whose tries are counted, and how strictly. */
export interface TrySubject {
  readonly subject: string;
  readonly policy: ThrottlePolicy;
  readonly lastSuccessAt: Instant | null;
}

const REMEMBERED_DAYS = 90;

/** Subject for what was typed where no account is known; hashed, as people type passwords in the wrong field. */
export const subjectOfLogin = (kind: string, login: string): string =>
  `${kind}:${createHash('sha256').update(login.trim().toLowerCase()).digest('base64url')}`;

/** Subject for a network address; a subscriber's whole IPv6 /64 counts as one. */
export function subjectOfAddress(kind: string, address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  return `${kind}:${plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain}`;
}

/**
 * Counts a try as a failure before it is made, so that tries sent at once are judged one after
 * the other; `forgiveTry` takes it back when it succeeds. Throws AppError `accounts.wait` or
 * `accounts.blocked`, whether or not an account exists.
 */
export function reserveTry(context: Needs, subjects: readonly TrySubject[]): Promise<void> {
  const at = context.clock.now();
  return context.db.write(async () => {
    for (const subject of subjects) refuse(await judge(context, subject), at);
    for (const { subject } of subjects) {
      await context.db.run('INSERT INTO sign_in_failures (subject, at) VALUES ($subject, $at)', { subject, at });
    }
  });
}

/** Takes back the try just reserved: it succeeded. Inside a write. */
export async function forgiveTry(context: Needs, subjects: readonly TrySubject[]): Promise<void> {
  for (const { subject } of subjects) {
    await context.db.run('DELETE FROM sign_in_failures WHERE id = (SELECT max(id) FROM sign_in_failures WHERE subject = $subject)', { subject });
  }
}

/** Forgets all failures of a subject: staff or a mail link opened it again. Inside a write. */
export async function clearTries({ db }: Pick<Services, 'db'>, subject: string): Promise<void> {
  await db.run('DELETE FROM sign_in_failures WHERE subject = $subject', { subject });
}

/** What a subject's failures so far allow. */
export async function judge({ db, clock }: Needs, { subject, policy, lastSuccessAt }: TrySubject): Promise<Verdict> {
  const now = clock.now();
  const rows = await db.select<{ at: Instant }>(
    'SELECT at FROM sign_in_failures WHERE subject = $subject AND at > $since',
    { subject, since: plusSeconds(now, -REMEMBERED_DAYS * 86_400) },
  );
  return judgeTries(policy, rows.map(({ at }) => at), lastSuccessAt, now);
}

function refuse(verdict: Verdict, now: Instant): void {
  if (verdict.state === 'blocked') throw new AppError('accounts.blocked', {}, 'tooMany');
  if (verdict.state === 'wait') {
    throw new AppError('accounts.wait', { minutes: Math.max(1, Math.ceil(secondsBetween(now, verdict.until) / 60)) }, 'tooMany');
  }
}
