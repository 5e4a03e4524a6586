import type { z } from 'zod';
import type { ParentActor } from '../../kernel/actor';
import { AppError, notFound } from '../../kernel/errors';
import { enumerated } from '../../kernel/text';
import type { Context } from '../../platform/procedures/services';
import { applyTicks } from './apply-changes';
import { ask, takeBack } from './ask';
import { openDesk } from './desk';
import type { Desk } from './desk';
import { PICKUP_LABELS } from './fields';
import { isTicked } from './pickups';
import { tickRuleOf } from './rules';
import type { saveTicksInput } from './schema';
import { textOf } from './values';

type Input = z.output<typeof saveTicksInput>;
type Tick = Input['ticks'][number];

/** Saves ticks of "urgence" and "sortie", or asks for them. Refusals as `saveSection`. */
export function saveTicks(context: Context<ParentActor>, { familyId, ticks }: Input): Promise<{ saved: number; asked: number }> {
  return context.db.write(async () => {
    const desk = await openDesk(context, familyId);
    const ruled = ticks.map((tick) => ({ tick, rule: ruleOfTick(desk, tick), now: isTicked(desk, tick.personId, tick.childId, tick.what) }));
    if (ruled.some(({ rule }) => rule === 'readOnly')) throw new AppError('portalDesk.notEditable', { label: 'Urgence et sortie' }, 'forbidden');
    const changed = ruled.filter(({ tick, now }) => tick.value !== now);
    const lost = changed.filter(({ tick, now }) => tick.seen !== now);
    if (lost.length > 0) throw new AppError('portalDesk.changedMeanwhile', { told: enumerated(lost.map(({ tick }) => labelOf(desk, tick))) }, 'conflict');
    const direct = changed.filter(({ rule }) => rule === 'direct');
    const asked = changed.filter(({ rule }) => rule === 'approved');
    for (const { tick } of ruled.filter((one) => !asked.includes(one))) await takeBack(context, desk, keyOf(tick));
    await applyTicks(context, familyId, direct.map(({ tick }) => tick));
    for (const { tick, now } of asked) await ask(context, desk, keyOf(tick), labelOf(desk, tick), textOf(now), textOf(tick.value));
    return { saved: direct.length, asked: asked.length };
  });
}

const keyOf = ({ personId, childId, what }: Tick) => ({ personId, childId, part: 'pickups', field: what }) as const;

/** Throws AppError `notFound` for who is not in the family, or hidden. */
function ruleOfTick(desk: Desk, { personId, childId }: Tick) {
  const adult = [...desk.file.guardians, ...desk.file.contacts].find((one) => one.personId === personId);
  const rule = adult && desk.file.children.some(({ id }) => id === childId) ? tickRuleOf(desk, adult) : 'hidden';
  if (rule === 'hidden') throw notFound();
  return rule;
}

/** "Sortie de Théo par Odette" */
function labelOf({ file }: Desk, { personId, childId, what }: Tick): string {
  const child = file.children.find(({ id }) => id === childId)?.firstName ?? '';
  const adult = [...file.guardians, ...file.contacts].find((one) => one.personId === personId)?.firstName ?? '';
  return `${PICKUP_LABELS[what]}, ${child} avec ${adult}`;
}
