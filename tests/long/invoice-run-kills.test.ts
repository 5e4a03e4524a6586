import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkAccounts } from '../../src-main/features/billing/check-billing';
import type { PeriodChoice, RunOverview } from '../../src-main/features/billing/schema';
import { Database } from '../../src-main/platform/database/database';
import { buildCrowd } from '../support/factories/build-crowd';
import { startBuiltHost } from '../e2e/support/host';
import type { BuiltHost } from '../e2e/support/host';

const TURNS = 20;
const FAMILIES = 900;
const OPTIONS = { demo: true, now: '2026-11-05T10:01' };
/** October is invoiced already; the crowd that comes afterwards is not. */
const MONTHS = [['2026-09-01', '2026-09-30'], ['2026-10-01', '2026-10-31'], ['2026-11-01', '2026-11-30'], ['2026-12-01', '2026-12-31']] as const;

interface Accounts {
  readonly staff: readonly { readonly email: string; readonly password: string }[];
}

/** The secretary at her page. */
class Secretary {
  private token = '';

  constructor(private readonly host: BuiltHost) {}

  async signIn({ email, password }: Accounts['staff'][number]): Promise<void> {
    this.token = (await this.write<{ token: string }>('session.signIn', { email, password })).token;
  }

  private get headers(): Record<string, string> {
    return { 'content-type': 'application/json', 'x-preau': '1', ...(this.token && { authorization: `Bearer ${this.token}` }) };
  }

  async read<T>(path: string, input?: object): Promise<T> {
    const query = input ? `?input=${encodeURIComponent(JSON.stringify(input))}` : '';
    return answered<T>(await fetch(`${this.host.staffUrl}/rpc/${path}${query}`, { headers: this.headers }));
  }

  async write<T>(path: string, input: object): Promise<T> {
    return answered<T>(await fetch(`${this.host.staffUrl}/rpc/${path}`, { method: 'POST', headers: this.headers, body: JSON.stringify(input) }));
  }
}

async function answered<T>(answer: Response): Promise<T> {
  const body = (await answer.json()) as { result?: { data: T }; error?: { message: string } };
  if (!body.result) throw new Error(body.error?.message ?? String(answer.status));
  return body.result.data;
}

/** Opens the page: a run that was cut off goes on by itself; when none is at work, the next month begins. */
async function invoice(host: BuiltHost, dataFolder: string): Promise<void> {
  const { staff } = JSON.parse(readFileSync(join(dataFolder, 'demo-accounts.json'), 'utf8')) as Accounts;
  const secretary = new Secretary(host);
  await secretary.signIn(staff[0]!);
  const current = await secretary.read<RunOverview | null>('billing.current');
  if (current) {
    if (current.state === 'preparing') await secretary.write('billing.issue', { runId: current.id, version: current.version });
    return;
  }
  const runs = await secretary.read<PeriodChoice[]>('billing.runs');
  const [from, to] = MONTHS.find(([first]) => !runs.slice(0, -1).some((run) => run.from === first)) ?? MONTHS[2];
  const { runId } = await secretary.write<{ runId: number }>('billing.startRun', { from, to });
  await secretary.write('billing.issue', { runId, version: 1 });
}

const withData = async <T>(dataFolder: string, work: (db: Database) => Promise<T>): Promise<T> => {
  const db = await Database.open(join(dataFolder, 'preau.sqlite'));
  try {
    return await work(db);
  } finally {
    await db.close();
  }
};

/** No gap, no double, nothing halved: what is proved in the program, and that each family has one bill a run. */
async function check(db: Database): Promise<number> {
  expect(await db.select('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(await db.select('PRAGMA foreign_key_check')).toEqual([]);
  expect((await checkAccounts(db)).faults).toEqual([]);
  expect(await db.select('SELECT run_id, family_id FROM bills WHERE run_id IS NOT NULL GROUP BY run_id, family_id HAVING count(*) > 1')).toEqual([]);
  expect(await db.select(
    `SELECT row.run_id, row.family_id FROM run_families row LEFT JOIN bills bill ON bill.run_id = row.run_id AND bill.family_id = row.family_id
     WHERE (row.state = 'issued') <> (bill.id IS NOT NULL)`)).toEqual([]);
  return (await db.selectOne<{ count: number }>('SELECT count(*) AS count FROM invoices'))!.count;
}

it(`issues each invoice once and leaves no gap when it is killed ${TURNS} times on the way`, async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'preau-invoice-kill-'));
  expect(await (await startBuiltHost({ ...OPTIONS, dataFolder })).stop()).toBe(0);
  await withData(dataFolder, (db) => buildCrowd(db, { families: FAMILIES, childrenEach: 2, after: 10_000, week: '["mon","tue","thu","fri"]' }));
  const counts = [await withData(dataFolder, check)];
  let cutOff = 0;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const host = await startBuiltHost({ ...OPTIONS, dataFolder });
    // Either as soon as a run issues, or at some moment after a start, when a run that was cut off goes on.
    if (turn % 2 === 0) await invoice(host, dataFolder);
    await new Promise((resolve) => setTimeout(resolve, (turn * 137) % 700));
    await host.kill({ keepData: true });
    counts.push(await withData(dataFolder, check));
    cutOff += await withData(dataFolder, async (db) => (await db.select("SELECT id FROM invoice_runs WHERE state = 'issuing'")).length);
  }
  expect(cutOff).toBeGreaterThan(3);
  const last = await startBuiltHost({ ...OPTIONS, dataFolder });
  await invoice(last, dataFolder);
  const secretary = new Secretary(last);
  await secretary.signIn((JSON.parse(readFileSync(join(dataFolder, 'demo-accounts.json'), 'utf8')) as Accounts).staff[0]!);
  while ((await secretary.read<RunOverview | null>('billing.current')) !== null) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await last.stop()).toBe(0);
  await withData(dataFolder, async (db) => {
    counts.push(await check(db));
    expect(await db.select("SELECT run_id FROM run_families WHERE state = 'waiting'")).toEqual([]);
    const bills = await db.selectOne<{ families: number }>("SELECT count(DISTINCT family_id) AS families FROM bills WHERE family_id > 10000 AND from_on = '2026-09-01'");
    expect(bills!.families).toBe(FAMILIES);
  });
  expect(counts.every((count, place) => place === 0 || count >= counts[place - 1]!)).toBe(true);
  rmSync(dataFolder, { recursive: true, force: true });
});
