import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  { path: '/portail/boite-d-envoi', name: 'outbox', component: () => import('./OutboxPage.vue') },
];
