import type { z } from 'zod';
import type { ParentActor } from '../../kernel/actor';
import { AppError, notFound } from '../../kernel/errors';
import type { LocalDate } from '../../kernel/local-date';
import { enumerated } from '../../kernel/text';
import type { Context } from '../../platform/procedures/services';
import { refuseFutureBirth } from '../families/checks';
import { knownHealth } from '../families/child-health';
import { applyValues } from './apply-changes';
import { ask, takeBack } from './ask';
import { openDesk } from './desk';
import type { Desk } from './desk';
import { fieldOf } from './fields';
import { ruleOf } from './rules';
import type { SavedSection, saveSectionInput } from './schema';
import { keyOf, profileSection } from './sections';
import { tellFormerAddress } from './notices';
import { shownValue, textOf, valuesOf } from './values';
import type { Values } from './values';

type Input = z.output<typeof saveSectionInput>;

/**
 * Saves what a parent changed in one section: at once where the town allows it, else as one request
 * a field. Only what differs counts. Throws AppError `notFound` (not theirs, hidden),
 * `portalDesk.notEditable`, `portalDesk.changedMeanwhile`, `portalDesk.askedAlready`, or what the
 * commands of `families` throw; nothing is kept then.
 */
export function saveSection(context: Context<ParentActor>, input: Input): Promise<SavedSection> {
  const { familyId, subjectId, section: part } = input;
  return context.db.write(async () => {
    const desk = await openDesk(context, familyId);
    const now = await currentValues(context, desk, input);
    const wanted: Values = Object.fromEntries(Object.entries(input.values).map(([field, value]) => [field, textOf(value)]));
    refuseWhatIsNotTheirs(desk, input, Object.keys(wanted));
    const changed = Object.keys(wanted).filter((field) => wanted[field] !== now[field]);
    refuseLost(part, changed, input.seen, now);
    refuseFutureDays(wanted, desk.today);
    const isDirect = (field: string): boolean => ruleOf(desk, fieldOf(part, field), subjectId) === 'direct' && fieldOf(part, field).kind !== 'wish';
    const direct = changed.filter(isDirect);
    const asked = changed.filter((field) => !isDirect(field));
    for (const field of Object.keys(wanted).filter((one) => !asked.includes(one))) await takeBack(context, desk, keyOf(part, field, subjectId));
    await applyValues(context, familyId, part, subjectId, Object.fromEntries(direct.map((field) => [field, wanted[field]!])));
    if (direct.includes('email') && part === 'contact') await tellFormerAddress(context, { familyId, personId: subjectId, before: now.email!, after: wanted.email! });
    for (const field of asked) await ask(context, desk, keyOf(part, field, subjectId), fieldOf(part, field).label, now[field]!, wanted[field]!);
    const after = await openDesk(context, familyId);
    return { saved: direct.length, asked: asked.length, section: profileSection(after, part, subjectId, await currentValues(context, after, input))! };
  });
}

/** What is only asked for must be as right as what is saved at once. */
function refuseFutureDays({ birthOn, tetanusOn }: Values, today: LocalDate): void {
  refuseFutureBirth(birthOn as LocalDate | undefined, today, 'values.birthOn');
  if (tetanusOn && tetanusOn > today) throw new AppError('portalDesk.vaccineInFuture', {}, 'invalid', 'values.tetanusOn');
}

async function currentValues({ db }: Context, { file }: Desk, { section, subjectId }: Input): Promise<Values> {
  const health = section === 'childHealth' ? await knownHealth(db, subjectId) : null;
  const values = valuesOf(file, section, subjectId, health);
  if (!values) throw notFound();
  return values;
}

function refuseWhatIsNotTheirs(desk: Desk, { section, subjectId }: Input, fields: readonly string[]): void {
  for (const field of fields) {
    const definition = fieldOf(section, field);
    const rule = ruleOf(desk, definition, subjectId);
    if (rule === 'hidden') throw notFound();
    if (rule === 'readOnly') throw new AppError('portalDesk.notEditable', { label: definition.label }, 'forbidden', `values.${field}`);
  }
}

/** Refuses to overwrite what somebody changed since the page was shown; tells it, but for health data. */
function refuseLost(part: Input['section'], changed: readonly string[], seen: Values, now: Values): void {
  const lost = changed.filter((field) => seen[field] !== now[field]).map((field) => fieldOf(part, field));
  if (lost.length === 0) return;
  const told = lost.map((field) => (part === 'childHealth' ? field.label : `${field.label} (maintenant « ${shownValue(field, now[field.id]!)} »)`));
  throw new AppError('portalDesk.changedMeanwhile', { told: enumerated(told) }, 'conflict', `values.${lost[0]!.id}`);
}
