import type { TownInput } from '../../../src-main/features/town/schema';
import type { Choice } from '../ui/choice';

/** The town's form, every field filled in. */
export type TownValues = Required<TownInput>;

export const ZONE_CHOICES: readonly Choice<TownValues['schoolZone']>[] = [
  { value: 'A', label: 'Zone A' }, { value: 'B', label: 'Zone B' }, { value: 'C', label: 'Zone C' }, { value: 'none', label: 'Aucune zone' },
];

/** The académies of each zone: what people know of theirs. */
export const ZONE_HELP: Readonly<Record<TownValues['schoolZone'], string>> = {
  A: 'Académies de Besançon, Bordeaux, Clermont-Ferrand, Dijon, Grenoble, Limoges, Lyon et Poitiers.',
  B: 'Académies d’Aix-Marseille, Amiens, Lille, Nancy-Metz, Nantes, Nice, Normandie, Orléans-Tours, Reims, Rennes et Strasbourg.',
  C: 'Académies de Créteil, Montpellier, Paris, Toulouse et Versailles.',
  none: 'Corse, outre-mer et étranger : vous saisirez les vacances vous-même.',
};

export const REGION_CHOICES: readonly Choice<TownValues['holidayRegion']>[] = [
  { value: '', label: 'Jours fériés nationaux' },
  { value: '57', label: 'Moselle' },
  { value: '67', label: 'Bas-Rhin' },
  { value: '68', label: 'Haut-Rhin' },
];

/** Where French towns are; the town's clock decides deadlines. */
export const TIME_ZONE_CHOICES: readonly Choice<string>[] = [
  { value: 'Europe/Paris', label: 'France métropolitaine' },
  { value: 'America/Guadeloupe', label: 'Guadeloupe, Saint-Barthélemy, Saint-Martin' },
  { value: 'America/Martinique', label: 'Martinique' },
  { value: 'America/Cayenne', label: 'Guyane' },
  { value: 'Indian/Reunion', label: 'La Réunion' },
  { value: 'Indian/Mayotte', label: 'Mayotte' },
  { value: 'America/Miquelon', label: 'Saint-Pierre-et-Miquelon' },
  { value: 'Pacific/Noumea', label: 'Nouvelle-Calédonie' },
  { value: 'Pacific/Tahiti', label: 'Polynésie française' },
  { value: 'Pacific/Wallis', label: 'Wallis-et-Futuna' },
];

export const EMPTY_TOWN: TownValues = {
  name: '', address: '', postcode: '', city: '', phone: '', email: '', siret: '', schoolZone: 'B', holidayRegion: '', timeZone: 'Europe/Paris',
};
