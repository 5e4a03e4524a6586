import type { LocalDate } from '../../kernel/local-date';
import { caseOf, caseOfUnit, UNHEARD } from './case';
import { firstHolding, holds } from './conditions';
import { tell } from './roll-call';
import type { Story, Told } from './story';
import { childrenOf, courseOf, coursesOf, servicesOf, stands, unitOn } from './household';
import type { Course, Household } from './household';
import type { UsualDay } from './reach';
import type { Event, Family, Facts } from './schema';

/** Usual weeks stop while an admission row of `usualWeek` refuses them (spec §12). */
export function runsUsually(household: Household, course: Course, day: LocalDate): boolean {
  const rules = household.rules.on(day);
  const rows = rules?.services.get(course.service)?.admission.filter((row) => row.actions.includes('usualWeek')) ?? [];
  if (!rules || rows.length === 0) return true;
  const found = firstHolding(rows, { ...caseOf(household, rules, day, course.child, course.service), flags: UNHEARD });
  return !found || found.unsure || (found.row.outcome !== 'refused' && found.row.outcome !== 'ask');
}

function fillUsualWeeks(household: Household, days: readonly UsualDay[]): void {
  for (const course of household.courses.values()) {
    const usual = new Set(course.enrolments.flatMap((one) => one.week ?? []));
    if (usual.size === 0) continue;
    for (const { day, weekday } of days) if (usual.has(weekday)) unitOn(household, course, day);
  }
}

function applyOpenAbsences({ household, openAbsences }: Story): void {
  for (const absence of openAbsences) {
    for (const course of coursesOf(household, absence.child)) {
      if (absence.services && !absence.services.includes(course.service)) continue;
      for (const unit of course.units.values()) {
        if (unit && absence.from <= unit.day && (absence.back === null || unit.day < absence.back)) tell(unit, absence.at, absence.reason);
      }
    }
  }
}

/** A closure removes the units; another disruption excuses those who did not come, and nobody has to tell it. */
function disrupt(household: Household, event: Event): void {
  for (const child of childrenOf(household, event)) {
    const services = servicesOf(event);
    for (const course of coursesOf(household, child)) {
      if (services && !services.includes(course.service)) continue;
      for (const day of event.days ?? (event.on ? [event.on] : [])) {
        const unit = unitOn(household, course, day);
        if (!unit) continue;
        if (event.reason === 'closure') course.units.set(day, null);
        else if (!unit.attended) unit.absence = { reason: event.reason ?? 'none', toldAt: unit.absence?.toldAt ?? null, disrupted: true };
      }
    }
  }
}

/** Services that are added by themselves to each unit of another one (snack). */
function addAutomatic(household: Household): void {
  const automatic = household.rules.all.flatMap((rules) => rules.version.services.flatMap((service) => (service.automatic ? [{ rules, service, ...service.automatic }] : [])));
  for (const { rules, service, with: host, when } of automatic) {
    for (const course of [...household.courses.values()].filter((one) => one.service === host)) {
      for (const unit of course.units.values()) {
        if (!stands(unit) || household.rules.on(unit.day) !== rules) continue;
        const own = courseOf(household, course.child, service.id);
        if (unitOn(household, own, unit.day) || holds(when, caseOfUnit(household, rules, unit)) === false) continue;
        own.units.set(unit.day, { ...unit, service: service.id, options: [], costCents: null, attended: unit.attended && {}, absence: unit.absence && { ...unit.absence } });
      }
    }
  }
}

/** Step 0: the units of a family, from its usual weeks on these days and the events that concern it, told already (spec §7). Changes the story. */
export function settleFamily(story: Story, events: readonly Told[], days: readonly UsualDay[]): Story {
  const { household } = story;
  fillUsualWeeks(household, days);
  applyOpenAbsences(story);
  for (const { event } of events) if (event.type === 'disruption') disrupt(household, event);
  addAutomatic(household);
  household.remembered.clear();
  return story;
}

/** Events of each family, by its children, its id, or all when they name nobody. A cart's payment follows its bookings. */
export function eventsByFamily(facts: Facts): Map<Family, Told[]> {
  const byFamily = new Map<Family, Told[]>(facts.families.map((family) => [family, []]));
  const byChild = new Map<string, Family>();
  for (const family of facts.families) for (const child of family.children) if (!byChild.has(child.id)) byChild.set(child.id, family);
  const byId = new Map(facts.families.map((family) => [family.id, family]));
  for (const [place, event] of facts.events.entries()) {
    for (const family of concernedBy(event, facts, byId, byChild)) byFamily.get(family)?.push({ event, place });
  }
  return byFamily;
}

function concernedBy(event: Event, facts: Facts, byId: ReadonlyMap<string, Family>, byChild: ReadonlyMap<string, Family>): Iterable<Family> {
  if (event.family !== undefined) {
    const named = byId.get(event.family);
    return named ? [named] : [];
  }
  const children = event.children ?? (event.child === undefined ? [] : [event.child]);
  if (children.length === 0) return facts.families;
  return new Set(children.flatMap((id) => byChild.get(id) ?? []));
}
