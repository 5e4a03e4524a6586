import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { printByShell } from '../../../src-main/shell/print-by-shell';
import { printInWindow } from '../../../src-main/shell/print-in-window';

type Serve = (request: { url: string }) => Response;
type Judge = (request: { url: string }, answer: (verdict: { cancel: boolean }) => void) => void;

const electron = vi.hoisted(() => ({
  serve: null as unknown, judge: null as unknown, options: null as unknown, printed: [] as string[], destroyed: 0, fails: false,
}));
vi.mock('electron', () => ({
  session: { fromPartition: () => ({ protocol: { handle: (_: string, serve: unknown) => (electron.serve = serve) }, webRequest: { onBeforeRequest: (judge: unknown) => (electron.judge = judge) } }) },
  BrowserWindow: class {
    private html = '';
    constructor(options: unknown) {
      electron.options = options;
    }
    async loadURL(url: string): Promise<void> {
      this.html = await (electron.serve as Serve)({ url }).text();
    }
    webContents = {
      printToPDF: () => {
        if (electron.fails) return Promise.reject(new Error('no printer'));
        electron.printed.push(this.html);
        return Promise.resolve(Buffer.from('%PDF-'));
      },
    };
    isDestroyed = (): boolean => false;
    destroy(): void {
      electron.destroyed += 1;
    }
  },
}));

test('Electron prints a page that is never shown, runs nothing and reaches nothing', async () => {
  expect(Buffer.from(await printInWindow('<p>Facture')).toString()).toBe('%PDF-');
  expect(electron.printed).toEqual(['<p>Facture']);
  expect(electron.options).toMatchObject({ show: false, webPreferences: { javascript: false, sandbox: true } });
  const cancelled = (url: string): boolean => {
    let verdict = false;
    (electron.judge as Judge)({ url }, ({ cancel }) => (verdict = cancel));
    return verdict;
  };
  expect(['https://example.com/', 'file:///etc/passwd', 'http://127.0.0.1/'].map(cancelled)).toEqual([true, true, true]);
  expect(['preau-print://page/1', 'data:font/woff2;base64,AA'].map(cancelled)).toEqual([false, false]);
  electron.fails = true;
  await expect(printInWindow('<p>x')).rejects.toThrow('no printer');
  expect(electron.destroyed).toBe(2);
});

test('the host asks the shell to print, several at a time', async () => {
  const line = Object.assign(new EventEmitter(), { asked: [] as { id: number; html: string }[], postMessage: (message: unknown) => line.asked.push(message as { id: number; html: string }) });
  const print = printByShell(line);
  const both = [print('<p>un'), print('<p>deux')];
  expect(line.asked).toMatchObject([{ type: 'print', html: '<p>un' }, { type: 'print', html: '<p>deux' }]);
  line.emit('message', { data: { type: 'wake' } });
  line.emit('message', { data: { type: 'printed', id: line.asked[1]!.id, pdf: new Uint8Array([2]) } });
  line.emit('message', { data: { type: 'printed', id: line.asked[0]!.id, pdf: null } });
  expect(await both[1]).toEqual(new Uint8Array([2]));
  await expect(both[0]).rejects.toThrow('could not print');
});
