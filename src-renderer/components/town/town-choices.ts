import type { TownInput } from '../../../src-main/features/town/schema';
import type { Choice } from '../ui/choice';

/** The town's form, every field filled in. */
export type TownValues = Required<TownInput>;

export const ZONE_CHOICES: readonly Choice<TownValues['schoolZone']>[] = [
  { value: 'A', label: 'Zone A : Besançon, Bordeaux, Clermont-Ferrand, Dijon, Grenoble, Limoges, Lyon, Poitiers' },
  { value: 'B', label: 'Zone B : Aix-Marseille, Amiens, Lille, Nancy-Metz, Nantes, Nice, Normandie, Orléans-Tours, Reims, Rennes, Strasbourg' },
  { value: 'C', label: 'Zone C : Créteil, Montpellier, Paris, Toulouse, Versailles' },
  { value: 'none', label: 'Aucune : outre-mer, Corse, établissement à l’étranger' },
];

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
