import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { launch } from 'puppeteer-core';
import type { Browser } from 'puppeteer-core';
import { findBrowser } from '../../src-main/platform/pdf/find-browser';
import { endHost, PORTAL, signInAll, startDemoHost } from './demo-host';
import { percentile } from './table';
import type { Measure } from './table';

/** The pages of a parent's month; the first is a visitor's. */
const PAGES: Readonly<Record<string, string>> = { login: '/connexion', home: '/accueil', bookings: '/reservations', invoices: '/factures' };
const GOALS = { performance: 95, accessibility: 100, 'best-practices': 95 } as const;
const RUNS = process.env.PREAU_QUICK ? 3 : 5;

type Category = keyof typeof GOALS;
const CATEGORIES = Object.keys(GOALS) as Category[];

/** What Lighthouse finds on a middling phone (its own mobile settings), each figure the median of several runs. */
export async function benchLighthouse(): Promise<Measure[]> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('no Chromium, Chrome or Edge was found');
  const folder = mkdtempSync(join(tmpdir(), 'preau-lighthouse-'));
  const { host } = await startDemoHost(folder);
  const browser = await launch({ executablePath, headless: true, args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'] });
  try {
    const [cookie] = await signInAll(folder);
    const measures: Measure[] = [];
    for (const [name, path] of Object.entries(PAGES)) {
      if (name !== 'login') await wearSession(browser, cookie!);
      measures.push(...await measurePage(browser, name, `${PORTAL}${path}`));
    }
    return measures;
  } finally {
    await browser.close();
    await endHost(host);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function wearSession(browser: Browser, pair: string): Promise<void> {
  const [name, value] = pair.split('=') as [string, string];
  await browser.setCookie({ name, value, domain: '127.0.0.1', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' });
}

async function measurePage(browser: Browser, name: string, url: string): Promise<Measure[]> {
  const found: Record<Category, number[]> = { performance: [], accessibility: [], 'best-practices': [] };
  const faults = new Set<string>();
  for (let run = 0; run < RUNS; run += 1) {
    const page = await browser.newPage();
    // The session stays: its cookie is what opens the page.
    const result = await lighthouse(url, { output: 'json', onlyCategories: CATEGORIES, disableStorageReset: true, logLevel: 'error' }, undefined, page);
    await page.close();
    if (!result) throw new Error(`Lighthouse found nothing at ${url}`);
    const { categories, audits, finalDisplayedUrl } = result.lhr;
    if (finalDisplayedUrl !== url) throw new Error(`${url} led to ${finalDisplayedUrl}`);
    for (const category of CATEGORIES) found[category].push((categories[category]?.score ?? 0) * 100);
    for (const { id, score, scoreDisplayMode } of Object.values(audits)) if (score !== null && score < 0.9 && scoreDisplayMode !== 'informative') faults.add(id);
  }
  if (faults.size > 0) process.stderr.write(`${name}: ${[...faults].join(', ')}\n`);
  return CATEGORIES.map((category) => ({ name: `${name}, ${category}`, value: percentile(found[category], 0.5), unit: '', goal: { kind: 'atLeast', value: GOALS[category] } }));
}
