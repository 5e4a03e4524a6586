import type { Weekday } from '../kernel/local-date';
import type { CanteenPlan, ChildPlan } from './plan';
import type { Random } from './random';

const SCHOOL_DAYS = ['mon', 'tue', 'thu', 'fri'] as const satisfies readonly Weekday[];

/** Euros as typed; about one family in seven gives no proof. */
export function planQuotient(random: Random): string | null {
  if (random.chance(0.14)) return null;
  const value = random.weighted([[() => random.int(180, 700), 26], [() => random.int(701, 1000), 26], [() => random.int(1001, 1300), 22], [() => random.int(1301, 1600), 14], [() => random.int(1601, 2900), 12]])();
  return random.chance(0.2) ? `${value},${random.pick(['50', '25', '08'])}` : String(value);
}

export const planDiet = (random: Random): ChildPlan['diet'] =>
  random.weighted([['', 85], ['sans-porc', 9], ['sans-viande', 5], ['sans-gluten', 1]] as const);

const PROTOCOLS = [
  { allergies: 'Arachide', instructions: 'Trousse d’urgence au bureau de la cantine. Appeler le 15 puis les parents.' },
  { allergies: 'Œuf, fruits à coque', instructions: 'Panier-repas fourni par la famille.' },
  { allergies: '', instructions: 'Asthme : inhalateur dans le cartable, deux bouffées si gêne.' },
  { allergies: 'Lait de vache', instructions: 'Yaourt végétal fourni par la famille.' },
] as const;

export const planPai = (random: Random): ChildPlan['pai'] => (random.chance(0.04) ? random.pick(PROTOCOLS) : null);

export function planCanteen(random: Random): CanteenPlan | null {
  const days = random.weighted<readonly Weekday[]>([
    [SCHOOL_DAYS, 52], [['mon', 'tue', 'thu'], 8], [['mon', 'thu'], 8], [['tue', 'fri'], 8], [['mon', 'tue', 'fri'], 6], [['thu'], 4], [[], 14],
  ]);
  return days.length === 0 ? null : { days, byUsualWeek: random.chance(0.74) };
}
