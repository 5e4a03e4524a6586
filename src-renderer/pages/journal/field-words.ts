import { RIGHTS_BY_ROLE } from '../../../src-main/kernel/actor';
import {
  ADULT_KIND_LABELS, CIVILITY_LABELS, CONSENT_LABELS, DIET_LABELS, FUND_LABELS, MARITAL_STATUS_LABELS, PARENTAL_AUTHORITY_LABELS, RELATION_LABELS, SEX_LABELS,
} from '../../../src-main/features/families/schema';
import { ROLE_WORDS } from '../../stores/session';

/** Fields of the journal as staff call them. Keys that are French already stand as they are. */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  name: 'Nom', address: 'Adresse', postcode: 'Code postal', city: 'Ville', phone: 'Téléphone', email: 'E-mail', siret: 'SIRET',
  schoolZone: 'Zone de vacances', holidayRegion: 'Jours fériés', timeZone: 'Fuseau horaire',
  host: 'Serveur', port: 'Port', security: 'Chiffrement', userName: 'Nom d’utilisateur', fromName: 'Nom affiché', fromEmail: 'Adresse d’envoi', hasPassword: 'Mot de passe enregistré',
  role: 'Rôle', healthRight: 'Accès aux données de santé',
  civility: 'Civilité', lastName: 'Nom', firstName: 'Prénom', birthOn: 'Date de naissance', birthPlace: 'Lieu de naissance', maritalStatus: 'Situation familiale',
  homePhone: 'Téléphone fixe', mobilePhone: 'Téléphone mobile', officePhone: 'Téléphone au travail', occupation: 'Profession', employer: 'Employeur', employerPhone: 'Téléphone de l’employeur',
  kind: 'Place dans la famille', relation: 'Lien avec l’enfant', parentalAuthority: 'Autorité parentale', position: 'Ordre',
  sex: 'Sexe', level: 'Niveau', levels: 'Niveaux', teacher: 'Enseignant', category: 'Catégorie', diet: 'Régime', school: 'École', class: 'Classe', schoolName: 'École', className: 'Classe',
  zone: 'Résidence', fund: 'Caisse', fundNumber: 'Numéro d’allocataire', flags: 'Situations', notes: 'Remarques', remarks: 'Divers',
  insuranceCompany: 'Compagnie d’assurance', insurancePolicy: 'Numéro de police', insuranceUntil: 'Assurance valable jusqu’au', photoConsent: 'Autorisation de photographie', otherConsents: 'Autres autorisations',
  measure: 'Mesure', value: 'Valeur', fromOn: 'À partir du', toOn: 'Jusqu’au', provedOn: 'Justificatif du', proof: 'Justificatif', recordedAt: 'Enregistré le',
  custody: 'Garde', links: 'Garde par famille', families: 'Familles', periods: 'Périodes', pickups: 'Sorties et urgences', mayCollect: 'Peut venir chercher', callInEmergency: 'À appeler en urgence',
  guardians: 'Responsables', contacts: 'Autres contacts', children: 'Enfants', quotient: 'Quotient familial',
  service: 'Prestation', week: 'Semaine habituelle', status: 'Fréquentation', places: 'Places', days: 'Jours', state: 'État', reason: 'Motif',
};

const WEEKDAYS = { mon: 'lundi', tue: 'mardi', wed: 'mercredi', thu: 'jeudi', fri: 'vendredi', sat: 'samedi', sun: 'dimanche' };

/** Codes of a field as words. */
export const VALUE_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  schoolZone: { none: 'aucune' },
  holidayRegion: { '': 'nationaux', 57: 'Moselle', 67: 'Bas-Rhin', 68: 'Haut-Rhin' },
  security: { tls: 'TLS dès la connexion', starttls: 'STARTTLS', none: 'aucun' },
  role: Object.fromEntries(Object.keys(RIGHTS_BY_ROLE).map((role) => [role, ROLE_WORDS[role as keyof typeof ROLE_WORDS]])),
  civility: CIVILITY_LABELS, maritalStatus: MARITAL_STATUS_LABELS, relation: RELATION_LABELS, parentalAuthority: PARENTAL_AUTHORITY_LABELS,
  kind: ADULT_KIND_LABELS, sex: SEX_LABELS, diet: DIET_LABELS, photoConsent: CONSENT_LABELS, fund: FUND_LABELS,
  measure: { qf: 'quotient familial' }, status: { regular: 'régulière', occasional: 'occasionnelle' },
  custody: { always: 'toujours', evenWeeks: 'semaines paires', oddWeeks: 'semaines impaires', chosenDates: 'dates choisies', otherDates: 'les autres dates' },
  week: WEEKDAYS, days: WEEKDAYS,
};
