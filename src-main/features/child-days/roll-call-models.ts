import { DataTypes } from 'sequelize';
import type { CreationOptional, InferAttributes, InferCreationAttributes, Model } from 'sequelize';
import { modelsOf } from '../../platform/database/models';

/** A family told that a child stays away; without a service: from all of them. */
export interface AbsenceNoticeRow extends Model<InferAttributes<AbsenceNoticeRow>, InferCreationAttributes<AbsenceNoticeRow>> {
  id: CreationOptional<number>;
  childId: number;
  service: string | null;
  fromOn: string;
  toOn: string;
  reason: string;
  toldAt: string;
  note: string;
  recordedAt: string;
  withdrawnAt: string | null;
}

/** A paper that staff accepted for days of absence. */
export interface AbsenceProofRow extends Model<InferAttributes<AbsenceProofRow>, InferCreationAttributes<AbsenceProofRow>> {
  id: CreationOptional<number>;
  childId: number;
  kind: string;
  fromOn: string;
  toOn: string;
  receivedAt: string;
  note: string;
  recordedAt: string;
  withdrawnAt: string | null;
}

/** The school or the town is the cause; without a school: all of them. */
export interface DisruptionRow extends Model<InferAttributes<DisruptionRow>, InferCreationAttributes<DisruptionRow>> {
  id: CreationOptional<number>;
  fromOn: string;
  toOn: string;
  reason: string;
  schoolId: number | null;
  classId: number | null;
  service: string | null;
  note: string;
  recordedAt: string;
  withdrawnAt: string | null;
}

const text = { type: DataTypes.TEXT, allowNull: false } as const;
const mayBeText = { type: DataTypes.TEXT } as const;
const integer = { type: DataTypes.INTEGER, allowNull: false } as const;
const mayBeInteger = { type: DataTypes.INTEGER } as const;
const id = { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true } as const;

export const rollCallModels = modelsOf((sequelize) => ({
  AbsenceNotice: sequelize.define<AbsenceNoticeRow>('absence_notices', {
    id, childId: integer, service: mayBeText, fromOn: text, toOn: text, reason: text, toldAt: text, note: text, recordedAt: text, withdrawnAt: mayBeText,
  }),
  AbsenceProof: sequelize.define<AbsenceProofRow>('absence_proofs', {
    id, childId: integer, kind: text, fromOn: text, toOn: text, receivedAt: text, note: text, recordedAt: text, withdrawnAt: mayBeText,
  }),
  Disruption: sequelize.define<DisruptionRow>('disruptions', {
    id, fromOn: text, toOn: text, reason: text, schoolId: mayBeInteger, classId: mayBeInteger, service: mayBeText, note: text, recordedAt: text, withdrawnAt: mayBeText,
  }),
}));
