import helmet from 'koa-helmet';
import type { Middleware } from 'koa';

export interface SecurityOptions {
  /** True under TLS, ours or the trusted proxy's: HSTS is then sent. */
  readonly secure: boolean;
  /** The staff pages' component library sets styles inline; the portal does not need it. */
  readonly inlineStyles: boolean;
}

/** Strict headers for both doors: scripts from the program alone, no framing, no referrer. */
export function securityHeaders({ secure, inlineStyles }: SecurityOptions): Middleware {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: inlineStyles ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        // The staff look at papers in a frame; those hold their fonts within.
        fontSrc: inlineStyles ? ["'self'", 'data:'] : ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
  });
}
