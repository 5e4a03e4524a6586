import { formatMoment } from '../../kernel/french-dates';
import type { LocalDateTime } from '../../kernel/local-date';
import { mailLayout } from '../mail/mail-layout';
import type { MailPart } from '../mail/mail-layout';
import type { Town } from '../town/schema';
import type { LinkPurpose } from './models';
import type { AccountHolder } from './portal-account-lookup';

interface AboutAccount {
  readonly account: AccountHolder;
  readonly town: Town;
  readonly portalUrl: string;
}

export interface MailWords {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const TITLES: Readonly<Record<LinkPurpose, string>> = {
  invitation: 'Votre accès au portail parents',
  forgotten: 'Demande de nouveau mot de passe',
  change: 'Demande de nouveau mot de passe',
};

const WHY: Readonly<Record<LinkPurpose, (town: string) => string>> = {
  invitation: (town) => `${town} vous ouvre un accès au portail parents. Vous y réservez la cantine et les autres services de vos enfants.`,
  forgotten: () => 'Vous avez demandé à créer votre nouveau mot de passe.',
  change: () => 'Vous avez demandé à changer votre mot de passe.',
};

/** The mail that carries a link to choose a password: valid 24 hours, recalls the identifier (guides, 1.1). */
export function passwordLinkMail({ purpose, account, town, portalUrl, link }: AboutAccount & { purpose: LinkPurpose; link: string }): MailWords {
  const body: MailPart[] = [
    greeting(account),
    `${WHY[purpose](town.name)} Pendant 24 heures, vous pouvez choisir votre mot de passe en cliquant sur le bouton ci-dessous. Il ne sert qu’une fois.`,
    { button: { label: 'Créer le mot de passe', url: link } },
    'Ensuite, connectez-vous au portail avec ce mot de passe :',
    signInFacts(account, portalUrl),
    'Le bouton n’est plus valable ? Sur le portail, choisissez « Première connexion ou mot de passe oublié » pour recevoir un autre mail. S’il tarde, regardez dans les courriers indésirables (spams).',
  ];
  if (purpose !== 'invitation') body.push('Si vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même.');
  const title = TITLES[purpose];
  return { subject: `${town.name} : ${lowerFirst(title)}`, ...mailLayout({ town, title, body }) };
}

/** Tells the holder that the password has changed, so that a change by someone else is noticed. */
export function passwordChangedMail({ account, town, portalUrl, at }: AboutAccount & { at: LocalDateTime }): MailWords {
  const done = account.passwordHash ? 'changé' : 'créé';
  const title = `Votre mot de passe a été ${done}`;
  return {
    subject: `${town.name} : votre mot de passe du portail parents a été ${done}`,
    ...mailLayout({
      town, title,
      body: [
        greeting(account),
        `Le mot de passe de votre accès au portail parents a été ${done} le ${formatMoment(at)}. Vous pouvez vous connecter :`,
        signInFacts(account, portalUrl),
        `Si ce n’est pas vous, demandez tout de suite un nouveau mot de passe sur le portail, par « Première connexion ou mot de passe oublié », et prévenez ${town.name}.`,
      ],
    }),
  };
}

/** Tells the holder that the access is blocked, and how to open it again without the town hall. */
export function accountLockedMail({ account, town, portalUrl }: AboutAccount): MailWords {
  const title = 'Votre accès au portail parents est bloqué';
  return {
    subject: `${town.name} : ${lowerFirst(title)}`,
    ...mailLayout({
      town, title,
      body: [
        greeting(account),
        'Après dix mots de passe faux, votre accès au portail parents est bloqué par sécurité. Pour le rouvrir, demandez un nouveau mot de passe ; la mairie peut aussi le débloquer.',
        { button: { label: 'Demander un nouveau mot de passe', url: `${portalUrl}/mot-de-passe-oublie` } },
        signInFacts(account, portalUrl),
        `Si ces essais ne viennent pas de vous, prévenez ${town.name} : personne n’est entré.`,
      ],
    }),
  };
}

const greeting = ({ firstName }: AccountHolder): string => (firstName ? `Bonjour ${firstName},` : 'Bonjour,');

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('fr-FR') + text.slice(1);

function signInFacts({ identifier, email }: AccountHolder, portalUrl: string): MailPart {
  const login = email ? `${identifier}, ou votre adresse ${email}` : `${identifier} (cette adresse e-mail sert déjà à un autre accès)`;
  return { facts: [['Portail', portalUrl], ['Identifiant', login]] };
}
