import type { RouteRecordRaw } from 'vue-router';

const meta = { room: 'settings-rules' };

export const routes: RouteRecordRaw[] = [
  { path: '/reglages/prestations', name: 'settings-rules', component: () => import('./RulesPage.vue') },
  { path: '/reglages/prestations/versions/:id(\\d+)', name: 'rules-version', component: () => import('./VersionPage.vue'), meta, props: (route) => ({ id: Number(route.params.id) }) },
  { path: '/reglages/prestations/brouillons/:id(\\d+)', name: 'rules-draft', component: () => import('./DraftPage.vue'), meta, props: (route) => ({ id: Number(route.params.id) }) },
];
