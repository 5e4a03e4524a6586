// The README's pictures, from the demo town at a fixed moment: `npm run pictures`.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { buildStale } from './build.mjs';
import { ensureChromium } from './ensure-chromium.mjs';
import { ROOT } from './lib/run.mjs';

const STAFF = 'http://127.0.0.1:4394';
const PORTAL = 'http://127.0.0.1:4395';
const PASSWORD = 'Demo-Preau-1';
const folder = join(ROOT, 'docs/pictures');

await buildStale();
mkdirSync(folder, { recursive: true });
const data = mkdtempSync(join(tmpdir(), 'preau-pictures-'));
const host = spawn(process.execPath, [join(ROOT, 'out/main/host.js'), '--demo', '--data', data, '--staff-port', '4394', '--portal-port', '4395', '--now', '2026-11-05T10:01'], { stdio: 'inherit' });
try {
  await untilHealthy(PORTAL);
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  await staffPictures(await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'fr-FR' }));
  await portalPictures(await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'fr-FR', deviceScaleFactor: 2 }));
  await browser.close();
} finally {
  host.kill('SIGTERM');
  await new Promise((resolve) => host.once('exit', resolve));
  rmSync(data, { recursive: true, force: true });
}

async function staffPictures(context) {
  const page = await context.newPage();
  await page.goto(STAFF);
  await page.getByLabel('Adresse e-mail').fill('nadine.legoff@saint-aubin.example');
  await page.getByLabel('Mot de passe').first().fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Accueil' }).waitFor();
  await page.goto(`${STAFF}/#/reservations`);
  await page.getByRole('grid').waitFor();
  await save(page, 'staff-bookings');
  await page.goto(`${STAFF}/#/familles`);
  await page.getByText('ALAIN', { exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: /ALAIN/ }).waitFor();
  await save(page, 'staff-family');
}

async function portalPictures(context) {
  const page = await context.newPage();
  await page.goto(PORTAL);
  await page.getByRole('link', { name: 'SE CONNECTER' }).click();
  await page.getByLabel(/identifiant/i).fill('paul.alain@courriel.example');
  await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Réservations' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Réservations' }).waitFor();
  await page.getByText('ALAIN Anna').waitFor();
  await save(page, 'portal-bookings-phone');
}

async function save(page, name) {
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

async function untilHealthy(url) {
  for (let turn = 0; turn < 600; turn += 1) {
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the demo did not start');
}
