import type { Browser, Page } from 'puppeteer-core';
import { AppError } from '../../kernel/errors';
import type { Logger } from '../log';
import { findBrowser, howToGetBrowser } from './find-browser';
import type { Printer, PrintHtml } from './printer';

const IDLE_MS = 60_000;
const LAUNCH_MS = 30_000;
/** A page of 200 invoices takes two seconds; a machine that is busy, ten times that. */
const PRINT_MS = 60_000;
/** Its own failure, and twice another's that took the browser down with it. */
const TRIES = 3;
/** Each print keeps one processor at work. */
const AT_ONCE = 2;

/** Nothing but printing: no network, no first run, no updates, no GPU. */
const ARGUMENTS = [
  '--disable-gpu', '--disable-dev-shm-usage', '--disable-extensions', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--mute-audio', '--no-first-run', '--no-default-browser-check', '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND', '--proxy-server=http://127.0.0.1:9', '--proxy-bypass-list=<-loopback>',
];

export interface BrowserPrinterOptions {
  readonly log: Logger;
  /** Where the browser is; null: none on this machine. */
  readonly find?: () => string | null;
  readonly idleMs?: number;
  /** Prints where none is found: the desktop's own. */
  readonly otherwise?: PrintHtml | undefined;
}

/**
 * Prints through the Chromium, Chrome or Edge found on the machine. One browser serves everything,
 * two prints at a time; it starts on first use, leaves after a minute of rest, and a browser that died
 * is started again. The host starts and works without one.
 */
export class BrowserPrinter implements Printer {
  private browser: Promise<Browser> | null = null;
  private readonly waiting: (() => void)[] = [];
  private atWork = 0;
  private idle: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(private readonly options: BrowserPrinterOptions) {}

  async print(html: string): Promise<Uint8Array> {
    await this.takeTurn();
    try {
      return await this.tryToPrint(html);
    } finally {
      this.endTurn();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.idle) clearTimeout(this.idle);
    await this.endBrowser(null);
  }

  private async tryToPrint(html: string): Promise<Uint8Array> {
    for (let attempt = 1; ; attempt += 1) {
      const browser = this.running();
      try {
        return await (browser === null ? this.printOtherwise(html) : printPage(await browser, html));
      } catch (err) {
        if (err instanceof AppError) throw err;
        this.options.log.warn({ err, attempt }, 'print failed');
        if (browser) await this.endBrowser(browser);
        if (attempt === TRIES || this.closed) throw new AppError('papers.printFailed', {}, 'conflict');
      }
    }
  }

  private printOtherwise(html: string): Promise<Uint8Array> {
    if (this.options.otherwise) return this.options.otherwise(html);
    return Promise.reject(new AppError('papers.noBrowser', { how: howToGetBrowser() }, 'conflict'));
  }

  /** The browser, started when it is not up; null where the machine has none. */
  private running(): Promise<Browser> | null {
    if (this.browser) return this.browser;
    if (this.closed) return Promise.reject(new AppError('papers.printFailed', {}, 'conflict'));
    const path = (this.options.find ?? findBrowser)();
    if (path === null) return null;
    const browser = launch(path);
    this.browser = browser;
    // One that dies, or never comes up, is forgotten at once: the next print starts another.
    const forget = (): void => {
      if (this.browser === browser) this.browser = null;
    };
    browser.then((started) => started.once('disconnected', forget), forget);
    return browser;
  }

  private async takeTurn(): Promise<void> {
    if (this.idle) clearTimeout(this.idle);
    if (this.atWork >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.atWork += 1;
  }

  /** Hands the turn on, or lets the browser rest. */
  private endTurn(): void {
    const next = this.waiting.shift();
    if (next) return next();
    this.atWork -= 1;
    if (this.atWork > 0 || this.closed) return;
    this.idle = setTimeout(() => void this.endBrowser(null), this.options.idleMs ?? IDLE_MS);
    this.idle.unref();
  }

  /** Ends this browser, or the present one (null), kindly or not. */
  private async endBrowser(which: Promise<Browser> | null): Promise<void> {
    const ending = which ?? this.browser;
    if (this.browser === ending) this.browser = null;
    try {
      await (await ending)?.close();
    } catch (err) {
      this.options.log.warn({ err }, 'the browser was gone already');
    }
  }
}

/** Loaded on the first print only: the host starts without it. */
async function launch(executablePath: string): Promise<Browser> {
  const { launch: start } = await import('puppeteer-core');
  // Chromium's sandbox does not run as root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return start({
    // Over a pipe: when the host is killed, the browser ends with it rather than staying behind.
    executablePath, headless: true, pipe: true, timeout: LAUNCH_MS, protocolTimeout: PRINT_MS, args: [...ARGUMENTS, ...asRoot],
    // The host itself ends it, in its own order.
    handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false,
  });
}

async function printPage(browser: Browser, html: string): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    await lockDown(page);
    await page.setContent(html, { waitUntil: 'load', timeout: PRINT_MS });
    return await page.pdf({
      format: 'A4', preferCSSPageSize: true, printBackground: true, tagged: true, waitForFonts: true, timeout: PRINT_MS,
    });
  } finally {
    if (browser.connected) await page.close();
  }
}

/** What is printed holds all it needs: it may run nothing and ask for nothing. */
async function lockDown(page: Page): Promise<void> {
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
}
