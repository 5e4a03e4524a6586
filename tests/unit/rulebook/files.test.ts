import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { differences } from '../../../src-main/features/rulebook/differences';
import { simulateFiles } from '../../../src-main/features/rulebook/simulate';
import { upgradeRulebook } from '../../../src-main/features/rulebook/upgrade';
import { bareTown, valFleuri } from '../../support/val-fleuri';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ').replace(/’/g, '\'');
const ROOT = join(import.meta.dirname, '../../..');

describe('differences', () => {
  const changed = (parts: object): string[] => differences(bareTown(), bareTown(parts as never)).map(({ section, sentence }) => `${section} : ${plain(sentence)}`);
  it('name the section, the row, the field and both values', () => {
    const base = bareTown().versions[0]!;
    expect(changed({ prices: [{ ...base.prices[0], price: 320 }, base.prices[1]] })).toEqual(['Tarifs : « Repas », prix : 3,00 € → 3,20 €']);
    expect(changed({ prices: [...base.prices, { id: 'x', label: 'Adulte', services: ['cantine'], price: 1 }] })).toEqual(['Tarifs : « Adulte » : ajouté']);
    expect(changed({ prices: [base.prices[1], base.prices[0]] })).toEqual(['Tarifs : ordre des lignes : changé']);
    expect(changed({ rounding: { at: 'line', mode: 'up' } })).toEqual(['Arrondis : rien → un réglage']);
    expect(changed({ services: [{ ...base.services[0], weekdays: ['mon'] }, base.services[1]] })).toEqual(['Prestations : « Cantine », jours : lundi, mardi, jeudi, vendredi → lundi']);
  });
  it('go into formulas', () => {
    const rows = (upTo: string) => [{ id: 'repas', label: 'Repas', services: ['cantine', 'soir'], price: { kind: 'brackets', measure: 'qf', rows: [{ upTo, price: 100 }, { price: 200 }] } }];
    const found = differences(bareTown({ prices: rows('700') } as never), bareTown({ prices: rows('750.5') } as never));
    expect(found.map(({ sentence }) => plain(sentence))).toEqual(['« Repas », prix, lignes, ligne 1, jusqu\'à : 700 → 750,5']);
  });
  it('are none between a rulebook and itself', () => expect(differences(valFleuri, valFleuri)).toEqual([]));
});

describe('an older format', () => {
  it('is brought to today\'s', () => {
    const { versions: [version], town } = bareTown();
    const old = { format: 'preau-rulebook/0', town: town.name, ...version };
    expect(upgradeRulebook(old)).toEqual({ format: 'preau-rulebook/1', town: { name: 'Nue', timeZone: 'Europe/Paris' }, versions: [version] });
  });
  it('is left alone when it is today\'s, newer, or no rulebook', () => {
    for (const file of [bareTown(), { format: 'preau-rulebook/9' }, null, 3]) expect(upgradeRulebook(file)).toBe(file);
  });
});

describe('simulateFiles', () => {
  const scenario = { format: 'preau-scenario/1', id: 's', family: { id: 'f', zone: 'commune', fund: 'CAF', children: [{ id: 'a' }] }, events: [], evaluate: { period: { from: '2026-11-01', to: '2026-11-30' } } };
  it('answers, or says which file is refused and where', () => {
    expect(simulateFiles(bareTown(), scenario)).toMatchObject({ result: { format: 'preau-result/1', lines: [] } });
    expect(simulateFiles({ ...bareTown(), colour: 1 }, scenario)).toEqual({ error: { code: 'rulebook', path: 'colour', question: 'Le mot « colour » n\'existe pas ici.' } });
    expect(simulateFiles(bareTown(), { ...scenario, events: [{ type: 'dance' }] })).toMatchObject({ error: { code: 'scenario', path: 'events.0.type' } });
    expect(simulateFiles(bareTown(), { ...scenario, evaluate: { period: { from: '2026-11-30', to: '2026-11-01' } } })).toMatchObject({ error: { code: 'scenario', path: 'evaluate.period' } });
  });
});

describe('npm run simulate', () => {
  const folder = mkdtempSync(join(tmpdir(), 'simulate-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (...args: string[]) => spawnSync(process.execPath, [join(ROOT, 'scripts/simulate.mjs'), ...args], { encoding: 'utf8', cwd: ROOT });
  const towns = join(ROOT, 'tests/support/towns');

  it('prints one line a scenario of a folder of towns', { timeout: 60_000 }, () => {
    const { stdout, status } = run('--all', towns);
    const lines = stdout.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(status).toBe(0);
    expect(lines).toHaveLength(131);
    expect(lines.find(({ id }) => id === 'BUB-1')).toMatchObject({ town: 'BUB', result: { totals: { totalCents: 3052 } } });
  });
  it('prints a result', { timeout: 60_000 }, () => {
    const { stdout, status } = run(join(towns, 'SCO/rulebook.json'), join(towns, 'SCO/scenarios/SCO-5.json'));
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ totals: { totalCents: 2500 } });
  });
  it('says what is wrong with a bad file, and fails', { timeout: 60_000 }, () => {
    const bad = join(folder, 'bad.json');
    writeFileSync(bad, '{');
    expect(run(bad, bad)).toMatchObject({ status: 1, stdout: '', stderr: `Le fichier ${bad} n’est pas du JSON valable.\n` });
    writeFileSync(bad, JSON.stringify({ ...bareTown(), versions: [] }));
    expect(run(bad, bad)).toMatchObject({ status: 1, stderr: `${bad} n’est pas accepté, à « versions » : Il faut au moins un élément.\n` });
    expect(run('--all', join(folder, 'nowhere'))).toMatchObject({ status: 1 });
  });
});
