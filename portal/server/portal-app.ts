import { Router } from '@koa/router';
import Koa from 'koa';
import { notFound } from '../../src-main/kernel/errors';
import { health } from '../../src-main/platform/http/health';
import { pages } from '../../src-main/platform/http/pages';
import { rpc } from '../../src-main/platform/http/rpc';
import { securityHeaders } from '../../src-main/platform/http/security-headers';
import { doorContextOf } from './door-context';
import type { PortalDoor } from './door-context';
import { frenchErrors } from './french-errors';
import { frontPage } from './front-page';
import { gzipAnswers } from './gzip-answers';
import { neverKept } from './never-kept';
import { parentRouter } from './parent-router';
import { documentRoutes } from './routes/document-routes';
import { legalRoute } from './routes/legal-route';
import { logoRoute } from './routes/logo-route';
import { messageFileRoute } from './routes/message-file-route';
import { paperRoutes } from './routes/paper-routes';
import { passwordRoutes } from './routes/password-routes';
import { sessionRoutes } from './routes/session-routes';
import { uploadRoute } from './routes/upload-route';
import { sameOrigin } from './same-origin';
import { townPath } from './town-path';

export interface PortalOptions extends PortalDoor {
  /** The built pages. */
  readonly staticFolder: string;
  /** True behind a proxy that sets X-Forwarded-For: the address it saw is the caller's. */
  readonly trustProxy: boolean;
  /** True under TLS, ours or the proxy's. */
  readonly secure: boolean;
  /** The program's version, told at `/healthz`. */
  readonly version: string;
}

const LARGEST_CALL_BYTES = 200_000;

/** The parents' door. It never listens on the staff's port, and knows none of the staff's procedures. */
export function createPortalApp({ services, sessions, staticFolder, trustProxy, secure, version }: PortalOptions): Koa {
  const door = { services, sessions };
  // One proxy is trusted: what stands before it in the header was written by the caller.
  const app = new Koa({ proxy: trustProxy, maxIpsCount: 1 });
  app.silent = true;
  app.on('error', (err: unknown) => services.log.warn({ err }, 'parents’ door'));
  app.use(securityHeaders({ secure, inlineStyles: false }));
  app.use(health(services.db, version));
  app.use(frenchErrors(services));
  app.use(townPath(services));
  app.use(sameOrigin());
  app.use(neverKept());
  app.use(gzipAnswers());
  app.use(rpc({ router: parentRouter, maxBodyBytes: LARGEST_CALL_BYTES, doorContext: (ctx) => doorContextOf(door, ctx) }));
  app.use(apiRouter(door).routes() as Koa.Middleware);
  app.use(frontPage(staticFolder));
  app.use(pages(staticFolder));
  return app;
}

/** Every plain route of the parents' door. */
export function apiRouter(door: PortalDoor): Router {
  const router = new Router();
  sessionRoutes(router, door);
  passwordRoutes(router, door);
  logoRoute(router, door);
  legalRoute(router, door);
  paperRoutes(router, door);
  uploadRoute(router, door);
  messageFileRoute(router, door);
  documentRoutes(router, door);
  router.all('/api/{*rest}', () => {
    throw notFound();
  });
  return router;
}
