import { Menu, Tray } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';

/** The icon beside the clock: with it the portal goes on when the window is closed. */
export class TrayIcon {
  private tray: Tray | null = null;

  constructor(private readonly icon: string, private readonly onOpen: () => void) {}

  show(items: MenuItemConstructorOptions[], portalOn: boolean): void {
    this.tray ??= this.create();
    this.tray.setToolTip(portalOn ? 'Préau – portail ouvert aux familles' : 'Préau – portail fermé');
    this.tray.setContextMenu(Menu.buildFromTemplate(items));
  }

  private create(): Tray {
    const tray = new Tray(this.icon);
    tray.on('click', this.onOpen);
    return tray;
  }
}
