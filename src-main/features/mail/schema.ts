import { z } from 'zod';

export const MAIL_STATES = ['waiting', 'sending', 'sent', 'failed', 'cancelled'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** `tls` from the first byte (port 465), `starttls` required (587), `none` on a trusted network only. */
export const SMTP_SECURITIES = ['tls', 'starttls', 'none'] as const;
export type SmtpSecurity = (typeof SMTP_SECURITIES)[number];

const line = (longest: number) => z.string().trim().max(longest);
const hostName = line(200).regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i, 'Indiquez le nom du serveur, par exemple smtp.exemple.fr.');

export const smtpInput = z.strictObject({
  host: hostName,
  port: z.int('Le port est un nombre, souvent 465 ou 587.').min(1, 'Le port est un nombre, souvent 465 ou 587.').max(65_535, 'Le port est au plus 65535.'),
  security: z.enum(SMTP_SECURITIES),
  userName: line(200),
  /** Null keeps the password that is stored. */
  password: z.string().max(500).nullable(),
  fromName: line(120).min(1, 'Indiquez le nom que les parents verront, par exemple celui de la commune.'),
  fromEmail: z.email().max(120),
});
export type SmtpInput = z.output<typeof smtpInput>;

/** Settings as the pages see them: the password never leaves the host. */
export interface SmtpSettings extends Omit<SmtpInput, 'password'> {
  readonly hasPassword: boolean;
}

export const trialInput = z.strictObject({ to: z.email().max(120) });

export const outboxFilter = z.strictObject({
  state: z.enum(MAIL_STATES).optional(),
  search: line(80).optional(),
  familyId: z.int().positive().optional(),
  /** Mails older than this one: pages of the list go backwards. */
  beforeId: z.int().positive().optional(),
  limit: z.int().min(1).max(200).default(100),
});
export type OutboxFilter = z.input<typeof outboxFilter>;

/** A line of the outbox. Instants are ISO 8601 in UTC. */
export interface OutboxMail {
  readonly id: number;
  readonly kind: string;
  readonly familyId: number | null;
  readonly toName: string;
  readonly toEmail: string;
  readonly subject: string;
  readonly state: MailState;
  readonly attempts: number;
  readonly createdAt: string;
  readonly sentAt: string | null;
  readonly nextTryAt: string | null;
  /** Why it is not sent yet, as a French sentence; null when nothing went wrong. */
  readonly reason: string | null;
}

export interface Outbox {
  readonly mails: readonly OutboxMail[];
  readonly counts: Readonly<Record<MailState, number>>;
  /** False: mails wait until a server is set up. */
  readonly hasServer: boolean;
}

/** A mail with its words. */
export interface OutboxMailText extends OutboxMail {
  readonly text: string;
  readonly links: readonly string[];
}

export const mailId = z.strictObject({ id: z.int().positive() });
export const mailIds = z.strictObject({ ids: z.array(z.int().positive()).min(1).max(500) });
