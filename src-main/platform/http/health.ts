import type { Middleware } from 'koa';
import type { Database } from '../database/database';

/** What a monitor asks at `/healthz`. */
export interface Health {
  readonly version: string;
  readonly database: 'reachable' | 'unreachable';
  readonly migrations: readonly string[];
}

/** Answers `/healthz`: version, database reachable, migrations done; 503 when the database is not. */
export function health(db: Database, version: string): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== '/healthz') return next();
    ctx.set('cache-control', 'no-store');
    try {
      const done = await db.select<{ name: string }>('SELECT name FROM migrations ORDER BY name');
      ctx.body = { version, database: 'reachable', migrations: done.map(({ name }) => name) } satisfies Health;
    } catch {
      ctx.status = 503;
      ctx.body = { version, database: 'unreachable', migrations: [] } satisfies Health;
    }
  };
}
