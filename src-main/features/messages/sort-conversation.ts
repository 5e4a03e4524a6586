import type { StaffActor } from '../../kernel/actor';
import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { conversationForStaff, departmentsOf } from './queries';

/** Gives a conversation to a colleague, or to nobody (null). Throws AppError `notFound`, `messages.noColleague`. */
export function assignConversation(context: Context<StaffActor>, id: number, staffId: number | null): Promise<void> {
  return context.db.write(async () => {
    const { subject, familyId } = await conversationForStaff(context.db, id);
    const colleague = staffId === null ? null
      : await context.db.selectOne<{ name: string }>('SELECT name FROM staff_users WHERE id = $staffId AND disabled_at IS NULL', { staffId });
    if (staffId !== null && !colleague) throw new AppError('messages.noColleague', {}, 'invalid', 'staffId');
    await context.db.run('UPDATE conversations SET assigned_to = $staffId WHERE id = $id', { id, staffId });
    await recordDeed(context, { action: 'messages.assign', subject: colleague ? `« ${subject} » confié à ${colleague.name}` : `« ${subject} » rendu à tous`, familyId });
  });
}

/** Moves a conversation to another department. Throws AppError `notFound`, `messages.noDepartment`. */
export function moveConversation(context: Context<StaffActor>, id: number, departmentId: number): Promise<void> {
  return context.db.write(async () => {
    const { subject, familyId } = await conversationForStaff(context.db, id);
    const department = (await departmentsOf(context.db)).find((one) => one.id === departmentId);
    if (!department) throw new AppError('messages.noDepartment', {}, 'invalid', 'departmentId');
    await context.db.run('UPDATE conversations SET department_id = $departmentId WHERE id = $id', { id, departmentId });
    await recordDeed(context, { action: 'messages.move', subject: `« ${subject} » passé au service « ${department.name} »`, familyId });
  });
}

/** Closes a conversation; the parent's next word opens it again. Throws AppError `notFound`. */
export function closeConversation(context: Context<StaffActor>, id: number): Promise<void> {
  return context.db.write(async () => {
    const { subject, familyId } = await conversationForStaff(context.db, id);
    await context.db.run('UPDATE conversations SET closed_at = $at WHERE id = $id', { id, at: context.clock.now() });
    await recordDeed(context, { action: 'messages.close', subject: `« ${subject} » : conversation close`, familyId });
  });
}
