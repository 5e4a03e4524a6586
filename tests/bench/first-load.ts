import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Measure } from './table';

const PORTAL = 'out/portal';

/** What a phone loads before a parent can sign in: the page, its scripts and styles, compressed. */
export function benchFirstLoad(): Promise<Measure[]> {
  const html = readFileSync(join(PORTAL, 'index.html'), 'utf8');
  const linked = [...html.matchAll(/(?:src|href)="\/?(assets\/[^"]+\.(?:js|css))"/g)].map((match) => match[1]!);
  const bytes = gzipSync(html).length + linked.reduce((sum, file) => sum + gzipSync(readFileSync(join(PORTAL, file))).length, 0);
  const fonts = readdirSync(join(PORTAL, 'assets')).filter((file) => extname(file) === '.woff2');
  const largestFont = Math.max(0, ...fonts.map((file) => readFileSync(join(PORTAL, 'assets', file)).length));
  return Promise.resolve([
    { name: 'portal, first load (gzip)', value: bytes / 1000, unit: 'kB', goal: { kind: 'atMost', value: 100 } },
    { name: 'portal, largest font (loaded beside, text shows at once)', value: largestFont / 1000, unit: 'kB' },
  ]);
}
