import { ACCESSIBILITY_STATES, accessibilityTitle } from '../../../src-main/kernel/accessibility-state';
import type { AccessibilityState } from '../../../src-main/kernel/accessibility-state';
import type { FieldRule, FilePart } from '../../../src-main/features/town/portal-settings-schema';
import type { Choice } from '../../components/ui/choice';

export const WORDS: readonly Choice<'famille' | 'monFoyer'>[] = [
  { value: 'monFoyer', label: 'Mon foyer, Mes enfants, Mes factures, Mes documents, Messagerie' },
  { value: 'famille', label: 'Famille, Enfants, Factures, Documents, Contact' },
];
export const PERIODS: readonly Choice<'week' | 'month'>[] = [{ value: 'week', label: 'Une semaine' }, { value: 'month', label: 'Un mois' }];
export const SAVINGS: readonly Choice<'validate' | 'immediate'>[] = [
  { value: 'validate', label: 'Avec le bouton « Valider »' }, { value: 'immediate', label: 'Aussitôt, à chaque case cochée' },
];
export const CONTACTS: readonly Choice<'form' | 'conversations'>[] = [
  { value: 'conversations', label: 'Des conversations suivies, avec les réponses' }, { value: 'form', label: 'Un formulaire de contact' },
];
export const ACCESSIBILITY: readonly Choice<AccessibilityState>[] = ACCESSIBILITY_STATES.map((value) => ({ value, label: accessibilityTitle(value) }));
export const RULES: readonly Choice<FieldRule>[] = [
  { value: 'hidden', label: 'Caché' },
  { value: 'readOnly', label: 'Montré, non modifiable' },
  { value: 'direct', label: 'Modifiable aussitôt' },
  { value: 'approved', label: 'Modifiable après votre accord' },
];

/** The parts of the file in the order of the parents' pages. */
export const PARTS: readonly { readonly part: FilePart; readonly label: string; readonly holds: string }[] = [
  { part: 'identity', label: 'État civil des responsables', holds: 'civilité, nom, prénom, naissance, situation, autorité parentale' },
  { part: 'contact', label: 'Coordonnées', holds: 'adresse, téléphones, e-mail' },
  { part: 'work', label: 'Profession', holds: 'profession, employeur, téléphones du travail' },
  { part: 'familyStatus', label: 'Foyer', holds: 'quotient familial, numéro d’allocataire' },
  { part: 'contacts', label: 'Autres responsables', holds: 'ajouter ou retirer une personne à appeler ou qui vient chercher l’enfant' },
  { part: 'pickups', label: 'Urgence et sortie', holds: 'qui appeler, qui vient chercher l’enfant' },
  { part: 'childIdentity', label: 'État civil des enfants', holds: 'nom, prénom, sexe, naissance' },
  { part: 'childSchool', label: 'École', holds: 'établissement, classe, niveau' },
  { part: 'childMeals', label: 'Repas et services', holds: 'cantine, régime, jours habituels, autres services' },
  { part: 'childHealth', label: 'Santé', holds: 'allergies, médecin, vaccin, régime social' },
  { part: 'childInsurance', label: 'Assurance', holds: 'compagnie, numéro de police, validité' },
  { part: 'childConsents', label: 'Autorisations', holds: 'photographie, autres autorisations, notes' },
];
