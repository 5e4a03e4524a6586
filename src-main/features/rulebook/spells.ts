import { addDays, dayOf, daysBetween, localDateTime, timeOf } from '../../kernel/local-date';
import type { LocalDate, LocalDateTime } from '../../kernel/local-date';
import type { Case } from './case';
import { isAbsent, remember, stands } from './household';
import type { Course, Household, Proof, Unit } from './household';
import { minutesOf, sessionOf, timeOfMinutes } from './limits';
import type { Condition } from './schema';

/** A run of absent units of one child and service on successive bookings (spec §5). */
export interface Spell {
  units: readonly Unit[];
}

function readSpells(course: Course): Map<Unit, Spell> {
  const found = new Map<Unit, Spell>();
  let current: Unit[] = [];
  const units = [...course.units.values()].filter(stands).sort((left, right) => (left.day < right.day ? -1 : 1));
  for (const unit of units) {
    if (!isAbsent(unit)) {
      current = [];
      continue;
    }
    const units = current;
    units.push(unit);
    found.set(unit, { units });
  }
  return found;
}

/** The spell that holds an absent unit; the unit alone when it is not absent. */
export function spellOf(household: Household, unit: Unit): Spell {
  const course = household.courses.get(`${unit.child.id} ${unit.service}`);
  const spells = course && remember(household, course, () => readSpells(course));
  return spells?.get(unit) ?? { units: [unit] };
}

export const placeInSpell = (spell: Spell, unit: Unit): number => spell.units.indexOf(unit) + 1;

/** Length in bookings, or in calendar days from the first to the last, both included. */
export function spellLength(spell: Spell, unit: 'service' | 'calendar'): number {
  const first = spell.units[0]!;
  const last = spell.units.at(-1)!;
  return unit === 'calendar' ? daysBetween(first.day, last.day) + 1 : spell.units.length;
}

/** Earliest instant at which an absence of the spell was told. */
export function spellToldAt(spell: Spell): LocalDateTime | null {
  return spell.units.reduce<LocalDateTime | null>((earliest, { absence }) => {
    const told = absence?.toldAt ?? null;
    return told !== null && (earliest === null || told < earliest) ? told : earliest;
  }, null);
}

/** An instant some minutes later on the wall clock. */
export function later(from: LocalDateTime, minutes: number): LocalDateTime {
  const total = minutesOf(timeOf(from)) + minutes;
  const days = Math.floor(total / 1440);
  return localDateTime(addDays(dayOf(from), days), timeOfMinutes(total - days * 1440));
}

function isAbout(proof: Proof, unit: Unit): boolean {
  if (proof.services && !proof.services.includes(unit.service)) return false;
  if (proof.days?.has(unit.day)) return true;
  if (proof.from || proof.to) return (proof.from ?? unit.day) <= unit.day && unit.day <= (proof.to ?? unit.day);
  return proof.days === null;
}

const proofsOf = (one: Case, unit: Unit): Proof[] => (one.household.proofs.get(unit.child.id) ?? []).filter((proof) => isAbout(proof, unit));

/** Last instant at which a proof still counts; null: no limit. `unknown`: the council has not fixed the delay. */
function proofLimit(asked: NonNullable<Condition['proof']>, one: Case, unit: Unit): LocalDateTime | null | 'unknown' {
  if (asked.withinHours === null || asked.withinDays === null) return 'unknown';
  const first: LocalDate = spellOf(one.household, unit).units[0]!.day;
  if (asked.withinDays !== undefined) return localDateTime(addDays(first, asked.withinDays), '24:00');
  if (asked.withinHours === undefined) return null;
  const service = one.rules.services.get(unit.service)?.service;
  const start = (service && sessionOf(service)?.from) ?? '00:00';
  const from = asked.from === 'start' ? localDateTime(first, start) : localDateTime(asked.from === 'end' ? addDays(first, 1) : first, '00:00');
  return later(from, asked.withinHours * 60);
}

/** An accepted proof about the unit's day came in the delay (spec §5, `proof`). */
export function isProved(asked: NonNullable<Condition['proof']>, one: Case): boolean | null {
  if (!one.unit) return false;
  const proofs = proofsOf(one, one.unit).filter((proof) => asked.kinds === undefined || asked.kinds.includes(proof.kind));
  if (proofs.length === 0) return false;
  const limit = proofLimit(asked, one, one.unit);
  if (limit === 'unknown') return null;
  return proofs.some((proof) => limit === null || proof.at === null || proof.at <= limit);
}

/** Days that one proof with its first and last day covers, both included. */
export function coveredDays(proof: Proof, within?: { from: LocalDate; to: LocalDate }): number {
  if (!proof.from || !proof.to) return 0;
  const from = within && within.from > proof.from ? within.from : proof.from;
  const to = within && within.to < proof.to ? within.to : proof.to;
  return Math.max(0, daysBetween(from, to) + 1);
}

/** The longest proof about the unit's day, in calendar days. */
export const coveredDaysOf = (one: Case): number => (one.unit ? Math.max(0, ...proofsOf(one, one.unit).map((proof) => coveredDays(proof))) : 0);
