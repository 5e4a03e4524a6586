import axe from 'axe-core';
import type { RunOptions } from 'axe-core';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { untilSettled } from './settled';

declare global {
  interface Window {
    readonly axe?: typeof axe;
  }
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
/** The toasts' focus guards are the library's: they hand the focus on at once. */
const NOT_OURS = ['span[aria-hidden="true"][tabindex="0"]'];

export interface Look {
  /** Only this part of the page: the rest was looked at before. */
  readonly within?: string;
}

/** Nothing that axe can see is wrong on the page as it stands, once it has come and what slides in is at rest. */
export async function expectAccessible(page: Page, { within }: Look = {}): Promise<void> {
  await untilSettled(page);
  // No script runs in the frame of a paper, so axe would wait there for ever; its tables are tested with the papers.
  const isKnown = await page.evaluate(() => {
    document.querySelectorAll('iframe[srcdoc]').forEach((frame) => frame.remove());
    return window.axe !== undefined;
  });
  if (!isKnown) await page.evaluate(axe.source);
  expect([...await otherFaults(page, within), ...await paleTexts(page, within)]).toEqual([]);
}

/** The page is no wider than its window. */
export async function expectNoSideways(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}

/** Every rule but contrast, on every element. */
const otherFaults = (page: Page, within = 'html'): Promise<string[]> =>
  page.evaluate(runAxe, { include: within, exclude: NOT_OURS, options: { runOnly: { type: 'tag', values: RULES }, rules: { 'color-contrast': { enabled: false } } } } satisfies Run);

/**
 * Contrast is what takes axe its time: it is measured once for each way in which the page paints a
 * text (its colour, size and weight on the grounds of all that is around it), not for each of a thousand rows.
 */
async function paleTexts(page: Page, within = 'body'): Promise<string[]> {
  await page.evaluate(markOnePerPaint, within);
  return page.evaluate(runAxe, { include: '[data-painted]', exclude: NOT_OURS, options: { runOnly: { type: 'rule', values: ['color-contrast'] } } } satisfies Run);
}

interface Run {
  readonly include: string;
  readonly exclude: string[];
  readonly options: RunOptions;
}

/** In the page: only faults are gathered, told by rule and first words of the elements. */
async function runAxe({ include, exclude, options }: Run): Promise<string[]> {
  const { violations } = await window.axe!.run({ include: [[include]], exclude: exclude.map((one) => [one]) }, { ...options, resultTypes: ['violations'] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html.slice(0, 120)} ${any[0]?.message ?? ''}`).join(' | ')}`);
}

/** In the page: marks one element with a text of its own for each way of painting; marks of an earlier look go. */
function markOnePerPaint(within: string): void {
  document.querySelectorAll('[data-painted]').forEach((element) => element.removeAttribute('data-painted'));
  const grounds = new Map<Element | null, string>([[null, '']]);
  const groundOf = (element: Element | null): string => {
    const known = grounds.get(element);
    if (known !== undefined || element === null) return known ?? '';
    const { backgroundColor, backgroundImage, opacity, filter, position, visibility } = getComputedStyle(element);
    const ground = `${groundOf(element.parentElement)}/${[backgroundColor, backgroundImage, opacity, filter, position, visibility].join()}`.replaceAll('/rgba(0, 0, 0, 0),none,1,none,static,visible', '');
    grounds.set(element, ground);
    return ground;
  };
  const hasText = (element: Element): boolean => element.matches('input, select, textarea') || [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
  const seen = new Set<string>();
  for (const root of document.querySelectorAll(within)) {
    for (const element of [root, ...root.querySelectorAll('*')]) {
      if (!hasText(element) || !element.checkVisibility()) continue;
      const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
      const paint = [color, fontSize, fontWeight, textShadow, element.matches('input, select, textarea, :disabled, [aria-disabled="true"]'), groundOf(element)].join();
      if (seen.has(paint)) continue;
      seen.add(paint);
      element.setAttribute('data-painted', '');
    }
  }
}
