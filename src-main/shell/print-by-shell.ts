import type { PrintHtml } from '../platform/pdf/printer';
import type { FromHost, ToHost } from './host-messages';

/** The host process's line to the shell, as far as printing uses it. */
interface Line {
  on(type: 'message', listener: (event: { readonly data: ToHost }) => void): unknown;
  postMessage(message: FromHost): void;
}

/** Lets the shell print: Electron's own browser, for machines that have no other. */
export function printByShell(line: Line): PrintHtml {
  const waiting = new Map<number, { readonly resolve: (pdf: Uint8Array) => void; readonly reject: (failure: Error) => void }>();
  let lastId = 0;
  line.on('message', ({ data }) => {
    if (data.type !== 'printed') return;
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.pdf) asked?.resolve(data.pdf);
    else asked?.reject(new Error('the shell could not print'));
  });
  return (html) => new Promise((resolve, reject) => {
    lastId += 1;
    waiting.set(lastId, { resolve, reject });
    line.postMessage({ type: 'print', id: lastId, html });
  });
}
