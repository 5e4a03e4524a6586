import { rmSync, statSync } from 'node:fs';
import { printProgress } from '../../src-main/features/billing/print-progress';
import { PrintWorker } from '../../src-main/features/billing/print-worker';
import { wording } from '../../src-main/host/wording';
import { buildInvoices, labelOf } from '../support/factories/build-invoices';
import { invoicePaper, paperRow } from '../support/factories/build-paper';
import { openTestDatabase } from '../support/open-test-database';
import type { Measure } from './table';

const INVOICES = 600;

/** A month end's invoices of two children, printed in bulk: cut, each file's text checked, kept on the disk, its row written, its mail queued. */
export async function benchPrint(): Promise<Measure[]> {
  const town = await openTestDatabase(wording);
  const child = (id: number, name: string) => ({ id, name, place: 'École Jules-Ferry, CM1', rows: [paperRow(), paperRow({ label: 'Garderie du soir', unit: 'demi-heure', quantity: 22, unitPriceCents: 85 })], totalCents: 0 });
  await buildInvoices(town.db, Array.from({ length: INVOICES }, (_, index) => {
    const label = labelOf(index + 1);
    return { email: `parent${index}@courriel.example`, paper: invoicePaper({ label, portalUrl: `https://parents.saint-aubin.example/factures/${label}`, children: [child(1, 'ALAIN Anna'), child(2, 'ALAIN Théo')] }) };
  }));
  // The browser is up when a month end is printed: most of them are preceded by previews.
  await town.services.printer.print('<p>Bonjour');
  const worker = new PrintWorker(town.services);
  const before = process.cpuUsage();
  const start = performance.now();
  worker.wake();
  await worker.idle();
  const seconds = (performance.now() - start) / 1000;
  const own = process.cpuUsage(before);
  const { printed } = await printProgress(town.services, null);
  const files = await town.db.select<{ sha256: string }>('SELECT sha256 FROM papers');
  const bytes = files.reduce((sum, { sha256 }) => sum + statSync(town.services.files.pathOf(sha256)).size, 0) / files.length;
  if (printed !== INVOICES) throw new Error(`only ${String(printed)} printed: ${(await printProgress(town.services, null)).fault ?? 'without a fault'}`);
  await worker.stop();
  await town.close();
  rmSync(town.services.files.folder, { recursive: true, force: true });
  return [
    { name: 'invoices printed a second, checked and kept', value: INVOICES / seconds, unit: '/s', goal: { kind: 'atLeast', value: 100 } },
    { name: 'work of the host itself, an invoice', value: (own.user + own.system) / 1000 / INVOICES, unit: 'ms' },
    { name: 'an invoice’s file', value: bytes / 1000, unit: 'kB', goal: { kind: 'atMost', value: 60 } },
    { name: 'memory of the host after that', value: process.memoryUsage().rss / 1e6, unit: 'MB', goal: { kind: 'atMost', value: 300 } },
  ];
}
