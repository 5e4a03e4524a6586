import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import { RawConnection } from '../../src-main/platform/database/raw-connection';
import { endHost, signInAll, startDemoHost } from './demo-host';
import { ask, measureAnswers } from './portal-answers';
import type { Measure } from './table';

const AT_ONCE = 10;
const PAGES = 1500;
/** A host runs for weeks: what is measured is not its first second. */
const WARM_UP = 1000;

/** The built host with the demo town, as a process of its own: start, pages a second, answers, memory. */
export async function benchHost(): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'preau-bench-'));
  const first = await startDemoHost(folder);
  await endHost(first.host);
  const second = await startDemoHost(folder);
  try {
    await untilPrinted(folder);
    const cookies = await signInAll(folder);
    await load(cookies, WARM_UP);
    const perSecond = await load(cookies, PAGES);
    const answers = await measureAnswers(cookies);
    return [
      { name: 'first start, building the demo town', value: first.ms / 1000, unit: 's', goal: { kind: 'atMost', value: 20 } },
      { name: 'start with the demo town', value: second.ms / 1000, unit: 's', goal: { kind: 'atMost', value: 3 } },
      { name: 'portal: week pages a second', value: perSecond, unit: '/s', goal: { kind: 'atLeast', value: 300 }, rival: 11 },
      ...answers,
      { name: 'memory of the host after that', value: memoryOf(second.host) / 1e6, unit: 'MB', goal: { kind: 'atMost', value: 300 } },
    ];
  } finally {
    await endHost(second.host);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The demo's invoices are printed in the background, by a browser that takes both processors. */
async function untilPrinted(folder: string): Promise<void> {
  const reader = await RawConnection.open(join(folder, 'preau.sqlite'), sqlite3.OPEN_READONLY);
  const waiting = async (): Promise<number> => {
    const [row] = await reader.all<{ count: number }>("SELECT count(*) AS count FROM invoices WHERE NOT EXISTS (SELECT 1 FROM papers WHERE papers.kind = 'invoice' AND papers.subject_id = invoices.id)");
    return row!.count;
  };
  while ((await waiting()) > 0) await new Promise((resolve) => setTimeout(resolve, 500));
  await reader.close();
}

async function load(cookies: readonly string[], pages: number): Promise<number> {
  const begun = performance.now();
  let next = 0;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (next < pages) {
      next += 1;
      await ask('bookings.period', cookies[next % cookies.length]!);
    }
  }));
  return pages / ((performance.now() - begun) / 1000);
}

/** Resident memory in bytes (Linux). */
function memoryOf(host: ChildProcess): number {
  const status = readFileSync(`/proc/${host.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
}
