import { z } from 'zod';
import type { Instant } from '../../kernel/local-date';

const html = z.string().max(20_000, 'Ce message est trop long : écrivez-le plus court, ou joignez un PDF.');
const subject = z.string().trim().min(1, 'Indiquez l’objet du message.').max(150, 'Cet objet est trop long : 150 caractères au plus.');
const uploadIds = z.array(z.int()).max(5, 'Cinq pièces jointes au plus.');
const requestKey = z.uuid();
const name = z.string().trim().min(1, 'Donnez un nom.').max(80, 'Ce nom est trop long : 80 caractères au plus.');

export const openConversationInput = z.strictObject({
  familyId: z.int(), departmentId: z.int('Choisissez le service que vous voulez joindre.'), subject, html,
  /** The number of an invoice of the family, when the question is about it. */
  invoice: z.string().max(40).nullable(),
  uploadIds, requestKey,
});
export type OpenConversationInput = z.output<typeof openConversationInput>;

export const replyInput = z.strictObject({ conversationId: z.int(), html, uploadIds, requestKey });
export type ReplyInput = z.output<typeof replyInput>;

/** `seenId`: the last message that the page showed; without it nothing is compared. */
export const staffReplyInput = replyInput.extend({ seenId: z.int().nullish() });
export type StaffReplyInput = z.output<typeof staffReplyInput>;

export const writeToFamilyInput = z.strictObject({ familyId: z.int(), personId: z.int('Choisissez à qui vous écrivez.'), departmentId: z.int('Choisissez le service qui écrit.'), subject, html, uploadIds, requestKey });
export type WriteToFamilyInput = z.output<typeof writeToFamilyInput>;

export const conversationChoice = z.strictObject({ id: z.int() });
export const inboxRequest = z.strictObject({
  departmentId: z.int().nullable(),
  /** `waiting`: the parent wrote last and nobody closed it. */
  show: z.enum(['waiting', 'open', 'closed', 'mine']),
  search: z.string().max(100),
  page: z.int().min(0),
});
export type InboxRequest = z.output<typeof inboxRequest>;
export const assignInput = z.strictObject({ id: z.int(), staffId: z.int().nullable() });
export const moveInput = z.strictObject({ id: z.int(), departmentId: z.int() });
export const departmentInput = z.strictObject({ id: z.int().nullable(), name });
export const templateInput = z.strictObject({ id: z.int().nullable(), name, html });

export interface Department { readonly id: number; readonly name: string }
export interface ReplyTemplate { readonly id: number; readonly name: string; readonly html: string }

export interface MessageFile { readonly id: number; readonly name: string; readonly type: string; readonly bytes: number }
export interface Message {
  readonly id: number;
  readonly author: 'parent' | 'staff';
  readonly authorName: string;
  /** Sanitised by the server. */
  readonly html: string;
  readonly at: Instant;
  readonly files: readonly MessageFile[];
}

/** A line of a list of conversations. */
export interface ConversationLine {
  readonly id: number;
  readonly subject: string;
  readonly reference: string;
  readonly department: string;
  readonly familyId: number;
  readonly familyName: string;
  readonly personName: string;
  readonly assignedTo: string | null;
  readonly openedAt: Instant;
  readonly lastAt: Instant;
  readonly lastBy: 'parent' | 'staff';
  readonly closedAt: Instant | null;
  /** Messages of the other side that the reader has not seen. */
  readonly unread: number;
}

export interface Conversation extends ConversationLine {
  readonly departmentId: number;
  readonly assignedId: number | null;
  readonly messages: readonly Message[];
}

/** What a parent's contact page starts from. */
export interface ContactDesk {
  readonly departments: readonly Department[];
  readonly families: readonly { readonly id: number; readonly name: string }[];
  readonly conversations: readonly ConversationLine[];
}

export interface Inbox {
  readonly lines: readonly ConversationLine[];
  readonly total: number;
  readonly waiting: number;
}
