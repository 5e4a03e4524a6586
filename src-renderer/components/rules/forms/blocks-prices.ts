import type { Field, Shape } from './field';
import { isRow } from './field';
import { LABEL, ONLY_SERVICES, SERVICES } from './blocks-words';
import { PER } from './blocks-times';

/** The blocks that make an amount, in order of evaluation (§8 of the page on rulebooks). */

const when = (place: 'unit' | 'absence' | 'charge'): Field => ({ key: 'when', label: 'Pour qui, dans quel cas', type: 'condition', place, optional: true });
const holds = (key: string) => (row: unknown): boolean => isRow(row) && key in row;

export const PRICE: readonly Field[] = [
  LABEL, ONLY_SERVICES, when('unit'), { key: 'price', label: 'Prix', type: 'formula' },
  { key: 'note', label: 'Remarque (facultatif)', type: 'text', optional: true },
];

const EFFECTS: readonly Shape[] = [
  { label: 'un montant s’ajoute ou se retire', is: holds('add'), make: () => ({ add: null }), fields: [{ key: 'add', label: 'S’ajoute au prix', type: 'formula', help: 'Un montant négatif est une réduction.' }] },
  { label: 'un pourcentage', is: holds('percent'), make: () => ({ percent: null }), fields: [{ key: 'percent', label: 'Pourcentage du prix', type: 'figure', suffix: '%', help: '50 ajoute la moitié ; -50 la retire.' }] },
  { label: 'un autre prix le remplace', is: holds('replace'), make: () => ({ replace: null }), fields: [{ key: 'replace', label: 'Le prix devient', type: 'formula' }] },
  { label: 'une autre tranche', is: holds('bracketShift'), make: () => ({ bracketShift: -1 }), fields: [{ key: 'bracketShift', label: 'Tranches plus haut (ou plus bas : -1)', type: 'count' }] },
];

export const ADJUSTMENT: readonly Field[] = [
  LABEL, SERVICES, when('unit'),
  { key: 'add', label: 'Effet', type: 'shapes', keys: ['add', 'percent', 'replace', 'bracketShift'], shapes: EFFECTS },
  { key: 'per', label: 'Compté', type: 'choice', options: [{ value: undefined, label: 'pour chaque unité (tranche de temps)' }, { value: 'unit', label: 'pour chaque unité (dit dans le texte)' }, { value: 'line', label: 'une seule fois pour la ligne' }] },
  { key: 'group', label: 'Groupe (facultatif)', type: 'text', optional: true, code: true, help: 'Des lignes d’un même groupe, seule la première qui convient s’applique.' },
  { key: 'outsideBundles', label: 'Reste dû en plus d’un forfait', type: 'tick', optional: true },
];

const CHARGES: readonly Shape[] = [
  { label: 'facturée comme une présence', is: (value) => value === 'full', make: () => 'full' },
  { label: 'non facturée', is: (value) => value === 'none', make: () => 'none' },
  { label: 'facturée à un autre prix', is: holds('price'), make: () => ({ price: null }), fields: [{ key: 'price', label: 'Prix de l’absence', type: 'formula' }] },
  { label: 'facturée en partie', is: holds('percent'), make: () => ({ percent: null }), fields: [{ key: 'percent', label: 'Part du prix', type: 'figure', suffix: '%' }, { key: 'plus', label: 'Plus un montant (facultatif)', type: 'amount', optional: true }] },
  { label: 'à fixer', is: (value) => value === null, make: () => null },
];

export const ABSENCE: readonly Field[] = [
  LABEL, SERVICES, when('absence'), { key: 'charge', label: 'L’absence est', type: 'variant', shapes: CHARGES },
  { key: 'takeAwayFrom', label: 'Repas à emporter à partir de', type: 'time', optional: true }, { key: 'takeAwayUntil', label: 'Repas à emporter jusqu’à', type: 'time', optional: true },
];

export const BUNDLE: readonly Field[] = [
  LABEL, ONLY_SERVICES, when('unit'),
  { key: 'effect', label: 'Effet', type: 'choice', options: [{ value: 'replace', label: 'forfait : le total devient' }, { value: 'atMost', label: 'plafond : le total est au plus' }, { value: 'atLeast', label: 'minimum : le total est au moins' }] },
  { key: 'price', label: 'Prix du forfait, plafond ou minimum', type: 'formula' },
  { key: 'per', label: 'Sur', type: 'window' },
  { ...PER, key: 'by' },
  { key: 'needs', label: 'Seulement si toutes ces prestations y sont', type: 'refs', list: 'services', optional: true, none: 'Aucune cochée : sans autre prestation à réunir.' },
  { key: 'from', label: 'À partir de combien (facultatif)', type: 'count', optional: true },
  { key: 'count', label: 'Compter', type: 'choice', options: [{ value: undefined, label: 'les présences' }, { value: 'presences', label: 'les présences (dit dans le texte)' }, { value: 'days', label: 'les jours' }] },
  { key: 'countAbsences', label: 'Compter aussi les absences', type: 'tick', optional: true },
  { key: 'carryOver', label: 'Le reste se reporte pendant', type: 'window', optional: true },
];

export const CHARGE: readonly Field[] = [
  LABEL,
  { key: 'nature', label: 'Nature', type: 'choice', options: [{ value: 'fee', label: 'frais' }, { value: 'membership', label: 'adhésion' }, { value: 'subscription', label: 'abonnement' }, { value: 'penalty', label: 'pénalité' }] },
  {
    key: 'trigger', label: 'Dû', type: 'choice',
    options: [
      { value: 'enrolment', label: 'pour une inscription' }, { value: 'use', label: 'à la première venue' }, { value: 'late', label: 'hors délai ou sans réservation' }, { value: 'lateBooking', label: 'pour une réservation hors délai' },
      { value: 'unbooked', label: 'pour une venue sans réservation' }, { value: 'untoldAbsence', label: 'pour une absence non signalée' }, { value: 'lateCollection', label: 'pour un enfant repris en retard' },
      { value: 'lateEnrolment', label: 'pour une inscription hors délai' }, { value: 'lateCancel', label: 'pour une annulation hors délai' }, { value: 'lateChange', label: 'pour un changement hors délai' }, { value: 'happening', label: 'pour un événement' },
    ],
  },
  { key: 'happening', label: 'Quel événement', type: 'text', words: 'happenings', code: true, optional: true, show: (row) => row.trigger === 'happening' || 'happening' in row },
  PER, { key: 'every', label: 'Une fois par', type: 'window' }, SERVICES, when('charge'), { key: 'price', label: 'Ce qui est dû', type: 'formula' },
  { key: 'months', label: 'Seulement ces mois', type: 'months', optional: true },
  { key: 'graceMinutes', label: 'Minutes pardonnées', type: 'count', optional: true, suffix: 'min', show: (row) => row.trigger === 'lateCollection' || 'graceMinutes' in row },
  { key: 'countFromGrace', label: 'Compter les minutes après la tolérance seulement', type: 'tick', optional: true, show: (row) => row.trigger === 'lateCollection' || 'countFromGrace' in row },
  {
    key: 'refund', label: 'Rendu en cas de longue absence', type: 'rows', optional: true, one: 'le cas', add: 'Rendre une part en cas de longue absence', make: () => ({ when: { covers: { minDays: null } }, percent: null }),
    fields: [{ key: 'percent', label: 'Part rendue', type: 'figure', suffix: '%' }, { key: 'when', label: 'Dans quel cas', type: 'condition', place: 'charge', optional: true }],
  },
  { key: 'message', label: 'Avertissement envoyé (facultatif)', type: 'text', long: true, optional: true },
];

export const AID: readonly Field[] = [
  LABEL, { key: 'payer', label: 'Qui paie', type: 'text', help: 'CCAS, État, comité d’entreprise…' },
  { key: 'mode', label: 'L’aide est', type: 'choice', options: [{ value: 'deduct', label: 'déduite de la facture' }, { value: 'track', label: 'comptée, sans être déduite' }] },
  SERVICES, { key: 'charges', label: 'Frais et adhésions', type: 'refs', list: 'charges', optional: true, none: 'Aucun coché : aucun frais.' }, when('charge'),
  {
    key: 'amount', label: 'Calcul', type: 'shapes', keys: ['amount', 'percent'],
    shapes: [
      { label: 'un montant', is: holds('amount'), make: () => ({ amount: null }), fields: [{ key: 'amount', label: 'Montant de l’aide', type: 'formula' }] },
      { label: 'un pourcentage', is: holds('percent'), make: () => ({ percent: null }), fields: [{ key: 'percent', label: 'Part du prix', type: 'figure', suffix: '%' }] },
    ],
  },
  {
    key: 'cap', label: 'Plafond', type: 'group', optional: true, add: 'Ajouter un plafond', make: () => ({ cents: null, per: 'child', every: 'month' }),
    fields: [{ key: 'cents', label: 'Au plus', type: 'amount' }, PER, { key: 'every', label: 'Chaque', type: 'window' }],
  },
];

export const ROUNDING: readonly Field[] = [
  { key: 'at', label: 'Arrondir', type: 'choice', options: [{ value: 'unit', label: 'chaque prix' }, { value: 'line', label: 'chaque total de ligne' }] },
  { key: 'mode', label: 'Sens', type: 'choice', options: [{ value: 'halfUp', label: 'au plus proche' }, { value: 'up', label: 'vers le haut' }, { value: 'down', label: 'vers le bas' }] },
  { key: 'stepCents', label: 'Par pas de (vide : le centime)', type: 'amount', optional: true },
];

export const BILLING: readonly Field[] = [
  { key: 'cycle', label: 'Facturer', type: 'choice', options: [{ value: 'month', label: 'chaque mois' }, { value: 'period', label: 'à chaque période' }, { value: 'booking', label: 'à la réservation' }] },
  { key: 'dueDay', label: 'À payer avant le (1 à 28)', type: 'count', optional: true }, { key: 'dueMonthsAfter', label: 'Mois après la facture', type: 'count', optional: true },
  { key: 'minimumInvoiceCents', label: 'Pas de facture sous', type: 'amount', optional: true }, { key: 'walletMinimumTopUpCents', label: 'Recharge minimale du porte-monnaie', type: 'amount', optional: true },
  { key: 'walletRefuseBelowCents', label: 'Porte-monnaie : refuser sous', type: 'amount', optional: true }, { key: 'directDebitRejectsBeforeStop', label: 'Rejets avant l’arrêt du prélèvement', type: 'count', optional: true },
  { key: 'claimDays', label: 'Jours pour contester', type: 'count', optional: true },
];

export const NOTE: readonly Field[] = [
  { key: 'question', label: 'Question', type: 'text', long: true }, { key: 'answer', label: 'Réponse de la commune', type: 'text', long: true, optional: true },
  { key: 'source', label: 'Source (facultatif)', type: 'text', optional: true, help: 'délibération, courrier…' }, { key: 'about', label: 'Concerne', type: 'text' },
];
