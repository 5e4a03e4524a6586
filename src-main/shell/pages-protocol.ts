import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';
import { SCHEME, STOPPED_URL } from './addresses';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.json': 'application/json',
};

/** As at the staff's HTTP door; the component library sets styles inline. */
const PAGES_POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; " +
  "connect-src 'self'; frame-src blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const STOPPED_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Before Electron is ready: the scheme counts as a secure origin of its own. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
}

/** Serves the built pages from a folder, and the page that says why the host has stopped. */
export function servePages(folder: string, stoppedPage: () => string): void {
  protocol.handle(SCHEME, async ({ url }) => {
    if (url.startsWith(STOPPED_URL)) return html(stoppedPage(), STOPPED_POLICY);
    return (await fileAnswer(folder, new URL(url).pathname)) ?? new Response(null, { status: 404 });
  });
}

async function fileAnswer(folder: string, pathname: string): Promise<Response | null> {
  const path = normalize(join(folder, pathname === '/' ? 'index.html' : decodeURIComponent(pathname)));
  if (!path.startsWith(folder + sep)) return null;
  try {
    return answer(await readFile(path), TYPES[extname(path)] ?? 'application/octet-stream', PAGES_POLICY);
  } catch {
    return null;
  }
}

const html = (text: string, policy: string): Response => answer(text, 'text/html; charset=utf-8', policy);

function answer(body: string | Uint8Array<ArrayBuffer>, type: string, policy: string): Response {
  return new Response(body, { headers: { 'content-type': type, 'content-security-policy': policy, 'x-content-type-options': 'nosniff' } });
}
