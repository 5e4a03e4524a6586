import { localDate, makeDate } from '../kernel/local-date';
import type { Level } from '../features/schools/schema';
import type { AdultPlan, ChildPlan, FamilyPlan } from './plan';

/** The families that the parents' guides show. */

const person = (values: Pick<AdultPlan, 'civility' | 'lastName' | 'firstName' | 'relation' | 'email'> & { born: number }): AdultPlan => {
  const { born, ...told } = values;
  return {
    ...told, birthOn: makeDate(born, 3, 17), mobilePhone: `06 39 98 00 ${String(born).slice(2)}`, homePhone: '', occupation: '', employer: '', maritalStatus: 'married',
  };
};

const LEVEL_BY_AGE: readonly Level[] = ['PS', 'MS', 'GS', 'CP', 'CE1', 'CE2', 'CM1', 'CM2'];

/** Level of a child in a school year, by the year of birth; PS and CM2 at the ends. */
export const levelOf = (birthYear: number, schoolYear: number): Level => LEVEL_BY_AGE[Math.min(Math.max(schoolYear - birthYear - 3, 0), LEVEL_BY_AGE.length - 1)]!;

const plain: Pick<ChildPlan, 'diet' | 'pai' | 'activities'> = { diet: '', pai: null, activities: [] };
const home = { postcode: '22300', city: 'Saint-Aubin-des-Préaux', zone: 'commune', fund: 'CAF', contacts: [], sharedWith: null, arrivedDaysAgo: null } as const;
const everyDay = ['mon', 'tue', 'thu', 'fri'] as const;

/** Paul and Lucie ALAIN with Anna and Théo; Fanny BACONNAIS, whose meal of the first service costs 3,20 €. */
export function planGuideFamilies(schoolYear: number): FamilyPlan[] {
  return [
    {
      ...home, key: 'alain', address: '12 rue de l’École', fundNumber: '4512087', quotient: '864',
      guardians: [
        person({ civility: 'mr', lastName: 'ALAIN', firstName: 'Paul', relation: 'father', email: 'paul.alain@courriel.example', born: 1988 }),
        person({ civility: 'mrs', lastName: 'ALAIN', firstName: 'Lucie', relation: 'mother', email: 'lucie.alain@courriel.example', born: 1990 }),
      ],
      contacts: [{ ...person({ civility: 'mrs', lastName: 'ALAIN', firstName: 'Monique', relation: 'grandparent', email: '', born: 1959 }), maritalStatus: 'unknown' }],
      children: [
        {
          ...plain, lastName: 'ALAIN', firstName: 'Anna', sex: 'F', birthOn: localDate('2023-10-12'), level: levelOf(2023, schoolYear),
          canteen: { days: everyDay, byUsualWeek: false },
        },
        {
          ...plain, lastName: 'ALAIN', firstName: 'Théo', sex: 'M', birthOn: makeDate(schoolYear - 8, 5, 4), level: 'CE2', diet: 'sans-viande',
          canteen: { days: everyDay, byUsualWeek: true },
        },
      ],
    },
    {
      ...home, key: 'baconnais', address: '3 rue du Lavoir', fundNumber: '7730146', quotient: '1120',
      guardians: [person({ civility: 'mrs', lastName: 'BACONNAIS', firstName: 'Claire', relation: 'mother', email: 'claire.baconnais@messagerie.example', born: 1986 })],
      children: [
        { ...plain, lastName: 'BACONNAIS', firstName: 'Fanny', sex: 'F', birthOn: makeDate(schoolYear - 6, 2, 21), level: 'CP', canteen: { days: everyDay, byUsualWeek: false } },
      ],
    },
  ];
}
