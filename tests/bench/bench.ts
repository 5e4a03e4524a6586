import { keepHeapLean } from '../../src-main/platform/lean-heap';
import { benchBilling } from './billing';
import { benchBooking } from './booking';
import { benchFirstLoad } from './first-load';
import { benchHost } from './host';
import { benchLighthouse } from './lighthouse';
import { benchPrint } from './print';
import { benchRollCall } from './roll-call';
import { benchRulebook } from './rulebook';
import { benchSearch } from './search';
import { printTable } from './table';
import type { Measure } from './table';

/** Measures by name; `npm run bench -- booking` runs one. */
const BENCHES: Readonly<Record<string, () => Promise<Measure[]>>> = {
  booking: benchBooking,
  billing: benchBilling,
  'roll-call': benchRollCall,
  search: benchSearch,
  rulebook: benchRulebook,
  print: benchPrint,
  host: benchHost,
  'first-load': benchFirstLoad,
  lighthouse: benchLighthouse,
};

// As the host does.
keepHeapLean();
const asked = process.argv.slice(2);
const measures: Measure[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (asked.length === 0 || asked.includes(name)) measures.push(...(await bench()));
}
printTable(measures);
process.exit(0);
