import { createRouter, createWebHistory } from 'vue-router';
import type { RouteLocationNormalized, RouteLocationRaw } from 'vue-router';
import { TOWN_PATH } from '../api/town-path';
import { refreshBadges } from '../state/badges';
import { loadSession, session } from '../state/session';
import { announceTitle } from './announce-title';
import { routes } from './routes';

export const router = createRouter({
  history: createWebHistory(`${TOWN_PATH}/`),
  routes,
  scrollBehavior: (to, from, kept) => kept ?? (to.path === from.path ? false : { top: 0 }),
});

router.beforeEach(async (to) => {
  await loadSession();
  return redirectOf(to) ?? true;
});

router.afterEach((to, from) => {
  announceTitle(to, from);
  void refreshBadges();
});

/** Where a parent is sent instead: to sign in (and back), or home when signed in already. */
function redirectOf(to: RouteLocationNormalized): RouteLocationRaw | null {
  if (session.failure) return null; // the frame says that the portal does not answer
  if (to.meta.for === 'anyone') return null;
  if (to.meta.for === 'visitor') return session.parent ? { name: 'home' } : null;
  return session.parent ? null : { name: 'signIn', query: { retour: to.fullPath } };
}
