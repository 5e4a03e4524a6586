import { DataTypes } from 'sequelize';
import type { CreationOptional, InferAttributes, InferCreationAttributes, Model } from 'sequelize';
import { modelsOf } from '../../platform/database/models';

export interface EnrolmentRow extends Model<InferAttributes<EnrolmentRow>, InferCreationAttributes<EnrolmentRow>> {
  id: CreationOptional<number>;
  childId: number;
  service: string;
  fromOn: string;
  toOn: string | null;
  status: string | null;
  /** JSON list of weekdays. */
  week: string;
  requestedAt: string;
  version: CreationOptional<number>;
}

export const enrolmentModels = modelsOf((sequelize) => ({
  Enrolment: sequelize.define<EnrolmentRow>('enrolments', {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    childId: { type: DataTypes.INTEGER, allowNull: false },
    service: { type: DataTypes.TEXT, allowNull: false },
    fromOn: { type: DataTypes.TEXT, allowNull: false },
    toOn: { type: DataTypes.TEXT },
    status: { type: DataTypes.TEXT },
    week: { type: DataTypes.TEXT, allowNull: false },
    requestedAt: { type: DataTypes.TEXT, allowNull: false },
    version: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 1 },
  }),
}));
