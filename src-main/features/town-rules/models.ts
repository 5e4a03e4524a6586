import { DataTypes } from 'sequelize';
import type { CreationOptional, InferAttributes, InferCreationAttributes, Model } from 'sequelize';
import { modelsOf } from '../../platform/database/models';

export interface RulebookVersionRow extends Model<InferAttributes<RulebookVersionRow>, InferCreationAttributes<RulebookVersionRow>> {
  id: CreationOptional<number>;
  fromOn: string;
  /** One `Version` as JSON; never changed. */
  body: string;
  activatedAt: string;
  activatedBy: string;
  replacedAt: CreationOptional<string | null>;
}

export interface RulebookDraftRow extends Model<InferAttributes<RulebookDraftRow>, InferCreationAttributes<RulebookDraftRow>> {
  id: CreationOptional<number>;
  fromOn: string;
  body: string;
  revision: CreationOptional<number>;
  updatedAt: string;
  updatedBy: string;
}

const id = { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true } as const;
const text = { type: DataTypes.TEXT, allowNull: false } as const;

export const townRulesModels = modelsOf((sequelize) => ({
  RulebookVersion: sequelize.define<RulebookVersionRow>('rulebook_versions', {
    id, fromOn: text, body: text, activatedAt: text, activatedBy: text,
    replacedAt: { type: DataTypes.TEXT },
  }),
  RulebookDraft: sequelize.define<RulebookDraftRow>('rulebook_drafts', {
    id, fromOn: text, body: text,
    revision: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 1 },
    updatedAt: text, updatedBy: text,
  }),
}));
