import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './run.mjs';

const FOLDER = join(ROOT, 'out', '.stamp');

/** What decides about every part of the build, besides its sources. */
const SHARED = ['package.json', 'package-lock.json', 'electron.vite.config.ts', 'nuxt-ui.config.ts', 'scripts/build.mjs'];

/**
 * True when a part was built from exactly these sources.
 * @param {{ key: string, folders: readonly string[], output: string }} part
 */
export function isFresh(part) {
  const stamp = readStamp(part.key);
  return stamp !== null && existsSync(join(ROOT, part.output)) && stamp.hash === hashOf(part.folders, stamp.others);
}

/** Notes what a part was built from: its folders, and the modules that it took from elsewhere. */
export function writeStamp(part, modules) {
  const others = [...new Set(modules.map((id) => id.split('?')[0]))]
    .filter((path) => path.startsWith(ROOT) && !path.includes('node_modules') && existsSync(path))
    .map((path) => relative(ROOT, path).replaceAll('\\', '/'))
    .filter((path) => !part.folders.some((folder) => path === folder || path.startsWith(`${folder}/`)))
    .sort();
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${part.key}.json`), JSON.stringify({ hash: hashOf(part.folders, others), others }));
}

/** Forgets a part, so that a build that fails half-way is done again. */
export function clearStamp(part) {
  rmSync(join(FOLDER, `${part.key}.json`), { force: true });
}

function readStamp(key) {
  const path = join(FOLDER, `${key}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

function hashOf(folders, others) {
  const hash = createHash('sha1').update(process.version);
  for (const path of [...SHARED, ...folders.flatMap(filesBelow), ...others]) {
    const full = join(ROOT, path);
    if (existsSync(full)) hash.update(path).update('\0').update(readFileSync(full));
  }
  return hash.digest('hex');
}

function filesBelow(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesBelow(`${path}/${name}`));
}
