import { describe, expect, it } from 'vitest';
import { checkWords, placeWords, sizeWords } from '../../../src-renderer/components/backups/backup-words';

describe('words of a backup', () => {
  it.each([[0, '1\u00a0Ko'], [640_400, '640\u00a0Ko'], [999_600, '1000\u00a0Ko'], [12_430_000, '12,4\u00a0Mo'], [345_678_000, '346\u00a0Mo'], [2_150_000_000, '2,2\u00a0Go'], [3e15, '3000\u00a0To']])('%i bytes are %s', (bytes, words) => {
    expect(sizeWords(bytes).replace(/\u202f/g, '')).toBe(words);
  });

  it('say where it lies and how its check went', () => {
    expect([placeWords({ place: 'here', isTwice: false }), placeWords({ place: 'here', isTwice: true }), placeWords({ place: 'second', isTwice: false })])
      .toEqual(['Ici', 'Ici et second dossier', 'Second dossier seulement']);
    const moment = (): string => '05/11';
    expect(checkWords({ check: null }, moment)).toBe('Pas encore vérifiée');
    expect(checkWords({ check: { at: 'x', problem: null, missingFiles: 0 } }, moment)).toBe('Vérifiée le 05/11');
    expect(checkWords({ check: { at: 'x', problem: null, missingFiles: 2 } }, moment)).toBe('Vérifiée le 05/11, 2\u00a0documents manquent');
    expect(checkWords({ check: { at: 'x', problem: 'Cette sauvegarde est abîmée.', missingFiles: 0 } }, moment)).toBe('Cette sauvegarde est abîmée.');
  });
});
