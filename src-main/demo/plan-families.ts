import { makeDate } from '../kernel/local-date';
import type { LocalDate } from '../kernel/local-date';
import { searchable } from '../kernel/text';
import { LEVELS } from '../features/schools/schema';
import type { Level } from '../features/schools/schema';
import { BOYS, EMPLOYERS, GIRLS, LAST_NAMES, MAIL_DOMAINS, MEN, NEIGHBOURS, OCCUPATIONS, STREETS, WOMEN } from './names';
import { planCanteen, planDiet, planPai, planQuotient } from './plan-habits';
import type { AdultPlan, ChildPlan, FamilyPlan } from './plan';
import type { Random } from './random';

const HOUSEHOLDS = 101;
const SEPARATED = 9;
const SCHOOL_LEVELS = LEVELS.filter((level) => level !== 'TPS');
const AGE_IN_FIRST_LEVEL = 3;

/** Where and with whom, before the children. */
interface Home {
  readonly address: string;
  readonly postcode: string;
  readonly city: string;
  readonly zone: FamilyPlan['zone'];
}

/**
 * The families of the demo town, beside those of the guides: households of one or two adults, and
 * separated parents whose children live in two of them. `schoolYear` is the year of its September.
 */
export function planFamilies(random: Random, schoolYear: number): FamilyPlan[] {
  const people = new People(random, schoolYear);
  const lastNames = [...random.shuffled(LAST_NAMES)];
  const names = Array.from({ length: HOUSEHOLDS + SEPARATED }, (_, index) => lastNames[index % lastNames.length]!);
  const households = names.slice(0, HOUSEHOLDS).map((lastName, index) => household(people, random, `household-${index}`, lastName));
  const separated = names.slice(HOUSEHOLDS).flatMap((lastName, index) => twoHomes(people, random, `separated-${index}`, lastName));
  return [...households, ...separated];
}

function household(people: People, random: Random, key: string, lastName: string): FamilyPlan {
  const home = people.home();
  const isCouple = random.chance(0.86);
  const mother = people.adult('mother', random.chance(0.55) ? lastName : people.otherName(lastName), isCouple);
  const father = people.adult('father', lastName, isCouple);
  const guardians = isCouple ? random.shuffled([mother, father]) : [random.chance(0.8) ? { ...mother, lastName } : father];
  // Some couples share one address: only the first of them signs in with it.
  const shared = isCouple && random.chance(0.05) ? guardians.map((adult) => ({ ...adult, email: guardians[0]!.email })) : guardians;
  return {
    key, guardians: shared, contacts: random.chance(0.3) ? [people.adult('grandparent', lastName, true)] : [], ...home, ...people.file(),
    quotient: planQuotient(random), children: people.children(lastName), sharedWith: null,
    arrivedDaysAgo: random.chance(0.05) ? random.int(6, 30) : null,
  };
}

/** The children are registered in their mother's family, and live with their father every other week. */
function twoHomes(people: People, random: Random, key: string, lastName: string): FamilyPlan[] {
  const mother = { ...people.adult('mother', people.otherName(lastName), false), maritalStatus: 'divorced' as const };
  const father = { ...people.adult('father', lastName, false), maritalStatus: 'divorced' as const };
  const children = people.children(lastName).slice(0, 2);
  const common = { contacts: [], arrivedDaysAgo: null };
  return [
    { key: `${key}-mother`, guardians: [mother], ...common, ...people.home(), ...people.file(), quotient: planQuotient(random), children, sharedWith: null },
    {
      key: `${key}-father`, guardians: [father], ...common, ...people.home(), ...people.file(), quotient: planQuotient(random), children: [],
      sharedWith: { key: `${key}-mother`, custody: random.chance(0.5) ? 'evenWeeks' : 'oddWeeks' },
    },
  ];
}

/** Draws people whose addresses are all different. */
class People {
  private readonly addresses = new Set<string>();

  constructor(private readonly random: Random, private readonly schoolYear: number) {}

  otherName(lastName: string): string {
    const other = this.random.pick(LAST_NAMES);
    return other === lastName ? 'LE FLOCH' : other;
  }

  home(): Home {
    const address = `${this.random.int(1, 64)} ${this.random.pick(STREETS)}`;
    if (!this.random.chance(0.08)) return { address, postcode: '22300', city: 'Saint-Aubin-des-Préaux', zone: 'commune' };
    const [postcode, city] = this.random.pick(NEIGHBOURS);
    return { address, postcode, city, zone: 'hors-commune' };
  }

  file(): Pick<FamilyPlan, 'fund' | 'fundNumber'> {
    const fund = this.random.weighted([['CAF', 80], ['MSA', 12], ['autre', 2], ['', 6]] as const);
    return { fund, fundNumber: fund === '' ? '' : String(this.random.int(1_000_000, 9_999_999)) };
  }

  adult(relation: AdultPlan['relation'], lastName: string, isCouple: boolean): AdultPlan {
    const { random } = this;
    const isWoman = relation === 'mother' || (relation === 'grandparent' && random.chance(0.6));
    const firstName = random.pick(isWoman ? WOMEN : MEN);
    const age = relation === 'grandparent' ? random.int(58, 72) : random.int(26, 47);
    return {
      civility: isWoman ? 'mrs' : 'mr', lastName, firstName, relation, birthOn: this.birth(this.schoolYear - age),
      email: relation === 'grandparent' || random.chance(0.06) ? '' : this.email(firstName, lastName),
      mobilePhone: `06 39 98 ${pair(random.int(0, 99))} ${pair(random.int(0, 99))}`,
      homePhone: random.chance(0.35) ? `02 61 91 ${pair(random.int(0, 99))} ${pair(random.int(0, 99))}` : '',
      occupation: relation !== 'grandparent' && random.chance(0.7) ? random.pick(OCCUPATIONS) : '',
      employer: relation !== 'grandparent' && random.chance(0.4) ? random.pick(EMPLOYERS) : '',
      maritalStatus: isCouple ? random.weighted([['married', 5], ['civilUnion', 3], ['cohabiting', 3], ['unknown', 1]] as const) : 'single',
    };
  }

  /** One to four children of different levels, the eldest first; twins now and then. */
  children(lastName: string): ChildPlan[] {
    const { random } = this;
    const count = random.weighted([[1, 41], [2, 43], [3, 13], [4, 3]] as const);
    const levels = random.shuffled(SCHOOL_LEVELS).slice(0, count);
    if (count === 2 && random.chance(0.06)) levels[1] = levels[0]!;
    const sorted = levels.sort((left, right) => SCHOOL_LEVELS.indexOf(right) - SCHOOL_LEVELS.indexOf(left));
    const births = new Map(sorted.map((level): [Level, LocalDate] => [level, this.birth(this.schoolYear - AGE_IN_FIRST_LEVEL - SCHOOL_LEVELS.indexOf(level))]));
    const taken: string[] = [];
    return sorted.map((level) => {
      const sex = random.pick(['F', 'M'] as const);
      const firstName = random.pick((sex === 'F' ? GIRLS : BOYS).filter((name) => !taken.includes(name)));
      taken.push(firstName);
      return { lastName, firstName, sex, birthOn: births.get(level)!, level, diet: planDiet(random), pai: planPai(random), canteen: planCanteen(random), activities: [] };
    });
  }

  private birth(year: number): LocalDate {
    return makeDate(year, this.random.int(1, 12), this.random.int(1, 28));
  }

  private email(firstName: string, lastName: string): string {
    const name = `${searchable(firstName).replace(/ /g, '-')}.${searchable(lastName).replace(/ /g, '')}`;
    const domain = this.random.pick(MAIL_DOMAINS);
    for (let number = 1; ; number += 1) {
      const email = `${name}${number === 1 ? '' : number}@${domain}`;
      if (!this.addresses.has(email)) {
        this.addresses.add(email);
        return email;
      }
    }
  }
}

const pair = (value: number): string => String(value).padStart(2, '0');
