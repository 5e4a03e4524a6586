import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  { path: '/reglages/ecoles', name: 'settings-schools', component: () => import('./SchoolsPage.vue') },
];
