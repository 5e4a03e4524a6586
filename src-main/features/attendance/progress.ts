import type { LocalDate } from '../../kernel/local-date';
import type { Context } from '../../platform/procedures/services';
import { localToday } from '../town/queries';
import { servicesOn } from './day-services';
import { countsOf, rollCall } from './roll-call';
import type { RollCallProgress } from './schema';

/** How far the roll calls of a day are, for its open services; today by default. */
export async function progressOf(context: Pick<Context, 'db' | 'clock'>, asked: LocalDate | undefined): Promise<RollCallProgress[]> {
  const day = asked ?? (await localToday(context));
  const open = (await servicesOn(context.db, day)).filter(({ closed }) => closed === null).map(({ service }) => service);
  if (open.length === 0) return [];
  const { rows } = await rollCall(context, { day, services: open }, false);
  return open.map((service) => {
    const { expected, left } = countsOf(rows.filter((row) => row.service === service));
    return { service, expected, called: expected - left };
  });
}
