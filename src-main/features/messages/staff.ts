import { z } from 'zod';
import { router, staffProcedure } from '../../platform/procedures/procedures';
import { receiveUpload } from '../documents/receive-upload';
import { writeToFamily } from './open-conversation';
import { departmentsOf, inbox, messageFile, templatesOf, waitingCount } from './queries';
import { readAsStaff, replyAsStaff } from './reply';
import { archiveDepartment, removeTemplate, saveDepartment, saveTemplate } from './save-departments';
import { assignInput, conversationChoice, departmentInput, inboxRequest, moveInput, staffReplyInput, templateInput, writeToFamilyInput } from './schema';
import { assignConversation, closeConversation, moveConversation } from './sort-conversation';

const read = staffProcedure('messages.read');
const write = staffProcedure('messages.write');
const manage = staffProcedure('portal.manage');

export const messagesStaff = router({
  inbox: read.input(inboxRequest).query(({ ctx, input }) => inbox(ctx.db, ctx.actor.id, input)),
  waiting: read.query(({ ctx }) => waitingCount(ctx.db)),
  colleagues: read.query(({ ctx }) => ctx.db.select<{ id: number; name: string }>('SELECT id, name FROM staff_users WHERE disabled_at IS NULL ORDER BY name')),
  departments: read.query(({ ctx }) => departmentsOf(ctx.db)),
  templates: read.query(({ ctx }) => templatesOf(ctx.db)),
  /** A conversation; what it holds counts as read by the town hall. */
  read: read.input(conversationChoice).mutation(({ ctx, input }) => readAsStaff(ctx, input.id)),
  file: read.input(conversationChoice).query(async ({ ctx, input }) => {
    const { name, type, sha256 } = await messageFile(ctx.db, input.id, null);
    return { name, type, bytes: await ctx.files.read(sha256) };
  }),
  upload: write.input(z.strictObject({ name: z.string().max(300), bytes: z.instanceof(Uint8Array) })).mutation(({ ctx, input }) => receiveUpload(ctx, input.name, input.bytes)),
  reply: write.input(staffReplyInput).mutation(({ ctx, input }) => replyAsStaff(ctx, input)),
  write: write.input(writeToFamilyInput).mutation(({ ctx, input }) => writeToFamily(ctx, input)),
  assign: write.input(assignInput).mutation(({ ctx, input }) => assignConversation(ctx, input.id, input.staffId)),
  move: write.input(moveInput).mutation(({ ctx, input }) => moveConversation(ctx, input.id, input.departmentId)),
  close: write.input(conversationChoice).mutation(({ ctx, input }) => closeConversation(ctx, input.id)),
  saveDepartment: manage.input(departmentInput).mutation(({ ctx, input }) => saveDepartment(ctx, input)),
  archiveDepartment: manage.input(conversationChoice).mutation(({ ctx, input }) => archiveDepartment(ctx, input.id)),
  saveTemplate: write.input(templateInput).mutation(({ ctx, input }) => saveTemplate(ctx, input)),
  removeTemplate: write.input(conversationChoice).mutation(({ ctx, input }) => removeTemplate(ctx, input.id)),
});
