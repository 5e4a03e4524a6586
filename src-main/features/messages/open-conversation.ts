import type { ParentActor, StaffActor } from '../../kernel/actor';
import { AppError, notFound } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { tellParent } from './notices';
import { departmentsOf, familiesOfGuardian } from './queries';
import type { OpenConversationInput, WriteToFamilyInput } from './schema';
import { sentAlready, writeMessage } from './write-message';

interface Opening {
  readonly familyId: number;
  readonly personId: number;
  readonly departmentId: number;
  readonly subject: string;
  readonly reference: string;
}

/**
 * A parent opens a conversation with a department; the same `requestKey` opens it once.
 * Throws AppError `notFound` for a family or an invoice that is not theirs, `messages.noDepartment`.
 */
export function openConversation(context: Context<ParentActor>, input: OpenConversationInput): Promise<{ id: number }> {
  return context.db.write(async () => {
    const earlier = await sentAlready(context, input.requestKey);
    if (earlier !== null) return { id: earlier };
    const families = await familiesOfGuardian(context.db, context.actor.personId);
    if (!families.some(({ id }) => id === input.familyId)) throw notFound();
    const reference = input.invoice === null ? '' : await invoiceReference(context, input.familyId, input.invoice);
    const id = await open(context, { ...input, personId: context.actor.personId, reference }, 'parent');
    await writeMessage(context, id, input);
    await recordDeed(context, { action: 'messages.open', subject: `Message au service « ${await departmentName(context, input.departmentId)} »`, familyId: input.familyId });
    return { id };
  });
}

/** Staff write first to a guardian of a family, who is told by mail. Throws AppError `notFound`, `messages.noDepartment`. */
export function writeToFamily(context: Context<StaffActor>, input: WriteToFamilyInput): Promise<{ id: number }> {
  return context.db.write(async () => {
    const earlier = await sentAlready(context, input.requestKey);
    if (earlier !== null) return { id: earlier };
    const families = await familiesOfGuardian(context.db, input.personId);
    if (!families.some(({ id }) => id === input.familyId)) throw notFound();
    const id = await open(context, { ...input, reference: '' }, 'staff');
    const messageId = await writeMessage(context, id, input);
    await tellParent(context, id, messageId);
    await recordDeed(context, { action: 'messages.open', subject: 'Message écrit à la famille', familyId: input.familyId });
    return { id };
  });
}

async function open({ db, clock }: Pick<Context, 'db' | 'clock'>, opening: Opening, by: 'parent' | 'staff'): Promise<number> {
  const { familyId, personId, departmentId, subject, reference } = opening;
  if (!(await departmentsOf(db)).some(({ id }) => id === departmentId)) throw new AppError('messages.noDepartment', {}, 'invalid', 'departmentId');
  await db.run(
    `INSERT INTO conversations (family_id, person_id, department_id, subject, reference, opened_at, last_at, last_by)
     VALUES ($familyId, $personId, $departmentId, $subject, $reference, $at, $at, $by)`,
    { familyId, personId, departmentId, subject, reference, at: clock.now(), by },
  );
  return (await db.selectOne<{ id: number }>('SELECT last_insert_rowid() AS id'))!.id;
}

async function invoiceReference({ db }: Pick<Context, 'db'>, familyId: number, label: string): Promise<string> {
  const invoice = await db.selectOne<{ label: string; kind: string }>('SELECT label, kind FROM invoices WHERE label = $label AND family_id = $familyId', { label, familyId });
  if (!invoice) throw notFound();
  return `${invoice.kind === 'creditNote' ? 'Avoir' : 'Facture'} ${invoice.label}`;
}

const departmentName = async ({ db }: Pick<Context, 'db'>, departmentId: number): Promise<string> =>
  (await departmentsOf(db)).find(({ id }) => id === departmentId)?.name ?? '';
