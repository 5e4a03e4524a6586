import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  { path: '/reglages/commune', name: 'settings-town', component: () => import('./TownPage.vue') },
  { path: '/portail/reglages', name: 'settings-portal', component: () => import('./PortalSettingsPage.vue') },
  { path: '/reglages/messagerie', name: 'settings-mail', component: () => import('./MailSettingsPage.vue') },
  { path: '/reglages/utilisateurs', name: 'settings-users', component: () => import('./UsersPage.vue') },
  { path: '/reglages/sauvegardes', name: 'settings-backups', component: () => import('./BackupsPage.vue') },
];
