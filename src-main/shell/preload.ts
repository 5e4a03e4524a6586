import { ipcRenderer } from 'electron';

/** Hands each port to the host on to the page: Electron gives ports to a preload only. */
ipcRenderer.on('host-port', (event) => {
  window.postMessage({ type: 'preau:port' }, '*', event.ports);
});
