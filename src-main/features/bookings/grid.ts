import { addDays } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import { compareFrench, registerName } from '../../kernel/text';
import type { Context } from '../../platform/procedures/services';
import type { z } from 'zod';
import { serviceChoices } from '../enrolments/service-choices';
import { rulebookOf } from '../town-rules/rulebook-of';
import { localToday } from '../town/queries';
import { cellOf, placeKey } from './cell';
import type { Judge } from './cell';
import { currentMonday } from './family-week';
import { childrenOfGrid } from './grid-children';
import type { GridChild } from './grid-children';
import { loadWeek } from './load-week';
import { daysOf, periodOf } from './period';
import type { Cell, Grid, GridRow, gridRequest } from './schema';
import { columnsOf, sum } from './week-table';

/** One service, one week, the children of a class, a school or the town: what staff fill in. */
export async function bookingsGrid(context: Pick<Context, 'db' | 'clock'>, input: z.output<typeof gridRequest>): Promise<Grid> {
  const today = await localToday(context);
  const monday = input.monday ?? currentMonday(today);
  const services = serviceChoices(await rulebookOf(context.db), today).map(({ id, label }) => ({ id, label }));
  const service = services.find(({ id }) => id === input.service)?.id ?? services[0]?.id ?? null;
  const around = { monday, today, previousMonday: addDays(monday, -7), nextMonday: addDays(monday, 7), services, service };
  if (service === null) return { ...around, days: [], rows: [], dayCounts: [], placesLeft: [], quantity: 0 };
  const children = await childrenOfGrid(context.db, { service, from: monday, to: addDays(monday, 6), schoolId: input.schoolId, classId: input.classId });
  const loaded = await loadWeek(context, [...new Set(children.flatMap(({ familyIds }) => familyIds))], monday);
  const period = periodOf('week', monday);
  const week = daysOf(period);
  const all = children.map((child) => gridRow(loaded.judges, child, service, week));
  const days = columnsOf(all.map(({ cells }) => cells), period);
  const kept = week.map((day) => days.includes(day));
  const rows = all.map((row) => ({ ...row, cells: row.cells.filter((_, index) => kept[index]) }));
  const [judge] = loaded.judges.values();
  return {
    ...around, days,
    rows: rows.sort((left, right) => compareFrench(left.name, right.name)),
    dayCounts: days.map((_, index) => rows.filter((row) => row.cells[index]?.booked).length),
    placesLeft: days.map((day) => judge?.placesLeft.get(placeKey(service, day)) ?? null),
    quantity: sum(rows.map(({ quantity }) => quantity)),
  };
}

function gridRow(judges: ReadonlyMap<number, Judge>, child: GridChild, service: string, week: readonly LocalDate[]): GridRow {
  const cells = week.map((day) => cellInCharge(judges, child, service, day));
  return {
    childId: child.id,
    familyId: child.familyIds[0]!,
    name: registerName(child.lastName, child.firstName),
    className: child.className,
    diet: child.diet,
    cells,
    quantity: cells.filter(({ booked }) => booked).length,
  };
}

/** The cell as the family in charge of the day has it. */
function cellInCharge(judges: ReadonlyMap<number, Judge>, child: GridChild, service: string, day: LocalDate): Cell {
  const cells = child.familyIds.flatMap((familyId) => {
    const judge = judges.get(familyId);
    const facts = judge?.family.children.find(({ id }) => id === child.id);
    return judge && facts ? [cellOf(judge, { child: facts, service, day, wanted: undefined })] : [];
  });
  const cell = cells.find(({ state }) => state !== 'otherFamily') ?? cells[0];
  return cell ?? { day, state: 'closed', booked: false, mayChange: false, pending: false, priceCents: null, invoiced: false, words: 'sans famille', reason: 'Cet enfant n’appartient à aucune famille.', until: null };
}

