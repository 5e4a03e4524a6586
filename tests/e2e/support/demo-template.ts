import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The moment at which nearly every story opens the demo town. */
export const DEMO_NOW = '2026-11-05T10:01';
/** Later that day the same town is opened. */
export const isDemoDay = (now: string | undefined): boolean => now !== undefined && now.slice(0, 10) === DEMO_NOW.slice(0, 10) && now >= DEMO_NOW;

const TEMPLATE = fileURLToPath(new URL('../../../.cache/e2e-demo', import.meta.url));
const STILL_MS = 2_000;
const PRINTED_WITHIN_MS = 60_000;

/** An empty folder in which the demo town of the stories is built once. */
export async function emptyTemplate(): Promise<string> {
  await rm(TEMPLATE, { recursive: true, force: true });
  await mkdir(TEMPLATE, { recursive: true });
  return TEMPLATE;
}

/** A copy of the town that was built, for one host. */
export const copyTemplate = (folder: string): Promise<void> => cp(TEMPLATE, folder, { recursive: true });

/** Waits until the town's first papers and its first backup are made: no copy has to make them again. */
export async function untilStill(folder: string): Promise<void> {
  const deadline = performance.now() + PRINTED_WITHIN_MS;
  let before = -1;
  while (performance.now() < deadline) {
    const count = (await readdir(folder, { recursive: true })).length;
    if (count === before && count > 0) return;
    before = count;
    await new Promise((resolve) => setTimeout(resolve, STILL_MS));
  }
}
