import { DataTypes } from 'sequelize';
import type { CreationOptional, InferAttributes, InferCreationAttributes, Model } from 'sequelize';
import type { StaffRole } from '../../kernel/actor';
import { modelsOf } from '../../platform/database/models';

export interface StaffUserRow extends Model<InferAttributes<StaffUserRow>, InferCreationAttributes<StaffUserRow>> {
  id: CreationOptional<number>;
  name: string;
  email: string;
  passwordHash: string;
  role: StaffRole;
  healthRight: number;
  disabledAt: CreationOptional<string | null>;
  lastSignInAt: CreationOptional<string | null>;
  createdAt: string;
}

export interface SessionRow extends Model<InferAttributes<SessionRow>, InferCreationAttributes<SessionRow>> {
  id: CreationOptional<number>;
  tokenHash: string;
  holder: 'staff' | 'parent';
  holderId: number;
  device: string;
  remembered: number;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
}

export interface PortalAccountRow extends Model<InferAttributes<PortalAccountRow>, InferCreationAttributes<PortalAccountRow>> {
  id: CreationOptional<number>;
  personId: number;
  identifier: string;
  email: string | null;
  passwordHash: CreationOptional<string | null>;
  passwordChangedAt: CreationOptional<string | null>;
  disabledAt: CreationOptional<string | null>;
  lockedAt: CreationOptional<string | null>;
  lastSignInAt: CreationOptional<string | null>;
  createdAt: string;
}

export type LinkPurpose = 'invitation' | 'forgotten' | 'change';

export interface PasswordLinkRow extends Model<InferAttributes<PasswordLinkRow>, InferCreationAttributes<PasswordLinkRow>> {
  tokenHash: string;
  accountId: number;
  purpose: LinkPurpose;
  mailId: number | null;
  createdAt: string;
  expiresAt: string;
  usedAt: CreationOptional<string | null>;
}

const id = { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true } as const;
const required = { type: DataTypes.TEXT, allowNull: false } as const;
const optional = { type: DataTypes.TEXT, allowNull: true } as const;
const number = { type: DataTypes.INTEGER, allowNull: false } as const;

export const accountsModels = modelsOf((sequelize) => ({
  StaffUser: sequelize.define<StaffUserRow>('staff_users', {
    id, name: required, email: required, passwordHash: required, role: required, healthRight: number,
    disabledAt: optional, lastSignInAt: optional, createdAt: required,
  }),
  Session: sequelize.define<SessionRow>('sessions', {
    id, tokenHash: required, holder: required, holderId: number, device: required, remembered: number,
    createdAt: required, lastSeenAt: required, expiresAt: required,
  }),
  PortalAccount: sequelize.define<PortalAccountRow>('portal_accounts', {
    id, personId: number, identifier: required, email: optional, passwordHash: optional, passwordChangedAt: optional,
    disabledAt: optional, lockedAt: optional, lastSignInAt: optional, createdAt: required,
  }),
  PasswordLink: sequelize.define<PasswordLinkRow>('password_links', {
    tokenHash: { ...required, primaryKey: true }, accountId: number, purpose: required,
    mailId: { type: DataTypes.INTEGER, allowNull: true }, createdAt: required, expiresAt: required, usedAt: optional,
  }),
}));
