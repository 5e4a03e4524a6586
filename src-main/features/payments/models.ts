import { DataTypes } from 'sequelize';
import type { CreationOptional, InferAttributes, InferCreationAttributes, Model } from 'sequelize';
import { modelsOf } from '../../platform/database/models';
import type { Means } from './means';

export interface PaymentRow extends Model<InferAttributes<PaymentRow>, InferCreationAttributes<PaymentRow>> {
  id: CreationOptional<number>;
  familyId: number;
  payerId: number | null;
  means: Means;
  cents: number;
  receivedOn: string;
  reference: string;
  bank: string;
  note: string;
  series: string;
  year: number;
  number: number;
  label: string;
  entryId: number;
  requestKey: string;
  /** JSON of `receiptPaper`. */
  paper: string;
  at: string;
  byName: string;
}

export interface ReversalRow extends Model<InferAttributes<ReversalRow>, InferCreationAttributes<ReversalRow>> {
  paymentId: number;
  entryId: number;
  reason: string;
  onDay: string;
  at: string;
  byName: string;
}

const text = { type: DataTypes.TEXT, allowNull: false };
const whole = { type: DataTypes.INTEGER, allowNull: false };

export const paymentModels = modelsOf((sequelize) => ({
  Payment: sequelize.define<PaymentRow>('payments', {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    familyId: whole,
    payerId: { type: DataTypes.INTEGER },
    means: text,
    cents: whole,
    receivedOn: text,
    reference: text,
    bank: text,
    note: text,
    series: text,
    year: whole,
    number: whole,
    label: text,
    entryId: whole,
    requestKey: text,
    paper: text,
    at: text,
    byName: text,
  }),
  Reversal: sequelize.define<ReversalRow>('payment_reversals', {
    paymentId: { type: DataTypes.INTEGER, primaryKey: true },
    entryId: whole,
    reason: text,
    onDay: text,
    at: text,
    byName: text,
  }),
}));
