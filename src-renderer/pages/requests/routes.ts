import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [{ path: '/portail/demandes', name: 'requests', component: () => import('./RequestsPage.vue') }];
