import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import { afterAll, describe, expect, it } from 'vitest';
import { silentLog } from '../../../src-main/platform/log';
import { BrowserPrinter } from '../../../src-main/platform/pdf/browser-printer';
import { textOfPdf } from '../../../src-main/platform/pdf/pdf-text';

const printers: BrowserPrinter[] = [];
const printer = (options: Partial<ConstructorParameters<typeof BrowserPrinter>[0]> = {}): BrowserPrinter => {
  const made = new BrowserPrinter({ log: silentLog(), ...options });
  printers.push(made);
  return made;
};
afterAll(() => Promise.all(printers.map((made) => made.close())));

/** Browsers that this process started and that run. */
const browsers = (): number[] => execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' })
  .split('\n').filter((line) => /chrom|edge/i.test(line)).map((line) => Number.parseInt(line, 10));
const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
};

describe('the printer', () => {
  it('prints A4, tagged, in French, running and fetching nothing', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const bound = server.address();
    const url = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`;
    const bytes = await printer().print(`<!doctype html><html lang="fr"><title>Essai</title><body><h1>Bonjour</h1><img src="${url}/image.png" alt=""><link rel="stylesheet" href="${url}/style.css"><iframe src="file:///etc/hostname"></iframe><script>document.body.append('PIRATE'); fetch('${url}/script')</script><p>à 16 h 30</p></body></html>`);
    server.close();
    const [text, ...others] = await textOfPdf(bytes);
    expect(others).toEqual([]);
    expect(text).toContain('Bonjour');
    expect(text).toContain('à 16 h 30');
    expect(text).not.toContain('PIRATE');
    expect(asked).toEqual([]);
    const raw = Buffer.from(bytes).toString('latin1');
    for (const mark of ['/Lang (fr)', '/StructTreeRoot', '/MediaBox [0 0 59']) expect(raw).toContain(mark);
  });

  it('without a browser says so, and how to get one', async () => {
    await expect(printer({ find: () => null }).print('<p>x')).rejects.toMatchObject({ code: 'papers.noBrowser', details: { how: expect.stringContaining('install') } });
  });

  it('lets the desktop print where there is none', async () => {
    const lent = printer({ find: () => null, otherwise: (html) => Promise.resolve(new TextEncoder().encode(html)) });
    expect(new TextDecoder().decode(await lent.print('<p>Facture'))).toBe('<p>Facture');
    const broken = printer({ find: () => null, otherwise: () => Promise.reject(new Error('no window')) });
    await expect(broken.print('<p>x')).rejects.toMatchObject({ code: 'papers.printFailed' });
  });

  it('gives up on a browser that does not start, and tries again on the next print', async () => {
    let path: string | null = '/bin/false';
    const real = new BrowserPrinter({ log: silentLog() });
    printers.push(real);
    const made = printer({ find: () => path });
    await expect(made.print('<p>x')).rejects.toMatchObject({ code: 'papers.printFailed' });
    path = null;
    await expect(made.print('<p>x')).rejects.toMatchObject({ code: 'papers.noBrowser' });
  });

  it('starts another browser when the first is killed in the middle of a print', async () => {
    const made = printer();
    await made.print('<p>premier');
    const before = browsers();
    const many = Array.from({ length: 4 }, (_, index) => made.print(`<p>Feuille ${index}</p>${'<p>des mots</p>'.repeat(3000)}`));
    for (const pid of before) process.kill(pid, 'SIGKILL');
    const printed = await Promise.all(many);
    expect(printed.map((bytes) => Buffer.from(bytes.subarray(0, 5)).toString())).toEqual(Array.from({ length: 4 }, () => '%PDF-'));
    expect(browsers().filter((pid) => before.includes(pid))).toEqual([]);
  });

  it('lets its browser go after a rest, and prints no more once closed', async () => {
    for (const made of printers) await made.close();
    const made = printer({ idleMs: 20 });
    await made.print('<p>x');
    await until(() => browsers().length === 0);
    await made.print('<p>x');
    await made.close();
    await expect(made.print('<p>x')).rejects.toMatchObject({ code: 'papers.printFailed' });
  });
});
