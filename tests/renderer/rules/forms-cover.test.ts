import { describe, expect, it } from 'vitest';
import type { Version } from '../../../src-main/features/rulebook/schema';
import { pathsWithoutForm, usesOf } from '../../../src-renderer/components/rules/forms/parts';
import { TEXTS } from './support';

describe('the forms', () => {
  it.each(TEXTS)('show everything that %s wrote', (_, version) => {
    expect(pathsWithoutForm(version)).toEqual([]);
  });

  it('would tell what they do not show', () => {
    const version = { from: '2026-09-01', zones: [], prices: [{ id: 'repas', label: 'Repas', services: [], price: { kind: 'sum', of: [1], also: 2 } }], other: 1 } as unknown as Version;
    expect(pathsWithoutForm(version)).toEqual(['prices.0.price.also', 'other']);
  });

  it('know where a word still serves', () => {
    const version = { zones: [{ id: 'hors', label: 'Hors' }], prices: [{ id: 'a', label: 'A', services: ['midi'], price: { kind: 'choose', cases: [{ when: { not: { zone: ['hors'] } }, price: 1 }] } }] } as unknown as Version;
    expect(usesOf(version, 'zones', 'hors')).toEqual(['prices.0.price.cases.0.when.not.zone']);
    expect(usesOf(version, 'services', 'midi')).toEqual(['prices.0.services']);
  });
});
