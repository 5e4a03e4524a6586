import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [{ path: '/reglements', name: 'payments', component: () => import('./PaymentsPage.vue') }];
