import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

/** Pages drawn at most: a paper of a family has a few. */
const MOST_PAGES = 20;

/**
 * Draws the pages of a PDF as pictures: nothing in it runs, nothing is fetched. Returns how many pages
 * it has. Throws what pdf.js throws for a file that it cannot read.
 */
export async function renderPdf(bytes: Uint8Array, box: HTMLElement, width: number, name: string): Promise<number> {
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  GlobalWorkerOptions.workerSrc = workerUrl;
  // pdf.js takes what it is given: a copy.
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, isEvalSupported: false, enableXfa: false, useWasm: false });
  try {
    const document = await task.promise;
    const canvases: HTMLCanvasElement[] = [];
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number += 1) {
      const page = await document.getPage(number);
      const scale = (width / page.getViewport({ scale: 1 }).width) * (window.devicePixelRatio || 1);
      const viewport = page.getViewport({ scale });
      const canvas = Object.assign(window.document.createElement('canvas'), { width: Math.floor(viewport.width), height: Math.floor(viewport.height) });
      canvas.setAttribute('role', 'img');
      canvas.setAttribute('aria-label', `${name}, page ${number}`);
      canvas.className = 'block h-auto w-full border-b border-line bg-white';
      await page.render({ canvas, viewport }).promise;
      canvases.push(canvas);
    }
    box.replaceChildren(...canvases);
    return document.numPages;
  } finally {
    await task.destroy();
  }
}
