import { BrowserWindow, session } from 'electron';
import type { Session } from 'electron';

const SCHEME = 'preau-print';
const TIMEOUT_MS = 60_000;

const pages = new Map<string, string>();
let lastPage = 0;
let room: Session | null = null;

/** A session of its own, kept in memory: it knows the pages to print and no other address. */
function printRoom(): Session {
  if (room) return room;
  room = session.fromPartition('print');
  room.protocol.handle(SCHEME, ({ url }) => new Response(pages.get(url) ?? null, { headers: { 'content-type': 'text/html; charset=utf-8' } }));
  room.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !/^(preau-print|data):/.test(url) }));
  return room;
}

/**
 * Prints a page in a window that is never shown: no scripts, no network. Rejects when it does not
 * load or takes more than a minute.
 */
export async function printInWindow(html: string): Promise<Uint8Array> {
  lastPage += 1;
  const url = `${SCHEME}://page/${String(lastPage)}`;
  pages.set(url, html);
  const window = new BrowserWindow({ show: false, webPreferences: { session: printRoom(), sandbox: true, javascript: false, contextIsolation: true, nodeIntegration: false } });
  const tooLong = setTimeout(() => window.destroy(), TIMEOUT_MS);
  try {
    await window.loadURL(url);
    return new Uint8Array(await window.webContents.printToPDF({ pageSize: 'A4', preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true }));
  } finally {
    clearTimeout(tooLong);
    pages.delete(url);
    if (!window.isDestroyed()) window.destroy();
  }
}
