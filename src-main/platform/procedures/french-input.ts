import { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

/** Words what zod refuses in plain French; a schema's own message wins. */
function word(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? 'Ce champ est obligatoire.' : 'Cette valeur n’est pas de la forme attendue.';
    case 'too_small':
      if (issue.origin === 'string') return Number(issue.minimum) === 1 ? 'Ce champ est obligatoire.' : `Il faut au moins ${issue.minimum} caractères.`;
      if (issue.origin === 'array') return 'Choisissez au moins un élément.';
      return `La plus petite valeur possible est ${issue.minimum}.`;
    case 'too_big':
      if (issue.origin === 'string') return `Ce texte est trop long : ${issue.maximum} caractères au plus.`;
      if (issue.origin === 'array') return `Il y a trop d’éléments : ${issue.maximum} au plus.`;
      return `La plus grande valeur possible est ${issue.maximum}.`;
    case 'invalid_format':
      return issue.format === 'email' ? 'Cette adresse e-mail est incomplète, par exemple : prenom.nom@exemple.fr.' : 'Cette valeur n’est pas de la forme attendue.';
    case 'invalid_value':
      return 'Choisissez une valeur de la liste.';
    case 'unrecognized_keys':
      return 'La demande contient un champ inconnu. Rechargez la page et recommencez.';
    default:
      return 'Cette valeur n’est pas de la forme attendue.';
  }
}

/** Makes French the language of every schema of the process. Called once by the host. */
export function speakFrench(): void {
  z.config({ customError: word });
}
