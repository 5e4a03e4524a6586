/** The words of a family's file, with what pages and papers call them. */

type Labels<Code extends string> = Readonly<Record<Code, string>>;

export const CIVILITIES = ['', 'mr', 'mrs', 'mrAndMrs', 'mrOrMrs', 'organisation'] as const;
export type Civility = (typeof CIVILITIES)[number];
export const CIVILITY_LABELS: Labels<Civility> = {
  '': 'Non renseignée', mr: 'M.', mrs: 'Mme', mrAndMrs: 'M. et Mme', mrOrMrs: 'M. ou Mme', organisation: 'Personne morale',
};

export const RELATIONS = ['', 'father', 'mother', 'guardian', 'stepparent', 'grandparent', 'relative', 'childminder', 'neighbour', 'other'] as const;
export type Relation = (typeof RELATIONS)[number];
export const RELATION_LABELS: Labels<Relation> = {
  '': 'Non renseigné', father: 'Père', mother: 'Mère', guardian: 'Tuteur ou tutrice', stepparent: 'Beau-parent', grandparent: 'Grand-parent',
  relative: 'Autre parent', childminder: 'Assistante maternelle', neighbour: 'Voisinage', other: 'Autre',
};

export const MARITAL_STATUSES = ['unknown', 'married', 'civilUnion', 'cohabiting', 'single', 'separated', 'divorced', 'remarried', 'widowed'] as const;
export type MaritalStatus = (typeof MARITAL_STATUSES)[number];
export const MARITAL_STATUS_LABELS: Labels<MaritalStatus> = {
  unknown: 'Non renseignée', married: 'Marié ou mariée', civilUnion: 'Pacsé ou pacsée', cohabiting: 'Vie maritale', single: 'Célibataire',
  separated: 'Séparé ou séparée', divorced: 'Divorcé ou divorcée', remarried: 'Remarié ou remariée', widowed: 'Veuf ou veuve',
};

export const PARENTAL_AUTHORITIES = ['yes', 'no', 'unknown'] as const;
export type ParentalAuthority = (typeof PARENTAL_AUTHORITIES)[number];
export const PARENTAL_AUTHORITY_LABELS: Labels<ParentalAuthority> = { yes: 'Oui', no: 'Non', unknown: 'Non renseignée' };

export const ADULT_KINDS = ['guardian', 'contact'] as const;
export type AdultKind = (typeof ADULT_KINDS)[number];
export const ADULT_KIND_LABELS: Labels<AdultKind> = { guardian: 'Responsable', contact: 'Autre contact' };

export const SEXES = ['F', 'M', ''] as const;
export type Sex = (typeof SEXES)[number];
export const SEX_LABELS: Labels<Sex> = { F: 'Fille', M: 'Garçon', '': 'Non renseigné' };

/** Menu choices only; a religion is never asked nor kept (GDPR art. 9). */
export const DIETS = ['', 'sans-porc', 'sans-viande', 'sans-gluten'] as const;
export type Diet = (typeof DIETS)[number];
export const DIET_LABELS: Labels<Diet> = { '': 'Menu du jour', 'sans-porc': 'Sans porc', 'sans-viande': 'Sans viande', 'sans-gluten': 'Sans gluten' };

export const FUNDS = ['', 'CAF', 'MSA', 'autre'] as const;
export type Fund = (typeof FUNDS)[number];
export const FUND_LABELS: Labels<Fund> = { '': 'Non renseignée', CAF: 'CAF', MSA: 'MSA', autre: 'Autre caisse' };

export const CONSENTS = ['', 'yes', 'no'] as const;
export type Consent = (typeof CONSENTS)[number];
export const CONSENT_LABELS: Labels<Consent> = { '': 'Non renseignée', yes: 'Oui', no: 'Non' };

/** Health insurance schemes of France. */
export const SOCIAL_SCHEMES = ['', 'general', 'msa', 'local', 'other'] as const;
export type SocialScheme = (typeof SOCIAL_SCHEMES)[number];
export const SOCIAL_SCHEME_LABELS: Labels<SocialScheme> = {
  '': 'Non renseigné', general: 'Régime général', msa: 'Régime agricole (MSA)', local: 'Régime local d’Alsace-Moselle', other: 'Autre régime',
};

export const BLOOD_GROUPS = ['', 'A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-'] as const;
export type BloodGroup = (typeof BLOOD_GROUPS)[number];
export const BLOOD_GROUP_LABELS: Labels<BloodGroup> = {
  '': 'Non connu', 'A+': 'A+', 'A-': 'A−', 'B+': 'B+', 'B-': 'B−', 'AB+': 'AB+', 'AB-': 'AB−', 'O+': 'O+', 'O-': 'O−',
};
