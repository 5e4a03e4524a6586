import type { RouteRecordRaw } from 'vue-router';
import WelcomePage from '../pages/access/WelcomePage.vue';

declare module 'vue-router' {
  interface RouteMeta {
    /** Shown in the browser's tab and announced. */
    readonly title: string;
    /** Who may open it: `visitor` only when signed out, `anyone`; a signed-in parent when absent. */
    readonly for?: 'visitor' | 'anyone';
    /** The page shows the town's name itself: no top bar. */
    readonly bare?: boolean;
  }
}

export const routes: readonly RouteRecordRaw[] = [
  { path: '/', name: 'welcome', component: WelcomePage, meta: { title: 'Bienvenue', for: 'visitor', bare: true } },
  { path: '/connexion', name: 'signIn', component: () => import('../pages/access/SignInPage.vue'), meta: { title: 'Connexion', for: 'visitor' } },
  { path: '/mot-de-passe-oublie', name: 'requestLink', component: () => import('../pages/access/RequestLinkPage.vue'), meta: { title: 'Nouveau mot de passe', for: 'anyone' } },
  { path: '/nouveau-mot-de-passe', name: 'choosePassword', component: () => import('../pages/access/ChoosePasswordPage.vue'), meta: { title: 'Je crée mon nouveau mot de passe', for: 'anyone' } },
  { path: '/accueil', name: 'home', component: () => import('../pages/home/HomePage.vue'), meta: { title: 'Accueil' } },
  { path: '/foyer', name: 'family-file', component: () => import('../pages/file/HouseholdPage.vue'), meta: { title: 'Mon foyer' } },
  { path: '/enfants', name: 'children', component: () => import('../pages/file/ChildrenPage.vue'), meta: { title: 'Mes enfants' } },
  { path: '/enfants/:id(\\d+)', name: 'child', component: () => import('../pages/file/ChildPage.vue'), meta: { title: 'Fiche de l’enfant' } },
  { path: '/reservations', name: 'bookings', component: () => import('../pages/bookings/BookingsPage.vue'), meta: { title: 'Réservations' } },
  { path: '/reservations/en-masse', name: 'bulk-bookings', component: () => import('../pages/bookings/bulk/BulkPage.vue'), meta: { title: 'Réserver en masse' } },
  { path: '/reservations/historique', name: 'booking-history', component: () => import('../pages/bookings/history/HistoryPage.vue'), meta: { title: 'Historique de mes réservations' } },
  { path: '/reservations/recapitulatif/:numeros([\\d-]+)', name: 'booking-receipt', component: () => import('../pages/bookings/history/ReceiptPage.vue'), meta: { title: 'Récapitulatif de réservation' } },
  { path: '/presences', name: 'attendance', component: () => import('../pages/attendance/AttendancePage.vue'), meta: { title: 'Présences' } },
  { path: '/factures', name: 'invoices', component: () => import('../pages/invoices/InvoicesPage.vue'), meta: { title: 'Factures' } },
  { path: '/factures/:numero', name: 'invoice', component: () => import('../pages/invoices/InvoicePage.vue'), meta: { title: 'Facture' } },
  { path: '/documents', name: 'documents', component: () => import('../pages/documents/DocumentsPage.vue'), meta: { title: 'Documents' } },
  { path: '/documents/ajouter', name: 'sendDocument', component: () => import('../pages/documents/SendDocumentPage.vue'), meta: { title: 'Ajouter un document' } },
  { path: '/messages', name: 'messages', component: () => import('../pages/messages/MessagesPage.vue'), meta: { title: 'Contact' } },
  { path: '/messages/nouveau', name: 'newMessage', component: () => import('../pages/messages/NewMessagePage.vue'), meta: { title: 'Nouveau message' } },
  { path: '/messages/:id(\\d+)', name: 'conversation', component: () => import('../pages/messages/ConversationPage.vue'), meta: { title: 'Conversation' } },
  { path: '/mentions-legales', name: 'legal', component: () => import('../pages/legal/LegalPage.vue'), meta: { title: 'Mentions légales', for: 'anyone' } },
  { path: '/donnees-personnelles', name: 'privacy', component: () => import('../pages/legal/LegalPage.vue'), meta: { title: 'Données personnelles', for: 'anyone' } },
  { path: '/accessibilite', name: 'accessibility', component: () => import('../pages/legal/LegalPage.vue'), meta: { title: 'Accessibilité', for: 'anyone' } },
  { path: '/plus', name: 'more', component: () => import('../pages/more/MorePage.vue'), meta: { title: 'Plus' } },
  { path: '/mot-de-passe', name: 'password', component: () => import('../pages/password/PasswordPage.vue'), meta: { title: 'Mot de passe' } },
  { path: '/:path(.*)*', name: 'unknown', component: () => import('../pages/UnknownPage.vue'), meta: { title: 'Page introuvable', for: 'anyone' } },
];
