import { Agent, request } from 'node:http';
import { PORTAL } from './demo-host';
import { percentile } from './table';
import type { Measure } from './table';

/** What the portal's pages ask for, each in one call. */
export const ANSWERS: Readonly<Record<string, string>> = {
  'a week of bookings': 'bookings.period',
  home: 'home.read',
  invoices: 'invoices.list',
  attendance: 'attendance.period',
  documents: 'documents.desk',
  messages: 'messages.desk',
  'the family’s file': 'profile.read',
};
const ALONE = 150;
const AT_ONCE = 50;
const ROUNDS = 8;

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

/** One answer to a parent; throws unless it succeeds. */
export function ask(procedure: string, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    request(`${PORTAL}/rpc/${procedure}?input=${encodeURIComponent('{}')}`, { agent, headers: { cookie } }, (answer) => {
      answer.resume();
      answer.on('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(`${procedure}: ${answer.statusCode}`))));
    }).on('error', reject).end();
  });
}

/** Each answer alone, then with fifty parents who ask at once (every page, one after the other, each its own way round). */
export async function measureAnswers(cookies: readonly string[]): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const [name, procedure] of Object.entries(ANSWERS)) {
    const samples: number[] = [];
    await take(procedure, cookies[0]!, 10, []);
    await take(procedure, cookies[0]!, ALONE, samples);
    measures.push({ name: `portal: ${name} alone, p95`, value: percentile(samples, 0.95), unit: 'ms', goal: { kind: 'atMost', value: 50 } });
  }
  const together: number[] = [];
  const procedures = Object.values(ANSWERS);
  await Promise.all(Array.from({ length: AT_ONCE }, async (_, parent) => {
    for (let turn = 0; turn < procedures.length * ROUNDS; turn += 1) await take(procedures[(turn + parent) % procedures.length]!, cookies[parent % cookies.length]!, 1, together);
  }));
  return [...measures, { name: 'portal: any of them with 50 parents at once, p95', value: percentile(together, 0.95), unit: 'ms', goal: { kind: 'atMost', value: 100 } }];
}

async function take(procedure: string, cookie: string, count: number, samples: number[]): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) {
    const begun = performance.now();
    await ask(procedure, cookie);
    samples.push(performance.now() - begun);
  }
}
