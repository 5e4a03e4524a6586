import { Menu } from 'electron';
import type { ContextMenuParams, MenuItemConstructorOptions, WebContents } from 'electron';

/** The right click: cut, copy, paste, in French, as far as they apply. */
export function offerContextMenu(contents: WebContents): void {
  contents.on('context-menu', (_event, params) => {
    const items = contextItems(params);
    if (items.length > 0) Menu.buildFromTemplate(items).popup();
  });
}

export function contextItems({ isEditable, selectionText, editFlags }: ContextMenuParams): MenuItemConstructorOptions[] {
  const copy: MenuItemConstructorOptions = { label: 'Copier', role: 'copy', enabled: editFlags.canCopy };
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy];
  return [
    { label: 'Couper', role: 'cut', enabled: editFlags.canCut },
    copy,
    { label: 'Coller', role: 'paste', enabled: editFlags.canPaste },
    { label: 'Tout sélectionner', role: 'selectAll', enabled: editFlags.canSelectAll },
  ];
}
