import { addDays, makeDate } from '../kernel/local-date';
import type { LocalDate } from '../kernel/local-date';
import type { StaffActor } from '../kernel/actor';
import type { Level } from '../features/schools/schema';
import { archiveFamily } from '../features/families/archive-family';
import { saveHealth } from '../features/families/child-health';
import { createFamily } from '../features/families/create-family';
import { recordQuotient } from '../features/families/record-quotient';
import { saveCustody } from '../features/families/save-custody';
import { createFamilyInput } from '../features/families/schema';
import type { CreateFamilyInput } from '../features/families/schema';
import { enrolChild } from '../features/enrolments/enrol-child';
import { OWN_MEAL } from './demo-activities';
import { FIRST_SERVICE, SECOND_SERVICE } from './demo-rulebook';
import type { SchoolPlace } from './demo-schools';
import type { ChildPlan, FamilyPlan, Habit } from './plan';
import type { Stage } from './stage';

/** A family of the plan once the program knows it. */
export interface SettledFamily {
  readonly plan: FamilyPlan;
  readonly familyId: number;
  readonly guardianIds: readonly number[];
  readonly children: readonly SettledChild[];
}

export interface SettledChild {
  readonly id: number;
  readonly plan: ChildPlan;
  readonly service: string;
}

export interface Settlement {
  readonly families: Map<string, SettledFamily>;
}

interface Hands {
  readonly secretary: StaffActor;
  readonly admin: StaffActor;
}

/** Days before the start of the school year between which the files are typed in. */
const FIRST_FILE = 70;
const DAYS_OF_FILES = 45;
const ARCHIVED = 2;

/** Plans the files of all families: typed in before the school year, or on their arrival. */
export function planFiles(stage: Stage, plans: readonly FamilyPlan[], places: ReadonlyMap<Level, SchoolPlace>, hands: Hands): Settlement {
  const families = new Map<string, SettledFamily>();
  const start = makeDate(stage.schoolYear, 9, 1);
  const days = new Map<string, LocalDate>();
  let archived = 0;
  plans.forEach((plan, index) => {
    const early = addDays(start, -FIRST_FILE + Math.floor((index * DAYS_OF_FILES) / plans.length));
    const arrival = plan.arrivedDaysAgo === null ? early : later(early, addDays(stage.today, -plan.arrivedDaysAgo));
    // The second home of a child is typed in after the first, whatever the hour.
    const first = plan.sharedWith && days.get(plan.sharedWith.key);
    const day = first ? addDays(first, 1) : arrival;
    days.set(plan.key, day);
    const time = `${String(9 + (index % 8)).padStart(2, '0')}:${String((index * 7) % 60).padStart(2, '0')}`;
    stage.plan(day, time, async () => {
      families.set(plan.key, await settle(stage, plan, places, hands, families, day));
    });
    const leaves = archived < ARCHIVED && plan.key.startsWith('household') && plan.arrivedDaysAgo === null && plan.children.every((child) => child.canteen === null);
    if (leaves) {
      archived += 1;
      stage.plan(addDays(stage.today, -20 + archived), '11:20', () => archiveFamily(stage.as(hands.secretary), families.get(plan.key)!.familyId));
    }
    planNewQuotient(stage, plan, hands, families, index);
  });
  return { families };
}

const later = (left: LocalDate, right: LocalDate): LocalDate => (left > right ? left : right);

async function settle(
  stage: Stage, plan: FamilyPlan, places: ReadonlyMap<Level, SchoolPlace>, { secretary, admin }: Hands, families: ReadonlyMap<string, SettledFamily>, day: LocalDate,
): Promise<SettledFamily> {
  const context = stage.as(secretary);
  const created = await createFamily(context, createFamilyInput.parse(inputOf(stage, plan, places, day)));
  const children = plan.children.map((child, index): SettledChild => ({
    id: created.childIds[index]!, plan: child, service: places.get(child.level)?.isNursery || child.level === 'CP' ? FIRST_SERVICE : SECOND_SERVICE,
  }));
  for (const { id, plan: child, service } of children) {
    if (child.pai) await saveHealth(stage.as(admin), { childId: id, updatedAt: null, hasPai: true, ...child.pai });
    for (const habit of [...(child.canteen ? [{ ...child.canteen, service }] : []), ...child.activities]) await enrol(stage, secretary, id, habit, day);
  }
  const settled = { plan, familyId: created.familyId, guardianIds: created.guardianIds, children };
  const other = plan.sharedWith && families.get(plan.sharedWith.key);
  if (plan.sharedWith && !other) throw new Error(`${plan.key} comes before the home that it shares children with`);
  if (plan.sharedWith && other) await shareChildren(stage, secretary, settled, other, plan.sharedWith.custody);
  return settled;
}

function inputOf(stage: Stage, plan: FamilyPlan, places: ReadonlyMap<Level, SchoolPlace>, day: LocalDate): CreateFamilyInput {
  const { address, postcode, city } = plan;
  const adult = (values: FamilyPlan['guardians'][number]): CreateFamilyInput['guardians'][number] =>
    ({ ...values, address, postcode, city, parentalAuthority: values.relation === 'grandparent' ? 'unknown' : 'yes' });
  return {
    guardians: plan.guardians.map(adult),
    contacts: plan.contacts.map(adult),
    children: plan.children.map(({ canteen: _, activities: __, pai, ...child }) => {
      const place = places.get(child.level);
      return { ...child, flags: pai?.instructions.startsWith('Panier-repas') ? [{ id: OWN_MEAL }] : [], schoolId: place?.schoolId ?? null, classId: place?.classId ?? null };
    }),
    quotient: plan.quotient === null ? null : { value: plan.quotient, fromOn: fileStart(stage, day), provedOn: day, proof: plan.fund === 'MSA' ? 'Attestation MSA' : 'Attestation CAF' },
    zone: plan.zone, fund: plan.fund, fundNumber: plan.fundNumber,
  };
}

/** The first day of the school year, or the day of arrival. */
const fileStart = (stage: Stage, day: LocalDate): LocalDate => later(makeDate(stage.schoolYear, 9, 1), day);

async function enrol(stage: Stage, secretary: StaffActor, childId: number, { service, byUsualWeek, days }: Habit, day: LocalDate): Promise<void> {
  await enrolChild(stage.as(secretary), { childId, service, fromOn: fileStart(stage, day), toOn: null, week: byUsualWeek ? [...days] : [], status: null });
}

async function shareChildren(stage: Stage, secretary: StaffActor, home: SettledFamily, other: SettledFamily, custody: 'evenWeeks' | 'oddWeeks' | string): Promise<void> {
  const mine = custody === 'oddWeeks' ? 'oddWeeks' : 'evenWeeks';
  for (const { id } of other.children) {
    const row = await stage.db.selectOne<{ version: number }>('SELECT version FROM children WHERE id = $id', { id });
    await saveCustody(stage.as(secretary), {
      childId: id, version: row?.version ?? 1,
      links: [
        { familyId: other.familyId, custody: mine === 'oddWeeks' ? 'evenWeeks' : 'oddWeeks', periods: [] }, { familyId: home.familyId, custody: mine, periods: [] },
      ],
    });
  }
}

/** Some quotients change during the year: they count from the next month on. */
function planNewQuotient(stage: Stage, plan: FamilyPlan, { secretary }: Hands, families: ReadonlyMap<string, SettledFamily>, index: number): void {
  if (plan.quotient === null || plan.arrivedDaysAgo !== null || index % 9 !== 4) return;
  const provedOn = makeDate(stage.schoolYear, 10, 3 + (index % 20));
  if (!stage.isOver(provedOn)) return;
  const value = String(Math.round(Number(plan.quotient.replace(',', '.')) * (index % 2 === 0 ? 0.88 : 1.12)));
  stage.plan(provedOn, '16:40', async () => {
    await recordQuotient(stage.as(secretary), {
      familyId: families.get(plan.key)!.familyId, measure: 'qf', value: `${value}.00`, fromOn: makeDate(stage.schoolYear, 11, 1), provedOn, proof: 'Attestation CAF',
    });
  });
}
