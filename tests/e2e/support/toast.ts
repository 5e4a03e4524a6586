import type { Locator, Page } from '@playwright/test';

/**
 * What the staff pages say in passing. Its words stand twice for a moment, shown and announced to
 * assistive technology: this is the one that is shown.
 */
export const toast = (page: Page, words: string | RegExp): Locator =>
  page.locator('[data-slot="title"]').filter({ hasText: words });
