import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseRulebook } from '../../../src-main/features/rulebook/parse';
import type { Rulebook } from '../../../src-main/features/rulebook/schema';
import { wordAbsence, wordAdjustment, wordAid, wordBundle } from '../../../src-main/features/town-rules/reading/read-pricing';
import { namesOf } from '../../../src-main/features/town-rules/reading/names';
import { readVersion } from '../../../src-main/features/town-rules/reading/read-version';

const TOWNS = join(import.meta.dirname, '../../support/towns');
const towns = readdirSync(TOWNS);

function rulebookOfTown(town: string): Rulebook {
  const read = parseRulebook(JSON.parse(readFileSync(join(TOWNS, town, 'rulebook.json'), 'utf8')));
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.rulebook;
}

/** No-break spaces as plain ones: the eye does not tell them apart. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a version read as sentences', () => {
  it.each(towns)('%s: every block of a real town has its sentence, in words', (town) => {
    for (const version of rulebookOfTown(town).versions) {
      const lines = readVersion(version).flatMap((section) => section.lines);
      for (const [list, rows] of Object.entries(version)) {
        if (!Array.isArray(rows) || ['zones', 'categories', 'flags', 'schools'].includes(list)) continue;
        rows.forEach((_, index) => expect(lines.map((line) => line.at)).toContain(`${list}.${index}`));
      }
      for (const { text } of lines) expect(text).not.toMatch(/undefined|null|\[object|NaN/);
    }
  });

  it('reads like the council’s text', () => {
    const [version] = rulebookOfTown('SAF').versions;
    const text = plain(readVersion(version!).flatMap((section) => section.lines.map((line) => line.text)).join('\n'));
    expect(text).toContain('Le jeudi précédent : pour les autres jours : le jeudi de la semaine précédente à minuit.');
    expect(text).toContain('jusqu’à 450 : 7,20 € ; jusqu’à 550 : 7,70 €');
    expect(text).toContain('hors communauté (famille « Autres communes ») : + 2,00 €.');
    expect(text).toContain('au moins trois enfants : tranche inférieure (nombre d’enfants inscrits : 3 ou plus) : 1 tranche plus bas.');
  });

  it('says what is not fixed in good French', () => {
    const names = namesOf(rulebookOfTown('SAF').versions[0]!);
    const bundle = { id: 'b', label: 'Plafond', services: ['cantine'], per: 'month', by: 'child' as const, price: null };
    expect(wordBundle({ ...bundle, effect: 'atMost' }, names)).toMatch(/ : plafond non fixé\.$/);
    expect(wordBundle({ ...bundle, effect: 'replace' }, names)).toMatch(/ : total non fixé\.$/);
    expect(wordAdjustment({ id: 'a', label: 'Majoration', replace: null }, names)).toBe('Majoration : nouveau prix non fixé.');
    expect(wordAbsence({ id: 'x', label: 'tardive', charge: { price: null } }, names)).toBe('Absence tardive : facturée à un prix non fixé.');
    expect(wordAid({ id: 'ccas', label: 'CCAS', payer: 'CCAS', percent: '50', mode: 'deduct', cap: { cents: null, per: 'child', every: 'month' } }, names)).toContain('dans une limite non fixée par mois');
  });
});
