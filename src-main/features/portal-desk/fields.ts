import {
  BLOOD_GROUP_LABELS, CIVILITY_LABELS, CONSENT_LABELS, DIET_LABELS, FUND_LABELS, MARITAL_STATUS_LABELS, PARENTAL_AUTHORITY_LABELS, RELATION_LABELS, SEX_LABELS,
  SOCIAL_SCHEME_LABELS,
} from '../families/schema';
import type { FilePart } from '../town/portal-settings-schema';
import type { FieldKind } from './profile-schema';

/** A field of the file as parents know it (features 13 to 20). Its id is the key in the feature `families`. */
export interface FieldDef {
  readonly id: string;
  readonly part: FilePart;
  readonly label: string;
  readonly kind: FieldKind;
  readonly required?: boolean;
  readonly choices?: Readonly<Record<string, string>>;
  readonly help?: string;
  /** The town may allow less, never more. */
  readonly most?: 'readOnly' | 'approved';
}

type Rest = Omit<FieldDef, 'id' | 'part' | 'label' | 'kind'>;
const of = (part: FilePart) => (id: string, label: string, kind: FieldKind = 'line', rest: Rest = {}): FieldDef => ({ id, part, label, kind, ...rest });
const choice = (choices: Readonly<Record<string, string>>, rest: Rest = {}): Rest => ({ choices, ...rest });
const FIXED: Rest = { most: 'readOnly' };
const REQUIRED: Rest = { required: true };

const [identity, contact, work, family] = [of('identity'), of('contact'), of('work'), of('familyStatus')];
const [childIdentity, school, meals] = [of('childIdentity'), of('childSchool'), of('childMeals')];
const [health, insurance, consents] = [of('childHealth'), of('childInsurance'), of('childConsents')];

/** In the guides' order. */
export const FIELDS: readonly FieldDef[] = [
  identity('relation', 'Lien avec les enfants', 'choice', choice(RELATION_LABELS)),
  identity('civility', 'Civilité', 'choice', choice(CIVILITY_LABELS)),
  identity('lastName', 'Nom', 'line', REQUIRED),
  identity('firstName', 'Prénom', 'line', REQUIRED),
  identity('birthOn', 'Date de naissance', 'day'),
  identity('birthPlace', 'Lieu de naissance'),
  identity('maritalStatus', 'Situation de famille', 'choice', choice(MARITAL_STATUS_LABELS)),
  // It decides what a person may see: nobody gives it to themselves.
  identity('parentalAuthority', 'Autorité parentale', 'choice', choice(PARENTAL_AUTHORITY_LABELS, { most: 'approved' })),

  contact('address', 'Adresse', 'line', { ...REQUIRED, help: 'Les factures y sont envoyées.' }),
  contact('postcode', 'Code postal', 'postcode', REQUIRED),
  contact('city', 'Ville', 'line', REQUIRED),
  contact('homePhone', 'Téléphone du domicile', 'phone'),
  contact('mobilePhone', 'Portable', 'phone'),
  contact('email', 'E-mail', 'email', { help: 'La mairie y écrit ; elle sert aussi à se connecter.' }),
  contact('remarks', 'Divers', 'text'),

  work('occupation', 'Profession'),
  work('employer', 'Employeur'),
  work('officePhone', 'Téléphone du bureau', 'phone'),
  work('employerPhone', 'Téléphone de l’employeur', 'phone'),

  family('quotient', 'Quotient familial', 'line', { ...FIXED, help: 'Pour le mettre à jour, envoyez à la mairie votre attestation de la CAF ou de la MSA.' }),
  family('fund', 'Caisse', 'choice', choice(FUND_LABELS)),
  family('fundNumber', 'Numéro d’allocataire CAF ou MSA'),

  childIdentity('lastName', 'Nom', 'line', REQUIRED),
  childIdentity('firstName', 'Prénom', 'line', REQUIRED),
  childIdentity('sex', 'Sexe', 'choice', choice(SEX_LABELS, REQUIRED)),
  childIdentity('birthOn', 'Date de naissance', 'day'),
  childIdentity('birthPlace', 'Lieu de naissance'),

  school('schoolName', 'Établissement', 'line', FIXED),
  school('className', 'Classe', 'line', FIXED),
  school('level', 'Niveau', 'line', FIXED),
  // Classes are the town's to give: a change is asked for in words.
  school('schoolWish', 'Changement à demander', 'wish', { help: 'Nouvelle école, nouvelle classe : écrivez ce qui change et à partir de quand.' }),

  meals('diet', 'Régime', 'choice', choice(DIET_LABELS)),
  meals('servicesWish', 'Changement à demander', 'wish', { help: 'Jours habituels, inscription ou arrêt d’un service : écrivez ce qui change et à partir de quand.' }),

  health('socialScheme', 'Régime social', 'choice', choice(SOCIAL_SCHEME_LABELS)),
  health('bloodGroup', 'Groupe sanguin', 'choice', choice(BLOOD_GROUP_LABELS)),
  health('doctor', 'Médecin traitant'),
  health('doctorPhone', 'Téléphone du médecin', 'phone'),
  health('tetanusOn', 'Dernier vaccin contre le tétanos', 'day'),
  health('allergies', 'Allergies', 'text'),
  // A protocol that the doctor and the town have signed.
  health('hasPai', 'Projet d’accueil individualisé (PAI)', 'yesNo', FIXED),
  health('instructions', 'Conduite à tenir', 'text', FIXED),

  insurance('insuranceCompany', 'Compagnie d’assurance'),
  insurance('insurancePolicy', 'Numéro de police'),
  insurance('insuranceUntil', 'Valable jusqu’au', 'day'),

  consents('photoConsent', 'Autorisation de photographie', 'choice', choice(CONSENT_LABELS)),
  consents('otherConsents', 'Autres autorisations', 'text'),
  consents('remarks', 'Divers', 'text'),
];

export const PICKUP_LABELS = { callInEmergency: 'Urgence', mayCollect: 'Sortie' } as const;

export const PART_TITLES: Readonly<Record<FilePart, string>> = {
  identity: 'État civil', contact: 'Coordonnées', work: 'Profession', familyStatus: 'Foyer', contacts: 'Autres responsables', pickups: 'Urgence et sortie',
  childIdentity: 'État civil', childSchool: 'École', childMeals: 'Repas et services', childHealth: 'Santé', childInsurance: 'Assurance', childConsents: 'Autorisations',
};

export const ADULT_PARTS = ['identity', 'contact', 'work'] as const satisfies readonly FilePart[];
export const CHILD_PARTS = ['childIdentity', 'childSchool', 'childMeals', 'childHealth', 'childInsurance', 'childConsents'] as const satisfies readonly FilePart[];
export type ChildPart = (typeof CHILD_PARTS)[number];

export const fieldsOf = (part: FilePart): readonly FieldDef[] => FIELDS.filter((field) => field.part === part);

/** A field of a part. Throws RangeError for one that is not there. */
export function fieldOf(part: string, id: string): FieldDef {
  const found = FIELDS.find((field) => field.part === part && field.id === id);
  if (!found) throw new RangeError(`no field ${part}.${id}`);
  return found;
}
