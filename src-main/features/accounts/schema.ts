import { z } from 'zod';
import { STAFF_ROLES } from '../../kernel/actor';
import type { StaffRole } from '../../kernel/actor';
import { townInput } from '../town/schema';
import type { PublicTown } from '../town/schema';
import type { PasswordRule } from './password-rules';

const typedPassword = z.string().min(1, 'Saisissez le mot de passe.').max(200, 'Ce mot de passe est trop long : 200 caractères au plus.');
const email = z.email().max(120);

export const newPassword = z.strictObject({
  password: typedPassword,
  confirmation: z.string().max(200),
});
export type NewPassword = z.infer<typeof newPassword>;

export const changePasswordInput = newPassword.extend({ current: typedPassword });
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;

export const staffSignInInput = z.strictObject({
  email: z.string().trim().min(1, 'Saisissez votre adresse e-mail.').max(120),
  password: typedPassword,
});

export const parentSignInInput = z.strictObject({
  login: z.string().trim().min(1, 'Saisissez votre identifiant ou votre adresse e-mail.').max(120),
  password: typedPassword,
  remember: z.boolean().default(false),
});

export const passwordLinkInput = z.strictObject({
  login: z.string().trim().min(1, 'Saisissez votre adresse e-mail ou votre identifiant.').max(120),
});

const linkToken = z.string().regex(/^[\w-]{43}$/, 'Ce lien est incomplet. Ouvrez-le de nouveau depuis le mail.');
export const readLinkInput = z.strictObject({ token: linkToken });
export const choosePasswordInput = newPassword.extend({ token: linkToken });
export type ChoosePasswordInput = z.infer<typeof choosePasswordInput>;

/** What a valid mail link shows before the password is chosen. */
export interface LinkHolder {
  readonly name: string;
  readonly identifier: string;
  /** Null when another account of the town signs in with the person's address. */
  readonly email: string | null;
}

const staffName = z.string().trim().min(1, 'Indiquez le nom et le prénom.').max(120);

export const createStaffInput = newPassword.extend({ name: staffName, email, role: z.enum(STAFF_ROLES), healthRight: z.boolean() });
export type CreateStaffInput = z.infer<typeof createStaffInput>;

export const saveStaffInput = z.strictObject({ id: z.int().positive(), name: staffName, email, role: z.enum(STAFF_ROLES), healthRight: z.boolean() });
export type SaveStaffInput = z.infer<typeof saveStaffInput>;

export const staffInput = z.strictObject({ id: z.int().positive() });
export const resetStaffPasswordInput = newPassword.extend({ id: z.int().positive() });

export const foundInput = z.strictObject({
  town: townInput,
  admin: newPassword.extend({ name: staffName, email }),
  withDemo: z.boolean(),
});
export type FoundInput = z.output<typeof foundInput>;

/** What the pages ask before anybody can sign in. */
export interface SetupState {
  readonly done: boolean;
  readonly townName: string | null;
}

/** A member of staff in the list of users. */
export interface StaffUser {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
  readonly healthRight: boolean;
  readonly disabled: boolean;
  readonly lastSignInAt: string | null;
}

/** A session that begins: the token goes to its holder and is kept nowhere else. */
export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: string;
}

export const INVITATION_STATES = ['notInvited', 'invited', 'linkExpired', 'active', 'locked', 'disabled'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];
export type InvitationMailState = 'waiting' | 'sent' | 'failed';

export const portalAccountFilter = z.strictObject({
  search: z.string().trim().max(80).default(''),
  state: z.enum(INVITATION_STATES).optional(),
  schoolId: z.int().positive().optional(),
  classId: z.int().positive().optional(),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(200).default(50),
});
export type PortalAccountFilter = z.input<typeof portalAccountFilter>;

/** A guardian and the state of their access to the portal. */
export interface PortalAccount {
  readonly personId: number;
  /** "ALAIN Paul" */
  readonly name: string;
  readonly email: string;
  readonly familyId: number;
  readonly familyName: string;
  /** First names of the children, in order. */
  readonly children: readonly string[];
  readonly state: InvitationState;
  /** State of the last invitation's mail while it is awaited. */
  readonly mail: InvitationMailState | null;
  readonly identifier: string | null;
  /** True when the account signs in by its identifier only: the address serves another account. */
  readonly identifierOnly: boolean;
  readonly invitedAt: string | null;
  readonly linkExpiresAt: string | null;
  readonly lastSignInAt: string | null;
}

export interface PortalAccountList {
  readonly accounts: readonly PortalAccount[];
  readonly total: number;
  /** How many guardians of the filter (without its state) are in each state. */
  readonly counts: Readonly<Record<InvitationState, number>>;
}

const personId = z.int().positive();
export const personInput = z.strictObject({ personId });
export const inviteInput = z.strictObject({ personIds: z.array(personId).min(1).max(500) });

/** What became of each person of an invitation. */
export interface InvitationOutcome {
  readonly personId: number;
  readonly name: string;
  readonly invited: boolean;
  readonly identifier: string | null;
  /** One sentence: where the mail goes, or why there is none. */
  readonly sentence: string;
}

/** What an invitation would do for a person, told before it is sent. */
export interface InvitationPreview {
  readonly personId: number;
  readonly name: string;
  /** Where the mail would go; null when none can. */
  readonly email: string | null;
  /** Why there would be no mail; null when there would be one. */
  readonly whyNot: string | null;
}

/** A parent's own access. */
export interface ParentAccount {
  readonly firstName: string;
  readonly lastName: string;
  readonly identifier: string;
  /** The address it signs in with; null when another account does. */
  readonly email: string | null;
  /** The address mails go to; empty when the town knows none. */
  readonly contactEmail: string;
  readonly passwordRule: PasswordRule;
}

/** What the portal's pages start from: the town, and who is signed in. */
export interface PortalState {
  /** Null before the town hall has done its first start. */
  readonly town: PublicTown | null;
  readonly parent: ParentAccount | null;
}

/** A device that is signed in to a parent's account. */
export interface Device {
  readonly sessionId: number;
  /** "Firefox sur Android" */
  readonly name: string;
  readonly current: boolean;
  readonly remembered: boolean;
  readonly lastSeenAt: string;
}
