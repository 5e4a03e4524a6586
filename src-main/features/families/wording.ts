/** Names as sentences of the journal and of refusals write them. */

interface Named {
  readonly lastName: string;
  readonly firstName: string;
}

/** "Paul ALAIN"; an organisation has no first name. */
export const fullName = ({ lastName, firstName }: Named): string => `${firstName} ${lastName.toLocaleUpperCase('fr-FR')}`.trim();

/** "722.50" → "722,50", as the French write it. */
export const decimalInWords = (value: string): string => value.replace('.', ',');

export { of } from '../../kernel/text';
