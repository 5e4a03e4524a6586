import { describe, expect, it } from 'vitest';
import { freeCode } from '../../../src-main/features/town-rules/schema';

describe('the code of a label', () => {
  it('is the label without accents or capitals', () => {
    expect(freeCode('Cantine, 2e service', [])).toBe('cantine-2e-service');
  });

  it('takes a number when it is taken', () => {
    expect(freeCode('Cantine', ['cantine', 'cantine-2'])).toBe('cantine-3');
  });

  it('stays a code of forty characters', () => {
    const long = freeCode('Accueil de loisirs sans hébergement des vacances', ['accueil-de-loisirs-sans-hebergement-des']);
    expect(long.length).toBeLessThanOrEqual(40);
    expect(long).toMatch(/-2$/);
  });
});
