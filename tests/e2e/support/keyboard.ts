import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

const MOST_STOPS = 60;

/** Presses Tab until this element has the focus, as somebody without a mouse does. Says where it ended otherwise. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target.first()).toBeVisible();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
  }
  const last = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
  throw new Error(`${String(target)} was not reached by ${MOST_STOPS} Tab keys; the focus is on ${last}`);
}

/** Presses these keys one after the other and expects the focus to end there. */
export async function pressTo(page: Page, keys: readonly string[], target: Locator): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
  await expect(target).toBeFocused();
}

const hasFocus = (target: Locator): Promise<boolean> => target.first().evaluate((element) => element === document.activeElement);
