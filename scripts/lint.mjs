// Lints everything: `npm run lint`; a part of it: `npm run lint -- src-main/features/town`.
import { readdirSync } from 'node:fs';
import { ROOT, runBin } from './lib/run.mjs';

// The program's side and all the rest, at the same time: each has its own types to read.
const PROGRAM = ['src-main', 'portal/server'];
const APART = ['src-main', 'portal', 'node_modules', 'out', 'dist', 'coverage', 'resources', 'docs', 'data', 'test-results', 'playwright-report'];
const rest = readdirSync(ROOT).filter((name) => !name.startsWith('.') && !APART.includes(name) && /^[^.]+$|\.[cm]?[jt]s$/.test(name));

const lint = (paths) => runBin('eslint', ['--max-warnings', '0', '--no-error-on-unmatched-pattern', ...paths]);
const chosen = process.argv.slice(2);
const codes = await Promise.all(chosen.length > 0 ? [lint(chosen)] : [lint(PROGRAM), lint([...rest, 'portal/client'])]);
process.exitCode = Math.max(...codes);
