import { ipcRenderer } from 'electron';

/** Hands the host's port to the page: Electron cannot send one to a page without a preload. */
ipcRenderer.on('host-port', (event) => {
  window.postMessage('preau:host-port', '*', event.ports);
});
