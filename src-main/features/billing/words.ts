import { cents, formatEuros } from '../../kernel/money';

/** Small words of billing. */

export const capitalized = (text: string): string => text.charAt(0).toLocaleUpperCase('fr-FR') + text.slice(1);

/** "6,40 €" from plain cents. */
export const euros = (amount: number): string => formatEuros(cents(amount));

/** The number that a paper will get, in previews. */
export const NUMBER_TO_COME = 'À l’émission';
