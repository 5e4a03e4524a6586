import { DataTypes } from 'sequelize';
import type { CreationOptional, InferAttributes, InferCreationAttributes, Model } from 'sequelize';
import { modelsOf } from '../../platform/database/models';

export interface TownRow extends Model<InferAttributes<TownRow>, InferCreationAttributes<TownRow>> {
  id: CreationOptional<number>;
  name: string;
  address: string;
  postcode: string;
  city: string;
  phone: string;
  email: string;
  siret: string;
  schoolZone: string;
  holidayRegion: string;
  timeZone: string;
  logo: CreationOptional<Buffer | null>;
  logoType: CreationOptional<string | null>;
  passwordRule: CreationOptional<string>;
  isDemo: CreationOptional<number>;
  version: CreationOptional<number>;
  createdAt: string;
  updatedAt: string;
}

const required = { type: DataTypes.TEXT, allowNull: false } as const;

export const townModels = modelsOf((sequelize) => ({
  Town: sequelize.define<TownRow>('town', {
    id: { type: DataTypes.INTEGER, primaryKey: true, defaultValue: 1 },
    name: required, address: required, postcode: required, city: required, phone: required, email: required,
    siret: required, schoolZone: required, holidayRegion: required, timeZone: required,
    logo: { type: DataTypes.BLOB },
    logoType: { type: DataTypes.TEXT },
    passwordRule: { ...required, defaultValue: 'guide' },
    isDemo: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 },
    version: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 1 },
    createdAt: required, updatedAt: required,
  }),
}));
