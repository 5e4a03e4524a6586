import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** What pages show while something is on its way, in both sets of pages. */
const ON_ITS_WAY = '[aria-busy="true"]:visible, [data-skeleton]:visible, [role="status"]:visible:has-text("Chargement")';

/** The page has come: nothing loads, and what slides in or out is at rest. */
export async function untilSettled(page: Page): Promise<void> {
  await expect(page.locator(ON_ITS_WAY)).toHaveCount(0);
  await page.evaluate(async () => Promise.allSettled(document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity).map(async ({ finished }) => finished)));
}
