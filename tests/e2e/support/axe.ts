import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

export interface Look {
  /** Only this part of the page: the rest was looked at before. */
  readonly within?: string;
  /** False on a page of thousands of elements whose colours are seen elsewhere: contrast is what takes axe its time. */
  readonly contrast?: boolean;
}

/** Nothing that axe can see is wrong on the page as it stands, once what slides in has come to rest. */
export async function expectAccessible(page: Page, { within, contrast = true }: Look = {}): Promise<void> {
  await page.evaluate(async () => Promise.allSettled(document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity).map(async ({ finished }) => finished)));
  // No script runs in the frame of a paper, so axe would wait there for ever; its tables are tested with the papers.
  await page.evaluate(() => document.querySelectorAll('iframe[srcdoc]').forEach((frame) => frame.remove()));
  // The toasts' focus guards are the library's: they hand the focus on at once.
  // Only faults are gathered, in the page itself (no other site's frame to ask): three times as fast, the same rules.
  const axe = new AxeBuilder({ page }).exclude('span[aria-hidden="true"][tabindex="0"]').setLegacyMode(true).options({ resultTypes: ['violations'], runOnly: { type: 'tag', values: RULES } });
  if (within !== undefined) axe.include(within);
  if (!contrast) axe.disableRules('color-contrast');
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual([]);
}

/** The page is no wider than its window. */
export async function expectNoSideways(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}
