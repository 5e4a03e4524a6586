import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Folder of the project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** True for the script that was named on the command line, not for one that another imports. */
export function isCalledDirectly(meta) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === meta.filename;
}

/**
 * Runs a program with the terminal's own input and output.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 1 when it could not start or a signal ended it
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
    child.on('error', (error) => {
      process.stderr.write(`${command} : ${error.message}\n`);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs a Node program of node_modules by its package's own `bin`, the same on every system. */
export async function runBin(name, args, options = {}) {
  const path = binPath(name);
  return run(process.execPath, [path, ...args], options);
}

const BINS = {
  'vue-tsc': 'vue-tsc/bin/vue-tsc.js',
  eslint: 'eslint/bin/eslint.js',
  depcruise: 'dependency-cruiser/bin/dependency-cruise.mjs',
  vitest: 'vitest/vitest.mjs',
  playwright: '@playwright/test/cli.js',
  'electron-builder': 'electron-builder/cli.js',
  'install-electron': 'electron/install.js',
};

function binPath(name) {
  const path = `${ROOT}/node_modules/${BINS[name]}`;
  if (!existsSync(path)) throw new Error(`${name} manque : lancez d’abord npm ci.`);
  return path;
}
