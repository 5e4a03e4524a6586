import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [{ path: '/portail/actualites', name: 'news', component: () => import('./NewsPage.vue') }];
