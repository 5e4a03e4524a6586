import type { RouteRecordRaw } from 'vue-router';

const meta = { room: 'families' };

export const routes: RouteRecordRaw[] = [
  { path: '/familles', name: 'families', component: () => import('./FamiliesPage.vue') },
  { path: '/familles/nouvelle', name: 'family-new', component: () => import('./NewFamilyPage.vue'), meta },
  { path: '/familles/:id(\\d+)', name: 'family', component: () => import('./FamilyPage.vue'), meta, props: (route) => ({ id: Number(route.params.id) }) },
];
