import { DataTypes } from 'sequelize';
import type { CreationOptional, InferAttributes, InferCreationAttributes, Model } from 'sequelize';
import { modelsOf } from '../../platform/database/models';
import type { MailState, SmtpSecurity } from './schema';

export interface MailRow extends Model<InferAttributes<MailRow>, InferCreationAttributes<MailRow>> {
  id: CreationOptional<number>;
  kind: string;
  familyId: number | null;
  personId: number | null;
  toName: string;
  toEmail: string;
  subject: string;
  bodyText: string;
  bodyHtml: string;
  dedupeKey: string | null;
  state: MailState;
  attempts: CreationOptional<number>;
  nextTryAt: string | null;
  lastError: string | null;
  createdAt: string;
  sentAt: string | null;
}

export interface SmtpSettingsRow extends Model<InferAttributes<SmtpSettingsRow>, InferCreationAttributes<SmtpSettingsRow>> {
  id: CreationOptional<number>;
  host: string;
  port: number;
  security: SmtpSecurity;
  userName: string;
  password: string;
  fromName: string;
  fromEmail: string;
  updatedAt: string;
}

const required = { type: DataTypes.TEXT, allowNull: false } as const;
const optional = { type: DataTypes.TEXT } as const;

export const mailModels = modelsOf((sequelize) => ({
  Mail: sequelize.define<MailRow>('mails', {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    kind: required, familyId: { type: DataTypes.INTEGER }, personId: { type: DataTypes.INTEGER },
    toName: required, toEmail: required, subject: required, bodyText: required, bodyHtml: required,
    dedupeKey: optional, state: required,
    attempts: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 },
    nextTryAt: optional, lastError: optional, createdAt: required, sentAt: optional,
  }),
  SmtpSettings: sequelize.define<SmtpSettingsRow>('smtp_settings', {
    id: { type: DataTypes.INTEGER, primaryKey: true, defaultValue: 1 },
    host: required, port: { type: DataTypes.INTEGER, allowNull: false }, security: required,
    userName: required, password: required, fromName: required, fromEmail: required, updatedAt: required,
  }),
}));
