import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wording } from '../../../src-main/host/wording';
import { postBundle } from '../../../src-main/features/billing/post-bundle';
import { invoicePdf } from '../../../src-main/features/billing/print-invoice';
import { goOnPrinting, printProgress, stopPrinting } from '../../../src-main/features/billing/print-progress';
import { runPapers } from '../../../src-main/features/billing/run-papers';
import { sendWaitingMails } from '../../../src-main/features/mail/send-waiting-mails';
import { saveSmtpSettings } from '../../../src-main/features/mail/smtp-settings';
import { PrintWorker } from '../../../src-main/features/billing/print-worker';
import { papersWanted, printStateOf } from '../../../src-main/features/papers/print-signal';
import { FileStore } from '../../../src-main/platform/files/file-store';
import { BrowserPrinter } from '../../../src-main/platform/pdf/browser-printer';
import { textOfPdf } from '../../../src-main/platform/pdf/pdf-text';
import type { Printer } from '../../../src-main/platform/pdf/printer';
import type { Services } from '../../../src-main/platform/procedures/services';
import { buildInvoices, labelOf } from '../../support/factories/build-invoices';
import type { InvoiceToBuild } from '../../support/factories/build-invoices';
import { creditPaper, invoicePaper, paperRow } from '../../support/factories/build-paper';
import { startSmtpServer } from '../../support/smtp-test-server';
import { openTestDatabase } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';

let printer: BrowserPrinter;
beforeAll(async () => {
  printer = (await openHouse()).services.printer as BrowserPrinter;
  // The browser takes its time to start on a busy machine: no test's time is spent on it.
  await printer.print('<p>Prêt</p>');
});

const houses: TestDatabase[] = [];
/** A house of its own; one browser serves all of them. */
async function openHouse(): Promise<TestDatabase> {
  const house = await openTestDatabase(wording);
  houses.push(house);
  return house;
}
afterAll(async () => {
  for (const house of houses) await house.close();
});

const short = (number: number, over: Partial<InvoiceToBuild> = {}): InvoiceToBuild => ({ paper: invoicePaper({ label: labelOf(number), portalUrl: `https://parents.example/factures/${labelOf(number)}` }), ...over });
const long = (number: number): InvoiceToBuild =>
  ({ paper: invoicePaper({ label: labelOf(number), children: [{ id: 1, name: 'Anna', place: '', rows: Array.from({ length: 60 }, () => paperRow()), totalCents: 0 }] }) });

/** Prints until nothing more happens. */
async function printAll(services: Services): Promise<void> {
  const worker = new PrintWorker(services);
  worker.wake();
  await worker.idle();
  await worker.stop();
}
const lentBy = (house: TestDatabase, over: Partial<Services> = {}): Services => ({ ...house.services, printer, ...over });
const papersOf = (house: TestDatabase): Promise<{ subjectId: number; pages: number; sha256: string }[]> =>
  house.db.select('SELECT subject_id AS subjectId, pages, sha256 FROM papers ORDER BY subject_id');
const mailsOf = (house: TestDatabase): Promise<{ email: string; subject: string; state: string }[]> =>
  house.db.select('SELECT to_email AS email, subject, state FROM mails ORDER BY id');

describe('printing in the background', () => {
  it('prints what was issued, short and long, each under its own number, and queues the mails of those who take them', async () => {
    const house = await openHouse();
    const services = lentBy(house);
    const { runId, invoices } = await buildInvoices(house.db, [
      short(1, { email: 'claire@messagerie.example' }), short(2, { email: 'paul@courriel.example', byPost: true }), short(3), long(4), { paper: creditPaper(), email: 'anne@courriel.example' },
    ]);
    await printAll(services);
    const papers = await papersOf(house);
    expect(papers.map(({ subjectId, pages }) => [subjectId, pages])).toEqual(invoices.map(({ id }, index) => [id, index === 3 ? expect.toSatisfy((pages: number) => pages > 1) : 1]));
    for (const [index, { sha256 }] of papers.entries()) {
      const texts = await textOfPdf(await house.services.files.read(sha256));
      const label = index === 4 ? 'A-2026-000004' : labelOf(index + 1);
      for (const [page, text] of texts.entries()) expect(text).toContain(`${label} · page ${page + 1}/${texts.length}`);
    }
    expect(await mailsOf(house)).toEqual([
      { email: 'claire@messagerie.example', subject: 'Votre facture de septembre 2026', state: 'waiting' },
      { email: 'anne@courriel.example', subject: 'Votre avoir sur la facture F-2026-000123', state: 'waiting' },
    ]);
    expect(await printProgress(services, runId)).toMatchObject({ printed: 5, total: 5, isAtWork: false, fault: null, failed: [] });
    await printAll(services);
    expect(await papersOf(house)).toEqual(papers);
    expect(await mailsOf(house)).toHaveLength(2);
  });

  it('is woken by an issue, gathers what comes within a moment, and can be stopped and go on', async () => {
    const house = await openHouse();
    const services = lentBy(house);
    const worker = new PrintWorker(services, 10);
    worker.start();
    stopPrinting(services);
    const { runId } = await buildInvoices(house.db, [short(1), short(2)]);
    papersWanted(house.db);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await printProgress(services, runId)).toMatchObject({ printed: 0, total: 2, isStopped: true });
    goOnPrinting(services);
    await until(async () => (await printProgress(services, runId)).printed === 2);
    await worker.stop();
    expect((await printProgress(services, null)).isStopped).toBe(false);
  });

  it('without a browser waits and says why; everything is printed once there is one', async () => {
    const house = await openHouse();
    await buildInvoices(house.db, [short(1), short(2)]);
    const without = lentBy(house, { printer: new BrowserPrinter({ log: house.services.log, find: () => null }) });
    await printAll(without);
    expect((await printProgress(without, null)).fault).toMatch(/^Aucun navigateur n’a été trouvé .*installez/);
    expect(await papersOf(house)).toEqual([]);
    await printAll(lentBy(house));
    expect(await printProgress(without, null)).toMatchObject({ printed: 2, fault: null });
  });

  it('a full disk stops it with a sentence, keeps no row without its file, and goes on when there is room', async () => {
    const house = await openHouse();
    await buildInvoices(house.db, [short(1, { email: 'a@b.example' }), short(2), short(3), short(4)]);
    let written = 0;
    const files = new FileStore(house.services.files.folder, async (path, bytes) => {
      written += 1;
      if (written > 2) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      await writeFile(path, bytes);
    });
    await printAll(lentBy(house, { files }));
    expect((await printProgress(house.services, null)).fault).toContain('Le disque est plein');
    for (const { sha256 } of await papersOf(house)) await house.services.files.read(sha256);
    await printAll(lentBy(house));
    expect((await papersOf(house)).map(({ subjectId }) => subjectId)).toHaveLength(4);
    expect(await mailsOf(house)).toHaveLength(1);
  });

  it('killed between print and row, it prints again: one row, one file, one mail each', async () => {
    const house = await openHouse();
    await buildInvoices(house.db, [short(1, { email: 'a@b.example' }), short(2)]);
    const dying: Services = lentBy(house, { db: new Proxy(house.db, { get: (target, key) => (key === 'write' ? () => Promise.reject(new Error('killed')) : bound(target, key)) }) });
    await printAll(dying);
    expect(printStateOf(dying.db).fault ?? printStateOf(house.db).fault).toMatch(/^Un incident/);
    expect(await papersOf(house)).toEqual([]);
    await Promise.all([printAll(lentBy(house)), printAll(lentBy(house))]);
    expect(await papersOf(house)).toHaveLength(2);
    expect(await mailsOf(house)).toHaveLength(1);
  });

  it('keeps no print that bears another number: it is printed alone, or told', async () => {
    const house = await openHouse();
    await buildInvoices(house.db, [short(1), short(2)]);
    const pages: string[] = [];
    // The first print, of both together, comes back with the numbers exchanged.
    const confused: Printer = {
      print: (html) => {
        pages.push(html);
        return printer.print(pages.length === 1 ? html.replaceAll(labelOf(1), '#').replaceAll(labelOf(2), labelOf(1)).replaceAll('#', labelOf(2)) : html);
      },
      close: () => Promise.resolve(),
    };
    const services = lentBy(house, { printer: confused });
    const worker = new PrintWorker(services);
    const { printBatch } = await import('../../../src-main/features/billing/print-batch');
    const { nextUnprinted } = await import('../../../src-main/features/billing/invoices-to-print');
    const batch = await printBatch(services, (await nextUnprinted(house.db, 0, 10)).invoices, null);
    expect(pages).toHaveLength(3);
    expect(batch.printed).toHaveLength(2);
    const always: Printer = { print: () => printer.print('<p>F-2026-999999'), close: () => Promise.resolve() };
    await printAll(lentBy(house, { printer: always }));
    expect((await printProgress(services, null)).failed.toSorted()).toEqual([labelOf(1), labelOf(2)]);
    expect(await papersOf(house)).toEqual([]);
    await worker.stop();
  });
});

describe('a kept paper that cannot be read any more', () => {
  it('is told by its number, once, while the others are printed; asked for alone, it says why', async () => {
    const house = await openHouse();
    const services = lentBy(house);
    const { runId, invoices } = await buildInvoices(house.db, [short(1), short(2), short(3)]);
    await house.db.write(async () => {
      await house.db.run('DROP TRIGGER invoices_keep_words');
      await house.db.run("UPDATE invoices SET paper = '{\"kind\":\"invoice\"}' WHERE id = $id", { id: invoices[1]!.id });
    });
    await printAll(services);
    expect((await papersOf(house)).map(({ subjectId }) => subjectId)).toEqual([invoices[0]!.id, invoices[2]!.id]);
    expect(await printProgress(services, runId)).toMatchObject({ printed: 2, total: 3, fault: null, failed: [labelOf(2)], isAtWork: false });
    await expect(invoicePdf(services, { id: invoices[1]!.id })).rejects.toMatchObject({ code: 'papers.unreadable', details: { label: labelOf(2) } });
  });
});

describe('a mail that is refused', () => {
  it('waits in the outbox with its reason, and is counted', async () => {
    const house = await openHouse();
    const { runId } = await buildInvoices(house.db, [short(1, { email: 'gone@messagerie.example' }), short(2, { email: 'claire@messagerie.example' })]);
    await printAll(lentBy(house));
    expect(await runPapers(house.db, runId)).toMatchObject({ toMail: 2, mailed: 0, hasMailServer: false });
    const server = await startSmtpServer();
    server.refuseRecipient('gone@messagerie.example', 550);
    await saveSmtpSettings(house.contextOf(), { host: '127.0.0.1', port: server.port, security: 'none', userName: '', password: null, fromName: 'Mairie', fromEmail: 'mairie@saint-aubin.example' });
    await sendWaitingMails(house.services);
    await server.close();
    expect(server.received.map(({ subject }) => subject)).toEqual(['Votre facture de septembre 2026']);
    expect(await runPapers(house.db, runId)).toMatchObject({ printed: 2, toMail: 2, mailed: 1, mailFailed: 1, hasMailServer: true });
    expect(await house.db.select("SELECT last_error AS reason FROM mails WHERE state = 'failed'")).toEqual([{ reason: expect.stringContaining('gone@messagerie.example') }]);
  });
});

describe('one invoice as PDF', () => {
  it('is printed on demand and kept; a copy is marked and not kept', async () => {
    const house = await openHouse();
    const services = lentBy(house);
    const { invoices: [invoice] } = await buildInvoices(house.db, [short(1, { email: 'a@b.example' })]);
    const first = await invoicePdf(services, { id: invoice!.id });
    expect(first.name).toBe('facture-F-2026-000001.pdf');
    expect(await mailsOf(house)).toHaveLength(1);
    expect((await invoicePdf(services, { id: invoice!.id })).bytes).toEqual(first.bytes);
    const copy = await invoicePdf(services, { id: invoice!.id, copy: true, details: true });
    expect(copy.name).toBe('facture-F-2026-000001-copie.pdf');
    const texts = await textOfPdf(copy.bytes);
    expect(texts[0]).toContain('COPIE');
    expect(texts[1]).toContain('Le calcul, jour par jour');
    expect(await papersOf(house)).toHaveLength(1);
    await expect(invoicePdf(services, { id: 999 })).rejects.toMatchObject({ code: 'billing.unknownInvoice' });
  });

  it('is printed again when its file was damaged or is gone', async () => {
    const house = await openHouse();
    const services = lentBy(house);
    const { invoices: [invoice] } = await buildInvoices(house.db, [short(1)]);
    await invoicePdf(services, { id: invoice!.id });
    const fileOf = async (): Promise<string> => house.services.files.pathOf((await papersOf(house))[0]!.sha256);
    await truncate(await fileOf(), 100);
    expect((await textOfPdf((await invoicePdf(services, { id: invoice!.id })).bytes))[0]).toContain(labelOf(1));
    await rm(await fileOf());
    await invoicePdf(services, { id: invoice!.id });
    expect((await readFile(await fileOf())).subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('the letters for the post', () => {
  it('are one PDF in the order of the names; a letter joins when a mail address goes', async () => {
    const house = await openHouse();
    const services = lentBy(house);
    const { runId, invoices } = await buildInvoices(house.db, [
      short(1, { lastName: 'ZOLA' }), short(2, { lastName: 'Élan', byPost: true, email: 'a@b.example' }), short(3, { lastName: 'MARTIN', email: 'm@b.example' }), short(4, { lastName: 'DUPONT' }),
    ]);
    await printAll(services);
    const { name, bytes } = await postBundle(services, runId);
    expect(name).toBe(`courrier-${runId}.pdf`);
    const labels = (await textOfPdf(bytes)).map((text) => /F-2026-\d{6}/.exec(text)?.[0]);
    expect(labels).toEqual([labelOf(4), labelOf(2), labelOf(1)]);
    expect((await postBundle(services, runId)).bytes).toEqual(bytes);
    await house.db.write(() => house.db.run("UPDATE persons SET email = '' WHERE id = $id", { id: invoices[2]!.payerId }));
    expect(await textOfPdf((await postBundle(services, runId)).bytes)).toHaveLength(4);
    await expect(postBundle(services, 999)).rejects.toMatchObject({ code: 'papers.noLetters' });
  });
});

const bound = (target: object, key: string | symbol): unknown => {
  const value: unknown = Reflect.get(target, key);
  return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(target) : value;
};

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!await condition()) await new Promise((resolve) => setTimeout(resolve, 20));
}
