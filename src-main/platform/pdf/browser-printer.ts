import type { Browser, Page } from 'puppeteer-core';
import { AppError } from '../../kernel/errors';
import type { Logger } from '../log';
import { findBrowser, howToGetBrowser } from './find-browser';
import type { Printer } from './printer';

const IDLE_MS = 60_000;
const LAUNCH_MS = 30_000;
/** A page of 200 invoices takes two seconds; a machine that is busy, ten times that. */
const PRINT_MS = 60_000;
const TRIES = 2;

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
}

/**
 * Prints through the Chromium, Chrome or Edge found on the machine. One browser serves everything,
 * one print after the other; it starts on first use, leaves after a minute of rest, and a browser
 * that died is started again. The host starts and works without one.
 */
export class BrowserPrinter implements Printer {
  private browser: Promise<Browser> | null = null;
  private turn: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private idle: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(private readonly options: BrowserPrinterOptions) {}

  print(html: string): Promise<Uint8Array> {
    this.waiting += 1;
    if (this.idle) clearTimeout(this.idle);
    const printed = this.turn.then(() => this.tryToPrint(html));
    this.turn = printed.catch(() => undefined).then(() => this.rest());
    return printed;
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.idle) clearTimeout(this.idle);
    await this.endBrowser();
  }

  private async tryToPrint(html: string): Promise<Uint8Array> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await printPage(await this.running(), html);
      } catch (err) {
        if (err instanceof AppError) throw err;
        this.options.log.warn({ err, attempt }, 'print failed');
        await this.endBrowser();
        if (attempt === TRIES || this.closed) throw new AppError('papers.printFailed', {}, 'conflict');
      }
    }
  }

  /** The browser, started when there is none. */
  private async running(): Promise<Browser> {
    if (this.closed) throw new AppError('papers.printFailed', {}, 'conflict');
    if (this.browser) {
      const browser = await this.browser;
      if (browser.connected) return browser;
    }
    const path = (this.options.find ?? findBrowser)();
    if (path === null) throw new AppError('papers.noBrowser', { how: howToGetBrowser() }, 'conflict');
    this.browser = launch(path);
    return this.browser;
  }

  private rest(): void {
    this.waiting -= 1;
    if (this.waiting > 0 || this.closed) return;
    this.idle = setTimeout(() => void this.endBrowser(), this.options.idleMs ?? IDLE_MS);
    this.idle.unref();
  }

  /** Ends the browser, kindly or not; the next print starts another. */
  private async endBrowser(): Promise<void> {
    const ending = this.browser;
    this.browser = null;
    if (!ending) return;
    try {
      await (await ending).close();
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
    executablePath, headless: true, timeout: LAUNCH_MS, protocolTimeout: PRINT_MS, args: [...ARGUMENTS, ...asRoot],
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
      format: 'A4', preferCSSPageSize: true, printBackground: true, tagged: true, timeout: PRINT_MS,
      // With scripts off, the promise that fonts are ready is never told; embedded ones are there once loaded.
      waitForFonts: false,
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
