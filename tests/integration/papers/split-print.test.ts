import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { invoicesHtml } from '../../../src-main/features/billing/invoice-paper';
import { expectedOf } from '../../../src-main/features/billing/invoices-to-print';
import type { InvoicePaper } from '../../../src-main/features/billing/paper-schema';
import { silentLog } from '../../../src-main/platform/log';
import { BrowserPrinter } from '../../../src-main/platform/pdf/browser-printer';
import { checkPrint } from '../../../src-main/platform/pdf/check-print';
import { textOfPdf } from '../../../src-main/platform/pdf/pdf-text';
import { quickText } from '../../../src-main/platform/pdf/quick-text';
import { faultOf, splitPrint } from '../../../src-main/platform/pdf/split-print';
import { creditPaper, invoicePaper, paperRow } from '../../support/factories/build-paper';
import { labelOf } from '../../support/factories/build-invoices';

const MADE_AT = '2026-11-05T09:01:00.000Z';
const papers: InvoicePaper[] = [
  ...[1, 2, 3].map((number) => invoicePaper({ label: labelOf(number), payer: { ...invoicePaper().payer, name: `Payeur ${number}` }, portalUrl: `https://x.example/factures/${labelOf(number)}` })),
  creditPaper(),
  invoicePaper({ label: labelOf(5), children: [{ id: 1, name: 'ŁUKASZ Zoé', place: 'CP', rows: Array.from({ length: 60 }, (_, row) => paperRow({ label: `Ligne ${row}` })), totalCents: 0 }] }),
  invoicePaper({ label: labelOf(6) }),
];
const parts = papers.map((paper) => expectedOf({ id: 1, paper }));
const printer = new BrowserPrinter({ log: silentLog() });
let short: Uint8Array;
let withLong: Uint8Array;

beforeAll(async () => {
  [short, withLong] = await Promise.all([printer.print(invoicesHtml(papers.slice(0, 4), { logoDataUrl: null })), printer.print(invoicesHtml(papers, { logoDataUrl: null }))]) as [Uint8Array, Uint8Array];
});
afterAll(() => printer.close());

const filesOf = async (bytes: Uint8Array, expected: typeof parts): Promise<(Uint8Array | string)[]> =>
  (await splitPrint(bytes, expected, MADE_AT)).map((part) => ('bytes' in part ? part.bytes : part.reason));

describe('a print of many, cut into files', () => {
  it('gives each its page, with its words as any reader finds them, its tags, title and language', async () => {
    const files = await filesOf(short, parts.slice(0, 4));
    for (const [index, file] of files.entries()) {
      if (typeof file === 'string') throw new Error(file);
      const label = papers[index]!.label;
      const [text, ...others] = await textOfPdf(file);
      expect(others).toEqual([]);
      expect(text).toMatch(new RegExp(`N°\\s${label}`));
      expect(text).toContain(`${label} · page 1/1`);
      expect(text).toContain(papers[index]!.payer.name);
      for (const paper of papers.filter((other) => other.payer.name.startsWith('Payeur') && other.label !== label)) expect(text).not.toContain(paper.payer.name);
      const words = (said: string): string[] => said.replace(/\s+/g, '').split('').sort();
      expect(words(quickText(file).join('\n'))).toEqual(words(text!));
      const read = await PDFDocument.load(file, { updateMetadata: false });
      expect(read.getTitle()).toBe(parts[index]!.title);
      expect(read.catalog.get(PDFName.of('Lang'))?.toString()).toBe('(fr)');
      expect(read.catalog.has(PDFName.of('StructTreeRoot'))).toBe(true);
      expect(file.length).toBeLessThan(60_000);
    }
  });

  it('tags name the words of their own page alone', async () => {
    const [file] = await filesOf(short, parts.slice(0, 4));
    const raw = Buffer.from(file as Uint8Array).toString('latin1');
    expect(raw.match(/\/S \/Art\b/g)).toHaveLength(1);
    expect(raw.match(/\/S \/H1\b/g)).toHaveLength(1);
    expect(new Set(raw.match(/\/Pg \d+/g)).size).toBe(1);
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const task = getDocument({ data: new Uint8Array(file as Uint8Array), verbosity: 0 });
    const tree = JSON.stringify(await (await (await task.promise).getPage(1)).getStructTree());
    await task.destroy();
    for (const role of ['"H1"', '"Table"', '"TH"', '"Figure"']) expect(tree).toContain(role);
  });

  it('leaves what has several pages to be printed alone, and still finds the others', async () => {
    const files = await filesOf(withLong, parts);
    expect(files.map((file) => typeof file)).toEqual(['object', 'object', 'object', 'object', 'string', 'object']);
    expect((await textOfPdf(files[5] as Uint8Array))[0]).toContain(labelOf(6));
  });

  it('gives out no file that bears another number than its own', async () => {
    const swapped = [parts[1]!, parts[0]!, parts[2]!, parts[3]!];
    expect(await filesOf(short, swapped)).toEqual([expect.stringContaining(labelOf(2)), expect.stringContaining(labelOf(1)), expect.any(Uint8Array), expect.any(Uint8Array)]);
    const strict = parts.slice(0, 4).map((part) => ({ ...part, mayName: [] }));
    expect((await filesOf(short, strict))[3]).toBe(`${papers[3]!.label} names F-2026-000123`);
  });

  it('gives out nothing of what it cannot read', async () => {
    expect(await filesOf(new TextEncoder().encode('%PDF-1.7 nothing'), parts.slice(0, 2))).toEqual(['not laid out as expected', 'not laid out as expected']);
    expect((await filesOf(short.subarray(0, short.length - 400), parts.slice(0, 4))).every((file) => typeof file === 'string')).toBe(true);
    const turned = new Uint8Array(short);
    turned.fill(0x20, 2000, 2400);
    await expect(filesOf(turned, parts.slice(0, 4))).resolves.toHaveLength(4);
  });
});

describe('the text of a paper', () => {
  it('must bear its number on every page, and no other', () => {
    const part = { title: '', label: 'F-2026-000001', mayName: ['A-2026-000009'] };
    expect(faultOf(['F-2026-000001', 'F-2026-000001 A-2026-000009'], part)).toBeNull();
    expect(faultOf(['F-2026-000001', 'rien'], part)).toBe('a page without its number F-2026-000001');
    expect(faultOf(['F-2026-000001 F-2026-000002'], part)).toBe('F-2026-000001 names F-2026-000002');
    expect(faultOf([], part)).toBe('no page');
  });

  it('is read by pdf.js where the quick reader does not know the file', async () => {
    const other = await PDFDocument.create();
    other.addPage().drawText('Facture F-2026-000001');
    const bytes = await other.save();
    expect(() => quickText(bytes)).toThrow();
    expect(await checkPrint(bytes, { title: '', label: 'F-2026-000001', mayName: [] })).toEqual({ pages: 1, fault: null });
  });
});
