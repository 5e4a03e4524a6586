import { DataTypes } from 'sequelize';
import type { CreationOptional, InferAttributes, InferCreationAttributes, Model } from 'sequelize';
import { modelsOf } from '../../platform/database/models';

type Stored<Row extends Model> = Model<InferAttributes<Row>, InferCreationAttributes<Row>>;

export interface PersonRow extends Stored<PersonRow> {
  id: CreationOptional<number>;
  civility: CreationOptional<string>;
  lastName: string;
  firstName: string;
  birthOn: CreationOptional<string | null>;
  birthPlace: CreationOptional<string>;
  maritalStatus: CreationOptional<string>;
  address: CreationOptional<string>;
  postcode: CreationOptional<string>;
  city: CreationOptional<string>;
  homePhone: CreationOptional<string>;
  mobilePhone: CreationOptional<string>;
  officePhone: CreationOptional<string>;
  email: CreationOptional<string>;
  occupation: CreationOptional<string>;
  employer: CreationOptional<string>;
  employerPhone: CreationOptional<string>;
  notes: CreationOptional<string>;
  remarks: CreationOptional<string>;
  version: CreationOptional<number>;
}

export interface FamilyRow extends Stored<FamilyRow> {
  id: CreationOptional<number>;
  name: string;
  zone: CreationOptional<string>;
  fund: CreationOptional<string>;
  fundNumber: CreationOptional<string>;
  flags: CreationOptional<string>;
  notes: CreationOptional<string>;
  searchText: CreationOptional<string>;
  archivedAt: CreationOptional<string | null>;
  createdAt: string;
  version: CreationOptional<number>;
}

export interface FamilyAdultRow extends Stored<FamilyAdultRow> {
  familyId: number;
  personId: number;
  kind: string;
  position: number;
  relation: CreationOptional<string>;
  parentalAuthority: CreationOptional<string>;
}

export interface ChildRow extends Stored<ChildRow> {
  id: CreationOptional<number>;
  lastName: string;
  firstName: string;
  sex: CreationOptional<string>;
  birthOn: CreationOptional<string | null>;
  birthPlace: CreationOptional<string>;
  schoolId: CreationOptional<number | null>;
  classId: CreationOptional<number | null>;
  level: CreationOptional<string>;
  category: CreationOptional<string>;
  diet: CreationOptional<string>;
  flags: CreationOptional<string>;
  notes: CreationOptional<string>;
  remarks: CreationOptional<string>;
  insuranceCompany: CreationOptional<string>;
  insurancePolicy: CreationOptional<string>;
  insuranceUntil: CreationOptional<string | null>;
  photoConsent: CreationOptional<string>;
  otherConsents: CreationOptional<string>;
  version: CreationOptional<number>;
}

export interface ChildHealthRow extends Stored<ChildHealthRow> {
  childId: number;
  hasPai: number;
  allergies: string;
  instructions: string;
  socialScheme: CreationOptional<string>;
  bloodGroup: CreationOptional<string>;
  doctor: CreationOptional<string>;
  doctorPhone: CreationOptional<string>;
  tetanusOn: CreationOptional<string | null>;
  updatedAt: string;
}

export interface FamilyChildRow extends Stored<FamilyChildRow> {
  familyId: number;
  childId: number;
  position: number;
  custody: CreationOptional<string>;
}

export interface CustodyPeriodRow extends Stored<CustodyPeriodRow> {
  id: CreationOptional<number>;
  familyId: number;
  childId: number;
  fromOn: string;
  toOn: string;
}

export interface ChildAdultRow extends Stored<ChildAdultRow> {
  childId: number;
  personId: number;
  mayCollect: number;
  callInEmergency: number;
}

export interface QuotientRow extends Stored<QuotientRow> {
  id: CreationOptional<number>;
  familyId: number;
  measure: CreationOptional<string>;
  value: string;
  fromOn: string;
  provedOn: CreationOptional<string | null>;
  proof: CreationOptional<string>;
  recordedAt: string;
  withdrawnAt: CreationOptional<string | null>;
}

const id = { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true } as const;
const key = { type: DataTypes.INTEGER, primaryKey: true } as const;
const required = { type: DataTypes.TEXT, allowNull: false } as const;
const text = { ...required, defaultValue: '' } as const;
const list = { ...required, defaultValue: '[]' } as const;
const optional = { type: DataTypes.TEXT } as const;
const integer = { type: DataTypes.INTEGER, allowNull: false } as const;
const version = { ...integer, defaultValue: 1 } as const;

export const familyModels = modelsOf((sequelize) => ({
  Person: sequelize.define<PersonRow>('persons', {
    id, civility: text, lastName: required, firstName: required, birthOn: optional, birthPlace: text,
    maritalStatus: { ...required, defaultValue: 'unknown' },
    address: text, postcode: text, city: text, homePhone: text, mobilePhone: text, officePhone: text, email: text,
    occupation: text, employer: text, employerPhone: text, notes: text, remarks: text, version,
  }),
  Family: sequelize.define<FamilyRow>('families', {
    id, name: required, zone: text, fund: text, fundNumber: text, flags: list, notes: text, searchText: text,
    archivedAt: optional, createdAt: required, version,
  }),
  FamilyAdult: sequelize.define<FamilyAdultRow>('family_adults', {
    familyId: key, personId: key, kind: required, position: integer, relation: text,
    parentalAuthority: { ...required, defaultValue: 'unknown' },
  }),
  Child: sequelize.define<ChildRow>('children', {
    id, lastName: required, firstName: required, sex: text, birthOn: optional, birthPlace: text,
    schoolId: { type: DataTypes.INTEGER }, classId: { type: DataTypes.INTEGER }, level: text,
    category: { ...required, defaultValue: 'enfant' },
    diet: text, flags: list, notes: text, remarks: text,
    insuranceCompany: text, insurancePolicy: text, insuranceUntil: optional, photoConsent: text, otherConsents: text, version,
  }),
  ChildHealth: sequelize.define<ChildHealthRow>('child_health', {
    childId: key, hasPai: integer, allergies: text, instructions: text,
    socialScheme: text, bloodGroup: text, doctor: text, doctorPhone: text, tetanusOn: optional, updatedAt: required,
  }),
  FamilyChild: sequelize.define<FamilyChildRow>('family_children', {
    familyId: key, childId: key, position: integer, custody: { ...required, defaultValue: 'always' },
  }),
  CustodyPeriod: sequelize.define<CustodyPeriodRow>('custody_periods', {
    id, familyId: integer, childId: integer, fromOn: required, toOn: required,
  }),
  ChildAdult: sequelize.define<ChildAdultRow>('child_adults', {
    childId: key, personId: key, mayCollect: integer, callInEmergency: integer,
  }),
  Quotient: sequelize.define<QuotientRow>('quotients', {
    id, familyId: integer, measure: { ...required, defaultValue: 'qf' }, value: required, fromOn: required, provedOn: optional,
    proof: text, recordedAt: required, withdrawnAt: optional,
  }),
}));
