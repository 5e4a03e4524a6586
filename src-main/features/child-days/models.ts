import { DataTypes } from 'sequelize';
import type { CreationOptional, InferAttributes, InferCreationAttributes, Model } from 'sequelize';
import { modelsOf } from '../../platform/database/models';

/** What was decided for a child, a service and a day; without a row the usual week speaks. */
export interface BookingRow extends Model<InferAttributes<BookingRow>, InferCreationAttributes<BookingRow>> {
  childId: number;
  service: string;
  day: string;
  state: 'booked' | 'cancelled';
  timing: 'inTime' | 'late';
  familyId: number;
  decidedAt: string;
}

/** A change of a booking as it was decided, never changed afterwards; its journal entry says who and when. */
export interface BookingEventRow extends Model<InferAttributes<BookingEventRow>, InferCreationAttributes<BookingEventRow>> {
  id: CreationOptional<number>;
  childId: number;
  service: string;
  day: string;
  action: 'book' | 'cancel';
  outcome: 'accepted' | 'late' | 'override';
  priceCents: number | null;
  journalId: number;
}

const text = { type: DataTypes.TEXT, allowNull: false } as const;
const integer = { type: DataTypes.INTEGER, allowNull: false } as const;

export const childDayModels = modelsOf((sequelize) => ({
  Booking: sequelize.define<BookingRow>('bookings', {
    childId: { ...integer, primaryKey: true },
    service: { ...text, primaryKey: true },
    day: { ...text, primaryKey: true },
    state: text, timing: text, familyId: integer, decidedAt: text,
  }),
  BookingEvent: sequelize.define<BookingEventRow>('booking_events', {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    childId: integer, service: text, day: text, action: text, outcome: text,
    priceCents: { type: DataTypes.INTEGER },
    journalId: integer,
  }),
}));
