import { shell } from 'electron';
import type { WebContents } from 'electron';
import { isForBrowser, isPagesUrl, RESTART_URL } from './addresses';

/**
 * Keeps a page where it is: no new window, no frame from elsewhere, no way out of the program.
 * Links to the web or to a mail go to the system's own programs.
 */
export function lockNavigation(contents: WebContents, restart: () => void): void {
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => {
    if (isPagesUrl(event.url)) return;
    event.preventDefault();
    if (event.url === RESTART_URL) restart();
    else openOutside(event.url);
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

function openOutside(url: string): void {
  if (isForBrowser(url)) void shell.openExternal(url);
}
