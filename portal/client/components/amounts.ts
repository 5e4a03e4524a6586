import { cents, formatEuros } from '../../../src-main/kernel/money';

/** "6,40 €" */
export const euros = (amountCents: number): string => formatEuros(cents(amountCents));
