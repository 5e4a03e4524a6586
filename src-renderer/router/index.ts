import { createRouter, createWebHashHistory } from 'vue-router';
import type { RouteRecordRaw } from 'vue-router';
import { mayLeave } from '../composables/unsaved';

/** Each room lists its pages in `pages/<room>/routes.ts`; nothing else is to be registered. */
const rooms = import.meta.glob<{ routes: RouteRecordRaw[] }>('../pages/*/routes.ts', { eager: true });

// The hash keeps the address in the page: the desktop's pages have no web server behind them.
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    ...Object.values(rooms).flatMap((room) => room.routes),
    { path: '/:rest(.*)*', name: 'unknown', component: () => import('../pages/UnknownPage.vue') },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
});

router.beforeEach(async (to, from) => (to.path === from.path ? true : mayLeave()));
