import { expect, test, vi } from 'vitest';
import { FakePort, ipcRenderer } from './fake-electron';

vi.mock('electron', () => import('./fake-electron'));

test('a port from the shell reaches the page', async () => {
  const postMessage = vi.fn();
  vi.stubGlobal('window', { postMessage });
  await import('../../../src-main/shell/preload');
  const port = new FakePort();
  ipcRenderer.emit('host-port', { ports: [port] });
  expect(postMessage).toHaveBeenCalledExactlyOnceWith({ type: 'preau:port' }, '*', [port]);
});
