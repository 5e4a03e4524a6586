import type { Version } from '../../../../src-main/features/rulebook/schema';
import { freeCode } from '../../../../src-main/features/town-rules/schema';
import type { Field, Row, WordList } from './field';
import { valueAt } from './field';
import { ADJUSTMENT, ABSENCE, AID, BILLING, BUNDLE, CHARGE, NOTE, PRICE, ROUNDING } from './blocks-prices';
import { ADMISSION, BOOKING, COUNTER, DEADLINE } from './blocks-times';
import { ASSIMILATION, BREAK, CALENDAR, CLOSURE, MEASURE, PERIOD, REGULAR, SCALE, SERVICE, SIBLINGS, WORD } from './blocks-words';

/** A list of rows of the text. */
export interface ListSpec {
  readonly kind: 'list';
  /** Path in the version: "prices", "calendar.periods". */
  readonly path: string;
  readonly title?: string;
  readonly add: string;
  /** What a new row is called; rows with a code are named before they are made. */
  readonly named?: string;
  /** The format wants the list, with so many rows at least. */
  readonly least?: number;
  readonly fields: readonly Field[];
  /** Shown open, on one line: a word and nothing else. */
  readonly isWord?: boolean;
  /** Rows of the text name this one by its code: not removed while they do. */
  readonly words?: WordList;
  readonly make: (version: Version, label: string) => Row;
}

/** A part of the text that stands once. */
export interface ObjectSpec {
  readonly kind: 'object';
  readonly path: string;
  readonly title: string;
  readonly add: string;
  readonly fields: readonly Field[];
  readonly make: () => Row;
}

export interface SectionSpec {
  readonly id: string;
  readonly title: string;
  readonly help: string;
  /** A real town's rule, shown while the section is empty. */
  readonly example?: string;
  readonly parts: readonly (ListSpec | ObjectSpec)[];
}

export const rowsAt = (version: Version, path: string): Row[] => (valueAt(version, path) ?? []) as Row[];

const coded = (path: string, more: (version: Version) => Row) => (version: Version, label: string): Row => ({ id: freeCode(label, rowsAt(version, path).map((row) => String(row.id))), label, ...more(version) });
const words = (path: WordList & string, title: string, named: string, add: string, least?: number): ListSpec =>
  ({ kind: 'list', path, title, named, add, fields: WORD, isWord: true, words: path, make: coded(path, () => ({})), ...(least !== undefined && { least }) });
const first = (version: Version): string[] => version.services.slice(0, 1).map((service) => service.id);

/** The forms of the editor, in the order of the text. */
export const SECTIONS: readonly SectionSpec[] = [
  {
    id: 'services', title: 'Prestations', help: 'Une prestation est une chose qu’un enfant fait un jour donné. Deux services de cantine sont deux prestations.',
    parts: [{
      kind: 'list', path: 'services', named: 'Nouvelle prestation', add: 'Ajouter la prestation', least: 1, fields: SERVICE, words: 'services',
      make: coded('services', (version) => ({ kind: version.services.at(-1)?.kind ?? 'meal', unit: version.services.at(-1)?.unit ?? 'repas', weekdays: ['mon', 'tue', 'thu', 'fri'] })),
    }],
  },
  {
    id: 'words', title: 'Vos mots', help: 'Les mots que les règles emploient : où habitent les familles, qui sont les enfants, ce que la mairie coche.',
    parts: [
      words('zones', 'Où habite la famille', 'Nouveau secteur', 'Ajouter le secteur', 1), words('categories', 'Catégories d’enfants ou d’adultes', 'Nouvelle catégorie', 'Ajouter la catégorie'),
      words('flags', 'Situations cochées par la mairie', 'Nouvelle situation', 'Ajouter la situation'), words('schools', 'Écoles', 'Nouvelle école', 'Ajouter l’école'),
    ],
  },
  {
    id: 'measures', title: 'Quotients et revenus', help: 'Ce dont un prix peut dépendre, et ce qui se passe sans justificatif.',
    example: 'Par exemple : quotient familial, une nouvelle valeur compte le mois suivant ; sans justificatif, la tranche la plus haute.',
    parts: [
      { kind: 'list', path: 'measures', named: 'Nouveau quotient ou revenu', add: 'Ajouter', least: 0, fields: MEASURE, words: 'measures', make: coded('measures', () => ({ source: 'declared', effective: 'nextMonth', missing: 'highest' })) },
      { kind: 'list', path: 'scales', title: 'Barèmes communs à plusieurs tarifs', named: 'Nouveau barème', add: 'Ajouter le barème', fields: SCALE, words: 'scales', make: coded('scales', (version) => ({ measure: version.measures[0]?.id ?? '', rows: [{ from: '0', upTo: null }, {}] })) },
    ],
  },
  {
    id: 'families', title: 'Assimilations, fratrie, réguliers', help: 'Qui compte comme habitant, comment se compte le rang dans la fratrie, qui est régulier.',
    example: 'Par exemple : un parent qui travaille dans la commune vaut résidence ; le rang se compte parmi les enfants inscrits.',
    parts: [
      { kind: 'list', path: 'assimilations', title: 'Assimilé à', named: 'Nouvelle assimilation', add: 'Ajouter l’assimilation', fields: ASSIMILATION, make: coded('assimilations', (version) => ({ when: {}, zone: version.zones[0]?.id ?? '' })) },
      { kind: 'object', path: 'siblings', title: 'Fratrie', add: 'Dire comment compter la fratrie', fields: SIBLINGS, make: () => ({ among: 'family', order: 'oldestFirst' }) },
      { kind: 'list', path: 'regular', title: 'Régulier ou occasionnel', add: 'Ajouter une ligne', fields: REGULAR, make: () => ({ by: 'declared' }) },
    ],
  },
  {
    id: 'calendar', title: 'Calendrier et fermetures', help: 'Les vacances scolaires et les jours fériés sont déjà connus. Ajoutez les ponts, grèves, travaux, et les périodes qui vous sont propres.',
    parts: [
      { kind: 'list', path: 'calendar.closures', title: 'Fermetures', add: 'Ajouter une fermeture', fields: CLOSURE, make: (version) => ({ label: 'Fermeture', from: version.from, to: version.from }) },
      { kind: 'list', path: 'calendar.periods', title: 'Périodes (trimestres, vacances…)', named: 'Nouvelle période', add: 'Ajouter la période', fields: PERIOD, make: (version, label) => ({ ...coded('calendar.periods', () => ({}))(version, label), kind: 'vacances', label, from: version.from, to: version.from }) },
      { kind: 'list', path: 'calendar.breaks', title: 'Coupures : les services ferment, les semaines habituelles s’arrêtent', add: 'Ajouter une coupure', fields: BREAK, make: (version) => ({ label: 'Vacances', from: version.from, to: version.from }) },
      { kind: 'object', path: 'calendar', title: 'Mairie et jours fériés', add: '', fields: CALENDAR, make: () => ({}) },
    ],
  },
  {
    id: 'deadlines', title: 'Délais', help: 'Jusqu’à quand, par rapport au jour de la prestation. La partie suivante dit à quoi chaque délai sert.',
    example: 'Par exemple : pour jeudi et vendredi, jusqu’au mardi à 10 h ; pour lundi et mardi, jusqu’au jeudi d’avant à 10 h.',
    parts: [{ kind: 'list', path: 'deadlines', named: 'Nouveau délai', add: 'Ajouter le délai', least: 0, fields: DEADLINE, words: 'deadlines', make: coded('deadlines', () => ({ kind: 'before', days: 1, count: 'working', at: '10:00' })) }],
  },
  {
    id: 'booking', title: 'Réserver et annuler', help: 'Pour chaque prestation : jusqu’à quand réserver, jusqu’à quand annuler, et ce qui se passe ensuite. La première ligne qui convient sert.',
    parts: [{ kind: 'list', path: 'booking', add: 'Ajouter une ligne', least: 0, fields: BOOKING, make: newBooking }],
  },
  {
    id: 'admission', title: 'Conditions d’accès', help: 'Ce qui décide avant tout délai. La première ligne qui convient sert.',
    example: 'Par exemple : porte-monnaie vide depuis 48 heures, réservation refusée ; moins de deux jours dans la semaine, à valider.',
    parts: [{ kind: 'list', path: 'admission', named: 'Nouvelle condition d’accès', add: 'Ajouter la condition', fields: ADMISSION, make: coded('admission', () => ({ actions: ['book'], when: {}, outcome: 'refused', message: '' })) }],
  },
  {
    id: 'counters', title: 'Compteurs', help: 'Ce que l’on compte pour décider ensuite : retards, oublis, présences.',
    example: 'Par exemple : les retards du soir, par famille et par année scolaire, pour une pénalité dès le second.',
    parts: [{ kind: 'list', path: 'counters', named: 'Nouveau compteur', add: 'Ajouter le compteur', fields: COUNTER, words: 'counters', make: coded('counters', () => ({ counts: 'lateCollection', per: 'family', every: 'schoolYear' })) }],
  },
  {
    id: 'prices', title: 'Tarifs', help: 'Pour une prestation, la première ligne qui convient donne le prix. Un prix laissé vide est « non fixé » : il empêche la mise en vigueur.',
    parts: [{ kind: 'list', path: 'prices', named: 'Nouveau tarif', add: 'Ajouter le tarif', least: 0, fields: PRICE, words: 'prices', make: coded('prices', (version) => ({ services: first(version), price: null })) }],
  },
  {
    id: 'adjustments', title: 'Suppléments et réductions', help: 'Ce qui s’ajoute au prix ou s’en retire. Toutes les lignes qui conviennent s’appliquent, dans l’ordre.',
    example: 'Par exemple : réservation hors délai, + 1,00 € ; troisième enfant inscrit, − 50 %.',
    parts: [{ kind: 'list', path: 'adjustments', named: 'Nouveau supplément ou réduction', add: 'Ajouter', fields: ADJUSTMENT, make: coded('adjustments', () => ({ when: { booking: ['late'] }, add: null })) }],
  },
  {
    id: 'absences', title: 'Absences', help: 'Ce qui est dû quand un enfant réservé ne vient pas. La première ligne qui convient sert ; sans aucune, l’absence est facturée.',
    example: 'Par exemple : grève ou enseignant absent, non facturée ; maladie avec certificat sous 48 heures, non facturée dès le 2e jour ; sinon, facturée.',
    parts: [{ kind: 'list', path: 'absences', named: 'Nouveau cas d’absence', add: 'Ajouter le cas', fields: ABSENCE, make: coded('absences', () => ({ charge: 'none' })) }],
  },
  {
    id: 'bundles', title: 'Forfaits, plafonds, minimums', help: 'Des lignes regardées ensemble, sur un jour, une semaine, un mois…',
    example: 'Par exemple : garderie, au plus 60,00 € par enfant et par mois ; matin et soir le même jour, 4,50 €.',
    parts: [{ kind: 'list', path: 'bundles', named: 'Nouveau forfait, plafond ou minimum', add: 'Ajouter', fields: BUNDLE, make: coded('bundles', (version) => ({ services: first(version), per: 'month', by: 'child', effect: 'atMost', price: null })) }],
  },
  {
    id: 'charges', title: 'Frais, abonnements, pénalités', help: 'Ce qui est dû en plus des jours : adhésion, abonnement, retard du soir, carte perdue.',
    example: 'Par exemple : adhésion de 15,00 € par famille et par année scolaire ; enfant repris en retard, 5,00 € par quart d’heure commencé.',
    parts: [{ kind: 'list', path: 'charges', named: 'Nouveau frais, abonnement ou pénalité', add: 'Ajouter', fields: CHARGE, words: 'charges', make: coded('charges', () => ({ nature: 'fee', trigger: 'enrolment', per: 'family', every: 'schoolYear', price: null })) }],
  },
  {
    id: 'aids', title: 'Aides', help: 'Ce qu’un autre paie : CCAS, État, comité d’entreprise.',
    example: 'Par exemple : cantine à 1 €, quotient jusqu’à 1 000, 3,00 € comptés à l’État sans être déduits.',
    parts: [{ kind: 'list', path: 'aids', named: 'Nouvelle aide', add: 'Ajouter l’aide', fields: AID, make: coded('aids', () => ({ payer: 'CCAS', mode: 'deduct', amount: null })) }],
  },
  {
    id: 'billing', title: 'Arrondis et facturation', help: 'Comment les prix s’arrondissent et quand ils se paient.',
    parts: [
      { kind: 'object', path: 'rounding', title: 'Arrondis', add: 'Dire comment arrondir', fields: ROUNDING, make: () => ({ at: 'unit', mode: 'halfUp' }) },
      { kind: 'object', path: 'billing', title: 'Facturation', add: 'Dire quand facturer', fields: BILLING, make: () => ({ cycle: 'month' }) },
    ],
  },
  {
    id: 'notes', title: 'Questions tranchées', help: 'Ce que le texte laissait ouvert, et ce que la commune a répondu.',
    example: 'Par exemple : « Le retard se compte-t-il par famille ou par enfant ? » — par famille (délibération du 12 juin).',
    parts: [{ kind: 'list', path: 'notes', add: 'Ajouter une question', fields: NOTE, make: () => ({ about: 'général', question: '' }) }],
  },
];

/** A new row takes the services that no row serves yet, else the last one. */
function newBooking(version: Version): Row {
  const served = version.booking.flatMap((row) => row.services);
  const free = version.services.map((service) => service.id).filter((id) => !served.includes(id));
  const limit = version.deadlines[0]?.id ?? null;
  return { services: free.length > 0 ? free : version.services.slice(-1).map((service) => service.id), unbooked: 'accept', book: { limit, after: 'refuse' }, cancel: { limit, after: 'refuse' } };
}

/** The section that shows a path of the text. */
export const sectionOf = (path: string): SectionSpec | undefined =>
  SECTIONS.find(({ parts }) => parts.some((part) => path === part.path || path.startsWith(`${part.path}.`)));
