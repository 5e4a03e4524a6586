import type { LocalDate } from '../../kernel/local-date';
import { registerName } from '../../kernel/text';
import type { Context } from '../../platform/procedures/services';
import { serviceLabel } from '../enrolments/service-choices';
import { grouped } from '../families/grouped';
import { localToday } from '../town/queries';
import { changesAsked, daysAsked } from './bulk-days';
import type { BulkChild, BulkInput, BulkPlan } from './bulk-schema';
import type { Judge } from './cell';
import type { Household } from './family-week';
import { afterSaving, loadDays } from './load-week';
import type { LoadedWeek } from './load-week';
import { refuseStrangers } from './save-changes';
import { judgeChanges, wantedDays } from './save-days';
import type { Judged, Judgement } from './save-days';
import type { CellChange, CellRefusal } from './schema';
import { pricePeriod, sum } from './week-table';

/** What was asked, judged day by day as if it had been ticked. */
export interface JudgedBulk extends Judgement {
  readonly loaded: LoadedWeek;
  readonly plan: BulkPlan;
}

/** Judges a bulk booking on what the database holds now. Throws AppError `bookings.notYours`. */
export async function judgeBulk(context: Pick<Context, 'db' | 'clock'>, household: Household, input: BulkInput): Promise<JudgedBulk> {
  refuseStrangers(household, input.childIds);
  const loaded = await loadDays(context, household.familyIds, input, { service: input.service, days: daysAsked(input) });
  const changes = changesAsked(loaded, input, await localToday(context));
  const judgement = judgeChanges(loaded, changes, false);
  return { ...judgement, loaded, plan: planOf(loaded, input, changes, judgement) };
}

/** Says what will be done, child by child. */
function planOf(loaded: LoadedWeek, input: BulkInput, changes: readonly CellChange[], { accepted, refusals }: Judgement): BulkPlan {
  const children = [...new Set(input.childIds)].map((childId): BulkChild => {
    const mine = accepted.filter(({ change }) => change.childId === childId);
    const booked = mine.filter(({ change }) => change.booked);
    const refused = refusals.filter((one) => one.childId === childId);
    const asked = changes.filter((one) => one.childId === childId && one.booked).length;
    return {
      childId, name: nameOf(loaded, childId),
      booked: daysOf(booked), late: daysOf(booked.filter(({ cell }) => cell.state === 'lateBooked')), cancelled: daysOf(mine.filter(({ change }) => !change.booked)),
      already: asked - booked.length - refused.filter(({ booked: wanted }) => wanted).length,
      refusals: bySentence(refused),
    };
  });
  const count = (of: (child: BulkChild) => number): number => sum(children.map(of));
  return {
    serviceLabel: serviceLabel(loaded.rulebook, input.service),
    children, refused: refusals.length,
    booked: count((child) => child.booked.length), cancelled: count((child) => child.cancelled.length), already: count((child) => child.already),
    changeCents: changeOf(loaded, input, accepted),
  };
}

/** The price of the period afterwards less the price now, of the families it touches. */
function changeOf(loaded: LoadedWeek, period: BulkInput, accepted: readonly Judged[]): number {
  if (accepted.length === 0) return 0;
  const after = afterSaving(loaded, wantedDays(accepted));
  return sum([...new Set(accepted.map(({ judge }) => judge.family.id))].map((familyId) =>
    totalOf(after.judges.get(familyId)!, period) - totalOf(loaded.judges.get(familyId)!, period)));
}

const totalOf = (judge: Judge, period: BulkInput): number => sum(pricePeriod(judge, period).lines.map(({ totalCents }) => totalCents));

function nameOf({ judges }: LoadedWeek, childId: number): string {
  const children = [...judges.values()].flatMap(({ family }) => family.children);
  const child = children.find(({ id }) => id === childId);
  return child ? registerName(child.lastName, child.firstName) : '';
}

const daysOf = (judged: readonly Judged[]): LocalDate[] => judged.map(({ change }) => change.day);

const bySentence = (refusals: readonly CellRefusal[]): BulkChild['refusals'] =>
  [...grouped(refusals, ({ sentence }) => sentence)].map(([sentence, group]) => ({ sentence, days: group.map(({ day }) => day) }));
