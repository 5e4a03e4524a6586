import { DEMO_NOW, emptyTemplate, untilStill } from './demo-template';
import { startBuiltHost } from './host';

/** Before all stories: the demo town is built once; each host that wants it gets a copy. */
export default async function buildDemo(): Promise<void> {
  const folder = await emptyTemplate();
  const host = await startBuiltHost({ demo: true, now: DEMO_NOW, dataFolder: folder });
  await untilStill(folder);
  await host.stop();
}
