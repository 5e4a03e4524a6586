import { of } from '../../kernel/text';
import { accessibilityTitle } from '../../kernel/accessibility-state';
import type { AccessibilityState } from '../../kernel/accessibility-state';
import type { LegalPage, LegalSection } from './legal-schema';
import type { Town } from './schema';

type Told = Pick<Town, 'name' | 'address' | 'postcode' | 'city' | 'phone' | 'email' | 'siret'>;

/** A text that the town typed: a blank line parts its paragraphs. */
export const ownSections = (text: string): LegalSection[] =>
  [{ title: '', paragraphs: text.split(/\n\s*\n/).map((paragraph) => paragraph.trim()).filter((paragraph) => paragraph !== '') }];

/** What each page says until the town has typed its own text: true of any town that runs Préau. */
export const DEFAULT_SECTIONS: Readonly<Record<LegalPage, (town: Told, accessibility: AccessibilityState) => LegalSection[]>> = {
  legal: legalSections, privacy: privacySections, accessibility: accessibilitySections,
};

const reach = ({ name, address, postcode, city }: Told): string => `${name}, ${address}, ${postcode} ${city}`;

/** Loi n° 2004-575 du 21 juin 2004, article 1-1: who publishes, who answers for it, who hosts. */
function legalSections(town: Told): LegalSection[] {
  return [
    {
      title: 'Éditeur', paragraphs: [
        `Ce portail est publié par ${reach(town)}.`,
        `Téléphone : ${town.phone}. Adresse e-mail : ${town.email}.${town.siret ? ` SIRET : ${town.siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1 $2 $3 $4')}.` : ''}`,
        'La personne responsable de la publication est la ou le maire, ou la présidente ou le président de la structure.',
      ],
    },
    { title: 'Hébergement', paragraphs: [`Le portail est hébergé sous la responsabilité ${of(town.name)}, qui communique sur demande le nom et les coordonnées de son hébergeur.`] },
    { title: 'Contenus', paragraphs: ['Les textes et le logo appartiennent à la collectivité. Le logiciel Préau, la police Atkinson Hyperlegible Next et le calendrier scolaire du ministère de l’Éducation nationale sont diffusés sous licences libres.'] },
  ];
}

/** RGPD, articles 13 and 15 to 22; retention as the rules on public accounts and the CNIL ask of town halls. */
function privacySections(town: Told): LegalSection[] {
  return [
    {
      title: 'Pourquoi ces données', paragraphs: [
        `${town.name} traite les données de votre famille pour inscrire vos enfants aux services scolaires et périscolaires, les accueillir en sécurité, et facturer ces services.`,
        'Ce traitement relève d’une mission d’intérêt public (article 6, 1, e du RGPD) ; la facturation répond aussi à une obligation légale. Les données de santé (allergies, protocole d’accueil individualisé) ne servent qu’à protéger votre enfant et ne sont lues que par les personnes habilitées.',
      ],
    },
    {
      title: 'Qui les lit', paragraphs: [
        'Les agents chargés des services scolaires, chacun selon ses droits, et le comptable public pour les sommes dues. Rien n’est vendu, ni transmis hors de l’Union européenne.',
      ],
    },
    {
      title: 'Combien de temps', paragraphs: [
        'Le dossier de la famille et les présences : le temps de la scolarité dans la commune, puis deux ans. Les factures et les règlements : dix ans, comme toute pièce comptable. Les messages et les documents envoyés : jusqu’à la fin du dossier. Les données de santé : l’année scolaire en cours.',
      ],
    },
    { title: 'Cookies', paragraphs: ['Le portail pose un seul cookie, celui de votre connexion. Il ne mesure pas votre visite et n’appelle aucun autre site.'] },
    {
      title: 'Vos droits', paragraphs: [
        'Vous pouvez demander à voir vos données, les faire rectifier, les faire effacer quand la loi le permet, en limiter l’usage ou vous opposer à un traitement.',
        `Écrivez à la personne déléguée à la protection des données, à l’adresse ${town.email}, ou par courrier à ${reach(town)}. La réponse vous parvient dans un délai d’un mois.`,
        'Si elle ne vous convient pas, vous pouvez saisir la Commission nationale de l’informatique et des libertés (CNIL), 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, ou sur www.cnil.fr.',
      ],
    },
  ];
}

/** What the state rests on: an audit, or none. */
const MEASURED: Readonly<Record<AccessibilityState, string>> = {
  none: 'Aucun audit en cours de validité n’a mesuré ce portail selon le référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1 : la loi demande alors d’écrire « non conforme ». Chaque page est pourtant vérifiée par un outil automatique et au clavier.',
  partial: 'D’après son dernier audit, ce portail respecte au moins la moitié des critères du référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1.',
  full: 'D’après son dernier audit, ce portail respecte tous les critères du référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1.',
};

/** Loi n° 2005-102 du 11 février 2005, article 47; the model of statement of the RGAA 4.1. */
function accessibilitySections(town: Told, state: AccessibilityState): LegalSection[] {
  return [
    {
      title: 'Déclaration d’accessibilité', paragraphs: [
        `${town.name} s’engage à rendre son portail accessible, conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005.`,
        `${accessibilityTitle(state)}. ${MEASURED[state]}`,
      ],
    },
    ...(state === 'full' ? [] : [{ title: 'Contenus non accessibles', paragraphs: ['Les factures, les reçus et les documents publiés en PDF peuvent ne pas être lisibles par toutes les aides techniques. Demandez-les sous une autre forme : la mairie vous les lira ou vous les enverra.'] }]),
    {
      title: 'Signaler une difficulté', paragraphs: [
        `Si une page ou un document vous résiste, dites-le à ${town.name} pour être orienté vers une solution : par téléphone au ${town.phone}, par e-mail à ${town.email}, ou par courrier à ${reach(town)}.`,
      ],
    },
    {
      title: 'Voies de recours', paragraphs: [
        'Vous avez signalé un défaut qui vous empêche d’accéder à un contenu ou à un service, et la réponse ne vous satisfait pas ? Vous pouvez saisir le Défenseur des droits :',
        'en ligne sur www.defenseurdesdroits.fr ; par téléphone au 09 69 39 00 00 ; auprès de son délégué dans votre département ; par courrier gratuit, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris Cedex 07.',
      ],
    },
  ];
}
