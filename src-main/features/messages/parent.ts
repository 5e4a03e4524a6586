import { parentProcedure, router } from '../../platform/procedures/procedures';
import { openConversation } from './open-conversation';
import { contactDesk, unreadOf } from './queries';
import { readAsParent, replyAsParent } from './reply';
import { conversationChoice, openConversationInput, replyInput } from './schema';

export const messagesParent = router({
  desk: parentProcedure.query(({ ctx }) => contactDesk(ctx.db, ctx.actor.personId)),
  unread: parentProcedure.query(({ ctx }) => unreadOf(ctx.db, ctx.actor.personId)),
  /** One of the parent's own conversations; what it holds counts as read from then on. */
  read: parentProcedure.input(conversationChoice).mutation(({ ctx, input }) => readAsParent(ctx, input.id)),
  open: parentProcedure.input(openConversationInput).mutation(({ ctx, input }) => openConversation(ctx, input)),
  reply: parentProcedure.input(replyInput).mutation(({ ctx, input }) => replyAsParent(ctx, input)),
});
