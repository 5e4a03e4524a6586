import type { RouteRecordRaw } from 'vue-router';

const meta = { room: 'billing' };

export const routes: RouteRecordRaw[] = [
  { path: '/facturation', name: 'billing', component: () => import('./BillingPage.vue') },
  { path: '/facturation/:id(\\d+)', name: 'billing-run', component: () => import('./RunPage.vue'), meta, props: (route) => ({ id: Number(route.params.id) }) },
  { path: '/factures/:id(\\d+)', name: 'invoice', component: () => import('./InvoicePage.vue'), meta, props: (route) => ({ id: Number(route.params.id) }) },
  { path: '/reglages/factures', name: 'settings-billing', component: () => import('./BillingSettingsPage.vue') },
];
