import { z } from 'zod';
import { saveAdultInput, saveChildInput, saveHealthInput, saveResidenceInput } from '../families/schema';

/** What parents and staff send about the file: each field by the rules of `families`. */
export * from './profile-schema';

const id = z.int().positive();
const adult = saveAdultInput.shape;
const child = saveChildInput.shape;
const care = saveHealthInput.shape;
const residence = saveResidenceInput.shape;

const needed = (field: z.ZodType<string, string>, error: string) => field.pipe(z.string().min(1, error));
const wish = z.string().trim().min(1, 'Écrivez ce que vous demandez.').max(2000);

/** Values of one section; only what the parent changed is sent. */
export const sectionValues = {
  identity: z.strictObject({
    relation: adult.relation, civility: adult.civility, lastName: adult.lastName, firstName: needed(adult.firstName, 'Indiquez le prénom.'), birthOn: adult.birthOn,
    birthPlace: adult.birthPlace, maritalStatus: adult.maritalStatus, parentalAuthority: adult.parentalAuthority,
  }).partial(),
  contact: z.strictObject({
    address: needed(adult.address, 'Indiquez l’adresse.'), postcode: needed(adult.postcode, 'Indiquez le code postal.'), city: needed(adult.city, 'Indiquez la ville.'),
    homePhone: adult.homePhone, mobilePhone: adult.mobilePhone, email: adult.email, remarks: adult.remarks,
  }).partial(),
  work: z.strictObject({ occupation: adult.occupation, employer: adult.employer, officePhone: adult.officePhone, employerPhone: adult.employerPhone }).partial(),
  familyStatus: z.strictObject({ fund: residence.fund, fundNumber: residence.fundNumber }).partial(),
  childIdentity: z.strictObject({ lastName: child.lastName, firstName: child.firstName, sex: child.sex, birthOn: child.birthOn, birthPlace: child.birthPlace }).partial(),
  childSchool: z.strictObject({ schoolWish: wish }).partial(),
  childMeals: z.strictObject({ diet: child.diet, servicesWish: wish }).partial(),
  childHealth: z.strictObject({
    socialScheme: care.socialScheme, bloodGroup: care.bloodGroup, doctor: care.doctor, doctorPhone: care.doctorPhone, tetanusOn: care.tetanusOn, allergies: care.allergies,
  }).partial(),
  childInsurance: z.strictObject({ insuranceCompany: child.insuranceCompany, insurancePolicy: child.insurancePolicy, insuranceUntil: child.insuranceUntil }).partial(),
  childConsents: z.strictObject({ photoConsent: child.photoConsent, otherConsents: child.otherConsents, remarks: child.remarks }).partial(),
};
export type SectionPart = keyof typeof sectionValues;

const about = {
  familyId: id,
  /** A person, a child, or the family itself. */
  subjectId: id,
  /** What the page showed of these fields: a change made meanwhile is told, not overwritten. */
  seen: z.record(z.string().max(40), z.string().max(4000)),
};
const section = <Part extends SectionPart>(part: Part) => z.strictObject({ section: z.literal(part), ...about, values: sectionValues[part] });

export const saveSectionInput = z.discriminatedUnion('section', [
  section('identity'), section('contact'), section('work'), section('familyStatus'), section('childIdentity'), section('childSchool'), section('childMeals'),
  section('childHealth'), section('childInsurance'), section('childConsents'),
]);
export type SaveSectionInput = z.input<typeof saveSectionInput>;

/** Ticks of "urgence" and "sortie" that the parent changed. */
export const saveTicksInput = z.strictObject({
  familyId: id,
  ticks: z.array(z.strictObject({ childId: id, personId: id, what: z.enum(['callInEmergency', 'mayCollect']), value: z.boolean(), seen: z.boolean() })).min(1, 'Rien n’a changé.').max(400),
});

/** Somebody to call or who may collect, whom a parent adds. Kept as it is while it waits for the town hall. */
export const contactAddition = z.strictObject({
  lastName: adult.lastName, firstName: needed(adult.firstName, 'Indiquez le prénom.'), relation: adult.relation, mobilePhone: adult.mobilePhone, homePhone: adult.homePhone,
  ticks: z.array(z.strictObject({ childId: id, callInEmergency: z.boolean(), mayCollect: z.boolean() })).max(20),
}).refine(({ mobilePhone, homePhone }) => mobilePhone !== '' || homePhone !== '', { path: ['mobilePhone'], error: 'Indiquez au moins un numéro de téléphone.' });
export type ContactAddition = z.output<typeof contactAddition>;
export const addContactInput = z.strictObject({ familyId: id, contact: contactAddition });
export const removeContactInput = z.strictObject({ familyId: id, personId: id });

export const profileFamilyChoice = z.strictObject({ familyId: id });
export const profileChildChoice = z.strictObject({ familyId: id, childId: id });
export const requestChoice = z.strictObject({ requestId: id });

const decision = z.strictObject({
  requestId: id,
  accept: z.boolean(),
  /** Told to the parent; needed to refuse. */
  reason: z.string().trim().max(500).default(''),
  /** `seen` of the request: what the file held when staff decided. */
  seen: z.string().max(4000),
}).refine(({ accept, reason }) => accept || reason !== '', { path: ['reason'], error: 'Écrivez pourquoi : le parent le lira.' });

export const decideInput = z.strictObject({ familyId: id, decisions: z.array(decision).min(1, 'Choisissez au moins une demande.').max(200) });
export type DecideInput = z.input<typeof decideInput>;
