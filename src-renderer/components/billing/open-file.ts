import { isDesktop } from '../../api/client';

/** Keeps the browser's copy until it has surely been read. */
const KEPT_MS = 60_000;

function addressOf(bytes: Uint8Array, type: string): string {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
  return address;
}

/** Puts a file where the browser keeps what it downloads. */
export function saveFile(bytes: Uint8Array, name: string, type = 'application/pdf'): void {
  const link = document.createElement('a');
  link.href = addressOf(bytes, type);
  link.download = name;
  link.click();
}

/**
 * Opens a PDF in a tab of its own, from where it is read and printed. The desktop window opens no
 * other: the file is downloaded there, as where the browser refuses the tab.
 */
export function openPdf(bytes: Uint8Array, name: string): 'opened' | 'saved' {
  const tab = isDesktop ? null : window.open(addressOf(bytes, 'application/pdf'), '_blank');
  if (tab) return 'opened';
  saveFile(bytes, name);
  return 'saved';
}
