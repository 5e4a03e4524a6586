import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  { path: '/presences', name: 'attendance', component: () => import('./AttendancePage.vue') },
];
