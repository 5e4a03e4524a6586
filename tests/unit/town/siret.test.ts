import { describe, expect, it } from 'vitest';
import { isSiret } from '../../../src-main/features/town/siret';

describe('a SIRET', () => {
  it.each(['21220113900012', '35600000000048', '73282932000074'])('%s is valid', (digits) => expect(isSiret(digits)).toBe(true));
  it.each(['21220113900018', '2122011390001', '', '2122011390001A', '11111111111111'])('%s is not', (digits) => expect(isSiret(digits)).toBe(false));
});
