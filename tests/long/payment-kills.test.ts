import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkLedger } from '../../src-main/features/ledger/check-ledger';
import { Database } from '../../src-main/platform/database/database';
import { startBuiltHost } from '../e2e/support/host';
import type { BuiltHost } from '../e2e/support/host';

const TURNS = 20;
const CLERKS = 3;
const NOW = '2026-11-05T10:01';
const MEANS = ['cash', 'cheque', 'card', 'transfer'] as const;

type Call = <Answer>(path: string, input: unknown) => Promise<Answer>;
interface Recorded { readonly paymentId: number; readonly label: string }

/** The staff's door, signed in as the administrator of the demo. */
async function signIn(host: BuiltHost): Promise<Call> {
  let token = '';
  const call: Call = async <Answer>(path: string, input: unknown) => {
    const answer = await fetch(`${host.staffUrl}/rpc/${path}`, {
      method: 'POST', headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }, body: JSON.stringify(input),
    });
    const body = (await answer.json()) as { result?: { data: Answer }; error?: { message: string } };
    if (!body.result) throw new Error(`${path}: ${body.error?.message}`);
    return body.result.data;
  };
  ({ token } = await call<{ token: string }>('session.signIn', { email: 'nadine.legoff@saint-aubin.example', password: 'Demo-Preau-1' }));
  return call;
}

/** What a clerk typed: sent again with the same key until it is answered, also by the next host. */
interface Typed { readonly familyId: number; readonly cents: number; readonly means: (typeof MEANS)[number]; readonly requestKey: string }
let typed = 0;
const waiting: Typed[] = [];
const answered = new Map<string, string>();

/** Records one payment after the other, and takes every seventh back, until the host dies. */
async function work(call: Call, clerk: number): Promise<void> {
  for (;;) {
    const left = waiting.splice(0, 1)[0];
    typed += 1;
    const one = left ?? { familyId: 1 + (typed % 40), cents: 100 + ((typed * 137) % 2500), means: MEANS[typed % 4]!, requestKey: `clerk-${clerk}-${typed}` };
    let recorded: Recorded;
    try {
      recorded = await call<Recorded>('payments.record', { ...one, receivedOn: '2026-11-05', acceptOverpayment: true });
    } catch (failure) {
      waiting.push(one);
      throw failure;
    }
    answered.set(one.requestKey, recorded.label);
    if (typed % 7 === 0) await call('payments.reverse', { paymentId: recorded.paymentId, reason: 'Essai' });
  }
}

it(`gives no receipt twice, leaves no gap and loses no payment when it is killed ${TURNS} times`, async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'preau-payments-'));
  for (let turn = 0; turn < TURNS; turn += 1) {
    const host = await startBuiltHost({ demo: true, now: NOW, dataFolder });
    const call = await signIn(host);
    const clerks = Array.from({ length: CLERKS }, (_, clerk) => work(call, clerk).catch(() => undefined)); // each ends with the host
    await new Promise((resolve) => setTimeout(resolve, 250 + ((turn * 211) % 900)));
    await host.kill({ keepData: true });
    await Promise.all(clerks);
    await check(join(dataFolder, 'preau.sqlite'));
  }
  expect(answered.size).toBeGreaterThan(TURNS);
  const last = await startBuiltHost({ demo: true, now: NOW, dataFolder });
  expect(await last.stop()).toBe(0);
  rmSync(dataFolder, { recursive: true, force: true });
});

/** Whatever was answered stands, once, under the receipt that was told; everything adds up. */
async function check(file: string): Promise<void> {
  const db = await Database.open(file);
  expect(await checkLedger(db)).toEqual([]);
  const rows = await db.select<{ requestKey: string; label: string }>("SELECT request_key AS requestKey, label FROM payments WHERE request_key LIKE 'clerk-%'");
  const labels = new Map(rows.map(({ requestKey, label }) => [requestKey, label]));
  for (const [key, label] of answered) expect(labels.get(key)).toBe(label);
  await db.close();
}
