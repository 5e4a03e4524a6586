import type { MenuItemConstructorOptions } from 'electron';

/** What menus can do; the shell supplies it. */
export interface MenuActions {
  /** Shows a page of the program: `/familles`. */
  goTo(path: string): void;
  back(): void;
  forward(): void;
  print(): void;
  setPortal(on: boolean): void;
  openPortal(): void;
  setStartAtLogin(on: boolean): void;
  showAbout(): void;
  showWindow(): void;
  quit(): void;
}

export interface MenuState {
  readonly portalOn: boolean;
  readonly portalUrl: string | null;
  readonly startAtLogin: boolean;
  readonly canStartAtLogin: boolean;
  readonly isMac: boolean;
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

/** The application's menus, all in French, with their shortcuts. */
export function applicationMenu(actions: MenuActions, state: MenuState): MenuItemConstructorOptions[] {
  return [
    ...(state.isMac ? [macMenu(actions)] : []),
    { label: '&Fichier', submenu: fileMenu(actions, state) },
    { label: '&Édition', submenu: EDIT },
    { label: '&Affichage', submenu: VIEW },
    { label: 'A&ller à', submenu: goMenu(actions, state) },
    { label: '&Portail', submenu: portalItems(actions, state) },
    ...(state.isMac ? [] : [{ label: 'A&ide', submenu: [{ label: 'À propos de Préau', click: actions.showAbout }] }]),
  ];
}

/** Beside the clock: enough to keep the portal without the window. */
export function trayMenu(actions: MenuActions, state: MenuState): MenuItemConstructorOptions[] {
  return [
    { label: 'Ouvrir Préau', click: actions.showWindow },
    SEPARATOR,
    ...portalItems(actions, state),
    SEPARATOR,
    { label: 'Quitter Préau', click: actions.quit },
  ];
}

function fileMenu(actions: MenuActions, { isMac }: MenuState): MenuItemConstructorOptions[] {
  return [
    { label: 'Imprimer…', accelerator: 'CmdOrCtrl+P', click: actions.print },
    SEPARATOR,
    { label: 'Fermer la fenêtre', accelerator: 'CmdOrCtrl+W', role: 'close' },
    ...(isMac ? [] : [{ label: 'Quitter Préau', accelerator: 'Ctrl+Q', click: actions.quit }]),
  ];
}

function portalItems(actions: MenuActions, state: MenuState): MenuItemConstructorOptions[] {
  return [
    { label: 'Ouvrir le portail aux familles', type: 'checkbox', checked: state.portalOn, click: (item) => actions.setPortal(item.checked) },
    { label: 'Voir le portail dans le navigateur', enabled: state.portalUrl !== null, click: actions.openPortal },
    ...(state.canStartAtLogin
      ? [{ label: 'Lancer Préau à l’ouverture de la session', type: 'checkbox' as const, checked: state.startAtLogin, click: (item: { checked: boolean }) => actions.setStartAtLogin(item.checked) }]
      : []),
  ];
}

const EDIT: MenuItemConstructorOptions[] = [
  { label: 'Annuler', accelerator: 'CmdOrCtrl+Z', role: 'undo' },
  { label: 'Rétablir', accelerator: 'CmdOrCtrl+Shift+Z', role: 'redo' },
  SEPARATOR,
  { label: 'Couper', accelerator: 'CmdOrCtrl+X', role: 'cut' },
  { label: 'Copier', accelerator: 'CmdOrCtrl+C', role: 'copy' },
  { label: 'Coller', accelerator: 'CmdOrCtrl+V', role: 'paste' },
  { label: 'Coller sans mise en forme', accelerator: 'CmdOrCtrl+Shift+V', role: 'pasteAndMatchStyle' },
  { label: 'Tout sélectionner', accelerator: 'CmdOrCtrl+A', role: 'selectAll' },
];

const VIEW: MenuItemConstructorOptions[] = [
  { label: 'Actualiser', accelerator: 'F5', role: 'reload' },
  SEPARATOR,
  { label: 'Agrandir', accelerator: 'CmdOrCtrl+Plus', role: 'zoomIn' },
  { label: 'Réduire', accelerator: 'CmdOrCtrl+-', role: 'zoomOut' },
  { label: 'Taille normale', accelerator: 'CmdOrCtrl+0', role: 'resetZoom' },
  SEPARATOR,
  { label: 'Plein écran', accelerator: 'F11', role: 'togglefullscreen' },
];

/** The rooms of the house in the order of the band on the left. */
export const ROOMS: readonly { readonly label: string; readonly path: string }[] = [
  { label: 'Accueil', path: '/' },
  { label: 'Familles', path: '/familles' },
  { label: 'Réservations', path: '/reservations' },
  { label: 'Présences', path: '/presences' },
  { label: 'Facturation', path: '/facturation' },
  { label: 'Règlements', path: '/reglements' },
  { label: 'Comptes des parents', path: '/portail/comptes' },
  { label: 'Boîte d’envoi', path: '/portail/boite-d-envoi' },
  { label: 'Réglages de la commune', path: '/reglages/commune' },
  { label: 'Journal', path: '/journal' },
];

/** Rooms that have a digit of their own. */
const NUMBERED = 9;

function goMenu(actions: MenuActions, { isMac }: MenuState): MenuItemConstructorOptions[] {
  return [
    ...ROOMS.map(({ label, path }, index) => ({ label, ...(index < NUMBERED && { accelerator: `CmdOrCtrl+${index + 1}` }), click: () => actions.goTo(path) })),
    SEPARATOR,
    { label: 'Page précédente', accelerator: isMac ? 'Cmd+[' : 'Alt+Left', click: actions.back },
    { label: 'Page suivante', accelerator: isMac ? 'Cmd+]' : 'Alt+Right', click: actions.forward },
  ];
}

function macMenu(actions: MenuActions): MenuItemConstructorOptions {
  return {
    label: 'Préau',
    submenu: [
      { label: 'À propos de Préau', click: actions.showAbout },
      SEPARATOR,
      { label: 'Masquer Préau', accelerator: 'Cmd+H', role: 'hide' },
      { label: 'Masquer les autres', accelerator: 'Cmd+Alt+H', role: 'hideOthers' },
      { label: 'Tout afficher', role: 'unhide' },
      SEPARATOR,
      { label: 'Quitter Préau', accelerator: 'Cmd+Q', click: actions.quit },
    ],
  };
}
