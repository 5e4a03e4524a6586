/** The shell's own scheme: pages have an origin of their own, and no file of the computer is reachable. */
export const SCHEME = 'preau';
/** The staff pages. */
export const PAGES_URL = `${SCHEME}://pages/`;
/** Shown instead of them while the host does not run. */
export const STOPPED_URL = `${SCHEME}://stopped/`;
/** A link on that page that the shell answers by starting the host again. */
export const RESTART_URL = `${STOPPED_URL}restart`;

export const isPagesUrl = (url: string): boolean => url.startsWith(PAGES_URL);

/** Addresses that may leave the program: the web over TLS and mail. Anything else stays unopened. */
export function isForBrowser(url: string): boolean {
  return URL.canParse(url) && ['https:', 'mailto:'].includes(new URL(url).protocol);
}
