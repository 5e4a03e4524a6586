import type { Router } from '@koa/router';
import { findLogo } from '../../../src-main/features/town/queries';
import { notFound } from '../../../src-main/kernel/errors';
import type { PortalDoor } from '../door-context';

/** The town's logo; browsers keep it ten minutes. */
export function logoRoute(router: Router, { services: { db } }: PortalDoor): void {
  router.get('/api/logo', async (ctx) => {
    const logo = await db.memo('logo', () => findLogo(db));
    if (!logo) throw notFound();
    ctx.type = logo.type;
    ctx.set('cache-control', 'public, max-age=600');
    ctx.body = Buffer.from(logo.bytes);
  });
}
