/** What the shapes' library says of a value; the kernel knows no package. */
export interface InputIssue {
  readonly code?: string | undefined;
  readonly input?: unknown;
  readonly origin?: string;
  readonly format?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
}

/** Words what a shape refuses in plain French, for the doors and for pages that hold a step against its shape; a schema's own message wins. */
export function wordInputIssue(issue: InputIssue): string {
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
