import { plusSeconds } from '../../platform/clock';
import type { Services } from '../../platform/procedures/services';

const KEPT_SECONDS = 90 * 86_400;

/** Forgets what access no longer needs: sessions over, failures and links older than 90 days. A daily job. */
export function purgeAccess({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<void> {
  const now = clock.now();
  const old = plusSeconds(now, -KEPT_SECONDS);
  return db.write(async () => {
    await db.run('DELETE FROM sessions WHERE expires_at <= $now', { now });
    await db.run('DELETE FROM sign_in_failures WHERE at < $old', { old });
    await db.run('DELETE FROM password_links WHERE expires_at < $old', { old });
  });
}
