import type { FamilyLine } from '../../src-main/features/families/schema';
import { enumerated } from '../../src-main/kernel/text';
import { api } from '../api/client';
import { useTypedSearch } from './use-typed-search';

export interface FoundFamily {
  readonly id: number;
  readonly name: string;
  /** What tells it from another: children, town, phone. */
  readonly words: string;
}

function foundFamily({ id, name, archived, adults, children, city, phone }: FamilyLine): FoundFamily {
  const firstNames = enumerated(children.map((child) => child.firstName));
  const others = adults.filter((adult) => adult.kind === 'guardian').map((adult) => adult.name).join(', ');
  return { id, name: archived ? `${name} (archivée)` : name, words: [firstNames, others, phone, city].filter(Boolean).join(' · ') };
}

/** Families as they are typed, by any of their names. */
export const useFamilySearch = () => useTypedSearch<FoundFamily>({
  least: 2,
  ask: async (text) => (await api.families.search.query({ text, limit: 20 })).map(foundFamily),
  tooShort: 'Écrivez au moins deux lettres.',
  nothing: 'Aucune famille trouvée. Vérifiez l’orthographe ou essayez un prénom d’enfant.',
});
