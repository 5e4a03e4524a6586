import { describe, expect, it } from 'vitest';
import { RIGHTS, RIGHTS_BY_ROLE } from '../../../src-main/kernel/actor';
import type { Right } from '../../../src-main/kernel/actor';
import { BAND, bandFor } from '../../../src-renderer/router/band';

const may = (rights: readonly Right[]) => (right: Right | null) => right === null || rights.includes(right);
const labels = (entries: ReturnType<typeof bandFor>) => entries.map(({ label, inside }) => (inside ? [label, ...inside.map((sub) => sub.label)] : label));

describe('the band of rooms', () => {
  it('shows every room that exists to someone with every right, in the order of the house', () => {
    expect(labels(bandFor(() => true, may(RIGHTS)))).toEqual(labels([...BAND]));
  });

  it('shows no room that does not exist yet, nor a heading without rooms', () => {
    expect(labels(bandFor((route) => route === 'home' || route === 'outbox', may(RIGHTS)))).toEqual(['Accueil', ['Portail', 'Boîte d’envoi']]);
  });

  it('shows an agent only what an agent may enter', () => {
    expect(labels(bandFor(() => true, may(RIGHTS_BY_ROLE.agent)))).toEqual(['Accueil', 'Familles', 'Réservations', 'Présences', 'Documents', ['Réglages', 'Écoles et classes']]);
  });
});
