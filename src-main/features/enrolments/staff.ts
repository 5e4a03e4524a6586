import { z } from 'zod';
import { router, staffProcedure } from '../../platform/procedures/procedures';
import { localToday } from '../town/queries';
import { familyFactsOf } from '../families/loading';
import { fullName } from '../families/wording';
import { rulebookOf } from '../town-rules/rulebook-of';
import { changeUsualWeek } from './change-enrolment';
import { enrolChild } from './enrol-child';
import { enrolInServices } from './enrol-in-services';
import { allEnrolmentsOf } from './queries';
import { changeWeekInput, enrolmentInput, enrolmentsInput } from './schema';
import type { EnrolmentLine } from './schema';
import { serviceChoices } from './service-choices';

export const enrolmentsStaff = router({
  /** Every enrolment of a family's children, with these children and the services that they may be enrolled in. */
  ofFamily: staffProcedure('families.read').input(z.strictObject({ familyId: z.int().positive() })).query(async ({ ctx, input }) => {
    const [family] = await familyFactsOf(ctx.db, { familyIds: [input.familyId] });
    const today = await localToday(ctx);
    const services = serviceChoices(await rulebookOf(ctx.db), today);
    const children = family?.children ?? [];
    const labels = new Map(services.map(({ id, label }) => [id, label]));
    const names = new Map(children.map((child) => [child.id, fullName(child)]));
    const enrolments = await allEnrolmentsOf(ctx.db, children.map(({ id }) => id));
    const lines: EnrolmentLine[] = enrolments.map((one) => ({
      ...one, childName: names.get(one.childId) ?? '', serviceLabel: labels.get(one.service) ?? one.service,
    }));
    return { today, enrolments: lines, services, children: children.map(({ id, firstName }) => ({ id, firstName, name: names.get(id) ?? '' })) };
  }),
  /** The services of the rulebook, with the weekdays on which each can be open. */
  services: staffProcedure('families.read').query(async ({ ctx }) => serviceChoices(await rulebookOf(ctx.db), await localToday(ctx))),
  enrol: staffProcedure('families.write').input(enrolmentInput).mutation(({ ctx, input }) => enrolChild(ctx, input)),
  enrolMany: staffProcedure('families.write').input(enrolmentsInput).mutation(({ ctx, input }) => enrolInServices(ctx, input.enrolments)),
  changeWeek: staffProcedure('families.write').input(changeWeekInput).mutation(({ ctx, input }) => changeUsualWeek(ctx, input)),
});
