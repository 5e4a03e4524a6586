import { DataTypes } from 'sequelize';
import type { CreationOptional, InferAttributes, InferCreationAttributes, Model } from 'sequelize';
import { modelsOf } from '../../platform/database/models';

export interface JournalRow extends Model<InferAttributes<JournalRow>, InferCreationAttributes<JournalRow>> {
  id: CreationOptional<number>;
  at: string;
  actorKind: 'staff' | 'parent' | 'system';
  actorId: number | null;
  actorName: string;
  action: string;
  subject: string;
  familyId: number | null;
  childId: number | null;
  before: string | null;
  after: string | null;
}

export const journalModels = modelsOf((sequelize) => ({
  Journal: sequelize.define<JournalRow>('journal', {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    at: { type: DataTypes.TEXT, allowNull: false },
    actorKind: { type: DataTypes.TEXT, allowNull: false },
    actorId: { type: DataTypes.INTEGER },
    actorName: { type: DataTypes.TEXT, allowNull: false },
    action: { type: DataTypes.TEXT, allowNull: false },
    subject: { type: DataTypes.TEXT, allowNull: false },
    familyId: { type: DataTypes.INTEGER },
    childId: { type: DataTypes.INTEGER },
    before: { type: DataTypes.TEXT },
    after: { type: DataTypes.TEXT },
  }),
}));
