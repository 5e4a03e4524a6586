import { DataTypes } from 'sequelize';
import type { CreationOptional, InferAttributes, InferCreationAttributes, Model } from 'sequelize';
import { modelsOf } from '../../platform/database/models';

export interface SchoolRow extends Model<InferAttributes<SchoolRow>, InferCreationAttributes<SchoolRow>> {
  id: CreationOptional<number>;
  /** Stable: rulebooks name schools by it. */
  code: string;
  name: string;
  archivedAt: CreationOptional<string | null>;
}

export interface ClassRow extends Model<InferAttributes<ClassRow>, InferCreationAttributes<ClassRow>> {
  id: CreationOptional<number>;
  schoolId: number;
  name: string;
  /** JSON list of levels. */
  levels: string;
  teacher: CreationOptional<string>;
  archivedAt: CreationOptional<string | null>;
}

const id = { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true } as const;
const required = { type: DataTypes.TEXT, allowNull: false } as const;
const optional = { type: DataTypes.TEXT } as const;

export const schoolModels = modelsOf((sequelize) => ({
  School: sequelize.define<SchoolRow>('schools', { id, code: required, name: required, archivedAt: optional }),
  Class: sequelize.define<ClassRow>('classes', {
    id,
    schoolId: { type: DataTypes.INTEGER, allowNull: false },
    name: required, levels: required,
    teacher: { ...required, defaultValue: '' },
    archivedAt: optional,
  }),
}));
