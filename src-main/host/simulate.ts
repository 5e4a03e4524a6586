import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { simulateFiles } from '../features/rulebook/simulate';

/*
 * `npm run simulate -- rulebook.json scenario.json` prints a result as JSON;
 * `npm run simulate -- --all folder` prints one line a scenario of a folder of towns.
 */

const USAGE = `Usage : npm run simulate -- règlement.json scénario.json
        npm run simulate -- --all dossier
`;

/** A file that cannot be read; its message is the sentence to print. */
class UnreadableFile extends Error {}

function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UnreadableFile(`Le fichier ${path} est introuvable ou illisible.`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new UnreadableFile(`Le fichier ${path} n’est pas du JSON valable.`);
  }
}

function simulateOne(rulebookPath: string, scenarioPath: string): number {
  const simulation = simulateFiles(readJson(rulebookPath), readJson(scenarioPath));
  if ('error' in simulation) {
    const { code, path, question } = simulation.error;
    const file = code === 'rulebook' ? rulebookPath : scenarioPath;
    process.stderr.write(`${file} n’est pas accepté${path === '' ? '' : `, à « ${path} »`} : ${question}\n`);
    return 1;
  }
  process.stdout.write(`${JSON.stringify(simulation.result, null, 2)}\n`);
  return 0;
}

function idOf(scenario: unknown, file: string): string {
  const id = typeof scenario === 'object' && scenario !== null && 'id' in scenario ? scenario.id : undefined;
  return typeof id === 'string' ? id : basename(file, '.json');
}

const attempt = (path: string): { json: unknown } | { unreadable: string } => {
  try {
    return { json: readJson(path) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { unreadable: error.message };
    throw error;
  }
};

function simulateTown(folder: string, town: string): void {
  const rulebook = attempt(join(folder, town, 'rulebook.json'));
  const scenarios = join(folder, town, 'scenarios');
  const files = existsSync(scenarios) ? readdirSync(scenarios).filter((name) => name.endsWith('.json')).sort() : [];
  for (const file of files) {
    const scenario = attempt(join(scenarios, file));
    const id = idOf('json' in scenario ? scenario.json : undefined, file);
    const unreadable = 'unreadable' in rulebook ? { code: 'rulebook', question: rulebook.unreadable } : 'unreadable' in scenario ? { code: 'scenario', question: scenario.unreadable } : null;
    const simulation = 'json' in rulebook && 'json' in scenario ? simulateFiles(rulebook.json, scenario.json) : { error: { path: '', ...unreadable } };
    process.stdout.write(`${JSON.stringify({ town, id, ...simulation })}\n`);
  }
}

function simulateAll(folder: string): number {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new UnreadableFile(`Le dossier ${folder} est introuvable.`);
  const towns = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  for (const town of towns) simulateTown(folder, town);
  return 0;
}

function main(args: readonly string[]): number {
  const [first, second] = args;
  if (first === '--all' && second !== undefined && args.length === 2) return simulateAll(second);
  if (first !== undefined && second !== undefined && args.length === 2 && !first.startsWith('--')) return simulateOne(first, second);
  process.stderr.write(USAGE);
  return 2;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UnreadableFile)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
