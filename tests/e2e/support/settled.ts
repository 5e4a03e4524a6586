import type { Page } from '@playwright/test';

/** What pages show while something is on its way, in both sets of pages; what is folded away does not count. */
const ON_ITS_WAY = '[aria-busy="true"], [data-skeleton], [role="status"]';

/** The page has come: nothing loads, and what slides in or out is at rest. */
export async function untilSettled(page: Page): Promise<void> {
  await page.waitForFunction((places) => [...document.querySelectorAll(places)].every((place) =>
    !place.checkVisibility() || (place.matches('[role="status"]:not([aria-busy="true"], [data-skeleton])') && !place.textContent.includes('Chargement'))), ON_ITS_WAY);
  await page.evaluate(async () => Promise.allSettled(document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity).map(async ({ finished }) => finished)));
}
