import { nextTick } from 'vue';
import type { RouteLocationNormalized } from 'vue-router';
import { nameOfPage } from '../components/frame/destinations';
import { session } from '../state/session';

/**
 * Sets the tab's title and, from the second page on, moves the focus to the page's heading, so that
 * keyboard and screen reader start where the page starts.
 */
export function announceTitle(to: RouteLocationNormalized, from: RouteLocationNormalized): void {
  document.title = [nameOfPage(to.name) ?? to.meta.title, 'Portail parents', session.town?.name].filter(Boolean).join(' – ');
  const isFirst = from.matched.length === 0;
  if (isFirst || to.path === from.path) return;
  void nextTick(() => document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true }));
}
