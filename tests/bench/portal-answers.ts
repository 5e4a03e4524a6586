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
const ROUNDS = 4;

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

/**
 * Each answer alone; then fifty parents who look at what they get for a second before they ask
 * again; then the worst there is, fifty who ask again at once, without end. Each goes its own way
 * round the pages.
 */
export async function measureAnswers(cookies: readonly string[]): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const [name, procedure] of Object.entries(ANSWERS)) {
    const samples: number[] = [];
    await take(procedure, cookies[0]!, 10, []);
    await take(procedure, cookies[0]!, ALONE, samples);
    measures.push({ name: `portal: ${name} alone, p95`, value: percentile(samples, 0.95), unit: 'ms', goal: { kind: 'atMost', value: 50 } });
  }
  return [
    ...measures,
    { name: 'portal: 50 parents who read for a second, p95', value: percentile(await crowd(cookies, 1000), 0.95), unit: 'ms', goal: { kind: 'atMost', value: 100 } },
    { name: 'portal: 50 parents who ask without end, p95', value: percentile(await crowd(cookies, 0), 0.95), unit: 'ms', goal: { kind: 'atMost', value: 100 } },
  ];
}

/** How long each answer took to fifty parents who wait so long after each. */
async function crowd(cookies: readonly string[], readingMs: number): Promise<number[]> {
  const samples: number[] = [];
  const procedures = Object.values(ANSWERS);
  await Promise.all(Array.from({ length: AT_ONCE }, async (_, parent) => {
    await new Promise((resolve) => setTimeout(resolve, (readingMs * parent) / AT_ONCE));
    for (let turn = 0; turn < procedures.length * ROUNDS; turn += 1) {
      await take(procedures[(turn + parent) % procedures.length]!, cookies[parent % cookies.length]!, 1, samples);
      if (readingMs > 0) await new Promise((resolve) => setTimeout(resolve, readingMs));
    }
  }));
  return samples;
}

async function take(procedure: string, cookie: string, count: number, samples: number[]): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) {
    const begun = performance.now();
    await ask(procedure, cookie);
    samples.push(performance.now() - begun);
  }
}
