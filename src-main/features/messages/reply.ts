import type { ParentActor, StaffActor } from '../../kernel/actor';
import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { tellParent } from './notices';
import { conversationForStaff, conversationOfParent } from './queries';
import type { ReplyInput, StaffReplyInput } from './schema';
import { markRead, sentAlready, writeMessage } from './write-message';

/** A parent goes on with their own conversation; a closed one opens again. Throws AppError `notFound`, `messages.empty`. */
export function replyAsParent(context: Context<ParentActor>, input: ReplyInput): Promise<void> {
  return context.db.write(async () => {
    await conversationOfParent(context.db, context.actor.personId, input.conversationId);
    if (await sentAlready(context, input.requestKey) === null) await writeMessage(context, input.conversationId, input);
  });
}

/** The town hall answers; the parent is told by mail, without the content. Throws AppError `notFound`, `messages.empty`, `messages.meanwhile`. */
export function replyAsStaff(context: Context<StaffActor>, input: StaffReplyInput): Promise<void> {
  return context.db.write(async () => {
    const { familyId, subject } = await conversationForStaff(context.db, input.conversationId);
    if (await sentAlready(context, input.requestKey) !== null) return;
    await refuseUnread(context, input);
    const messageId = await writeMessage(context, input.conversationId, input);
    await tellParent(context, input.conversationId, messageId);
    await recordDeed(context, { action: 'messages.answer', subject: `Réponse à « ${subject} »`, familyId });
  });
}

/** Nobody answers beside a colleague, or beside what the parent just added: it is told, and the page shows it first. */
async function refuseUnread({ db, actor }: Context<StaffActor>, { conversationId, seenId }: StaffReplyInput): Promise<void> {
  if (seenId === null || seenId === undefined) return;
  const newer = await db.selectOne<{ name: string }>(
    "SELECT author_name AS name FROM messages WHERE conversation_id = $conversationId AND id > $seenId AND NOT (author = 'staff' AND author_name = $me) ORDER BY id DESC LIMIT 1",
    { conversationId, seenId, me: actor.name },
  );
  if (newer) throw new AppError('messages.meanwhile', { name: newer.name }, 'conflict');
}

/** Opens a conversation: what it holds counts as read. */
export async function readAsParent(context: Context<ParentActor>, id: number): ReturnType<typeof conversationOfParent> {
  const conversation = await conversationOfParent(context.db, context.actor.personId, id);
  if (conversation.unread > 0) await context.db.write(() => markRead(context, id, 'parent'));
  return conversation;
}

/** The same for the town hall, whoever of it reads. */
export async function readAsStaff(context: Context<StaffActor>, id: number): ReturnType<typeof conversationForStaff> {
  const conversation = await conversationForStaff(context.db, id);
  if (conversation.unread > 0) await context.db.write(() => markRead(context, id, 'staff'));
  return conversation;
}
