import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  { path: '/portail/comptes', name: 'portal-accounts', component: () => import('./PortalAccountsPage.vue') },
];
