import { BrowserWindow, dialog, screen } from 'electron';
import { isPagesUrl, PAGES_URL, STOPPED_URL } from './addresses';
import { offerContextMenu } from './context-menu';
import { lockNavigation } from './lock-navigation';
import type { WindowState } from './settings';
import { shellTexts } from './texts.fr';
import { fitToScreens, USUAL_WINDOW } from './window-state';

export interface StaffWindowOptions {
  readonly preload: string;
  readonly icon: string;
  readonly state: WindowState | null;
  readonly keepState: (state: WindowState) => void;
  /** The pages are there, or there again: they need a line to the host. */
  readonly onPages: (window: BrowserWindow) => void;
  readonly restart: () => void;
}

/** Opens the one window of the program: isolated, sandboxed pages without Node. */
export function openStaffWindow(options: StaffWindowOptions): BrowserWindow {
  const { maximized, ...bounds } = fitToScreens(options.state ?? USUAL_WINDOW, screen.getAllDisplays().map(({ workArea }) => workArea));
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: 'Préau',
    icon: options.icon,
    backgroundColor: '#fbfaf7',
    webPreferences: {
      preload: options.preload, contextIsolation: true, sandbox: true, nodeIntegration: false, webviewTag: false,
      // The spelling dictionaries would be fetched from the internet.
      spellcheck: false,
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => options.keepState({ ...window.getNormalBounds(), maximized: window.isMaximized() }));

  const { webContents } = window;
  lockNavigation(webContents, options.restart);
  offerContextMenu(webContents);
  webContents.on('did-finish-load', () => {
    if (isPagesUrl(webContents.getURL())) options.onPages(window);
  });
  webContents.on('will-prevent-unload', (event) => {
    if (leavesUnsaved(window)) event.preventDefault();
  });
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') showPages(window);
  });
  return window;
}

export function showPages(window: BrowserWindow): void {
  // Leaving for another page before it has loaded rejects; the other page then tells.
  window.loadURL(PAGES_URL).catch(() => undefined);
}

export function showStopped(window: BrowserWindow): void {
  window.loadURL(STOPPED_URL).catch(() => undefined);
}

/** Shows a page by its address in the pages' router, without loading the pages anew. */
export function goTo(window: BrowserWindow, path: string): void {
  const url = `${PAGES_URL}#${path}`;
  const current = window.webContents.getURL();
  if (isPagesUrl(current) && current !== url) window.loadURL(url).catch(() => undefined);
}

/** The pages hold something unsaved: asks whether to leave all the same. */
function leavesUnsaved(window: BrowserWindow): boolean {
  const { message, detail, stay, leave } = shellTexts.unsaved;
  return dialog.showMessageBoxSync(window, { type: 'question', message, detail, buttons: [stay, leave], defaultId: 0, cancelId: 0, noLink: true }) === 1;
}
