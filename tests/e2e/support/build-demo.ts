import { DEMO_NOW, emptyTemplate, untilStill } from './demo-template';
import { startBuiltHost } from './host';

/** Three months of a town are played: a quarter of a minute on a quiet machine, minutes on one that is busy elsewhere. */
const BUILT_WITHIN_MS = 240_000;

/** Before all stories: the demo town is built once; each host that wants it gets a copy. */
export default async function buildDemo(): Promise<void> {
  const folder = await emptyTemplate();
  const host = await startBuiltHost({ demo: true, now: DEMO_NOW, dataFolder: folder, readyWithinMs: BUILT_WITHIN_MS });
  await untilStill(folder);
  await host.stop();
}
