// The whole check: `npm test`. Names of steps run only these: `node scripts/test.mjs build e2e`.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { ensureChromium } from './ensure-chromium.mjs';
import { ROOT, run, runBin } from './lib/run.mjs';

const VITEST_REPORT = join(ROOT, '.cache/vitest.json');
const PLAYWRIGHT_REPORT = join(ROOT, '.cache/playwright.json');

const STEPS = {
  chromium: () => {
    process.env.CHROMIUM_PATH = ensureChromium();
    return 0;
  },
  types: () => run(process.execPath, ['scripts/types.mjs']),
  lint: () => run(process.execPath, ['scripts/lint.mjs']),
  structure: () => runBin('depcruise', ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'src-main', 'src-renderer', 'portal']),
  vitest: () => runBin('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`]),
  build: () => run(process.execPath, ['scripts/build.mjs']),
  e2e: () => runBin('playwright', ['test', '--config', 'tests/e2e/playwright.config.ts']),
};

/** In this order; those of a group side by side, for each keeps one processor at work. */
const ALL = [['chromium'], ['types', 'lint', 'structure'], ['vitest'], ['build'], ['e2e']];

const chosen = process.argv.slice(2).map((name) => [name]);
for (const report of [VITEST_REPORT, PLAYWRIGHT_REPORT]) rmSync(report, { force: true });
const failedStep = await runGroups(chosen.length > 0 ? chosen : ALL);
printCounts(failedStep);
process.exitCode = failedStep === null ? 0 : 1;

async function runGroups(groups) {
  for (const group of groups) {
    const failed = (await Promise.all(group.map(timeStep))).find((name) => name !== null);
    if (failed !== undefined) return failed;
  }
  return null;
}

/** The step's name when it failed. */
async function timeStep(name) {
  const started = performance.now();
  const code = await runStep(name);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`--- ${name}: ${code === 0 ? 'ok' : 'FAILED'} (${seconds} s)\n`);
  return code === 0 ? null : name;
}

async function runStep(name) {
  try {
    return await STEPS[name]();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

/** One plain line at the very end, both runners added up. A step that fails without a test counts as one. */
function printCounts(failedStep) {
  const vitest = readReport(VITEST_REPORT);
  const stats = readReport(PLAYWRIGHT_REPORT)?.stats;
  const passed = (vitest?.numPassedTests ?? 0) + (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  const skipped = (vitest?.numPendingTests ?? 0) + (vitest?.numTodoTests ?? 0) + (stats?.skipped ?? 0);
  const counted = (vitest?.numFailedTests ?? 0) + (stats?.unexpected ?? 0);
  const failed = failedStep !== null && counted === 0 ? 1 : counted;
  process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
}

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}
