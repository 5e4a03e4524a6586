import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  { path: '/reservations', name: 'bookings', component: () => import('./BookingsPage.vue') },
];
