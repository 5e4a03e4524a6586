import Koa from 'koa';
import { deviceName } from '../platform/http/device';
import { health } from '../platform/http/health';
import { pages } from '../platform/http/pages';
import { rpc } from '../platform/http/rpc';
import { securityHeaders } from '../platform/http/security-headers';
import type { Services, SessionPort } from '../platform/procedures/services';
import type { StaffRouter } from './staff-router';
import { VERSION } from './version';

export interface StaffDoor {
  readonly router: StaffRouter;
  readonly services: Services;
  readonly sessions: SessionPort;
  readonly pagesFolder: string;
  readonly trustProxy: boolean;
  readonly secure: boolean;
}

const LARGEST_CALL_BYTES = 20_000_000;

/** The staff's door over HTTP: tablets, a second PC, and every page where there is no Electron. */
export function createStaffApp({ router, services, sessions, pagesFolder, trustProxy, secure }: StaffDoor): Koa {
  // One proxy is trusted: what stands before it in the header was written by the caller.
  const app = new Koa({ proxy: trustProxy, maxIpsCount: 1 });
  app.silent = true;
  app.on('error', (err: unknown) => services.log.warn({ err }, 'staff door'));
  app.use(securityHeaders({ secure, inlineStyles: true }));
  app.use(health(services.db, VERSION));
  app.use(rpc({
    router,
    maxBodyBytes: LARGEST_CALL_BYTES,
    doorContext: (ctx) => ({
      services, sessions,
      token: /^Bearer (\S+)$/.exec(ctx.get('authorization'))?.[1] ?? null,
      address: ctx.ip,
      device: deviceName(ctx.get('user-agent')),
    }),
  }));
  // The staff pages route behind the #, as they must in the desktop window: one address serves them.
  app.use(pages(pagesFolder, { single: false }));
  app.use((ctx) => {
    if (!ctx.path.includes('.')) ctx.redirect('/');
  });
  return app;
}
