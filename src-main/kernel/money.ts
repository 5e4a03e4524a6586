/** An amount in integer cents; may be negative. Never a float. */
export type Cents = number & { readonly __brand: 'Cents' };

const LARGEST = 9_999_999_99;

/** Brands an integer as cents. Throws RangeError for a fraction or an absurd amount. */
export function cents(value: number): Cents {
  if (!Number.isInteger(value) || Math.abs(value) > LARGEST) {
    throw new RangeError(`not an amount in cents: ${value}`);
  }
  return (value === 0 ? 0 : value) as Cents;
}

export const ZERO = cents(0);

export function addCents(...amounts: readonly Cents[]): Cents {
  return cents(amounts.reduce<number>((sum, amount) => sum + amount, 0));
}

export const timesCents = (amount: Cents, quantity: number): Cents => cents(amount * quantity);

/** Divides integers, half away from zero (3.05 € / 2 = 1.53 €). Throws RangeError on a zero divisor. */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  if (divisor === 0n) throw new RangeError('division by zero');
  const negative = dividend < 0n !== divisor < 0n;
  const top = dividend < 0n ? -dividend : dividend;
  const bottom = divisor < 0n ? -divisor : divisor;
  const rounded = (2n * top + bottom) / (2n * bottom);
  return negative ? -rounded : rounded;
}

/**
 * Reads euros as typed by a French user: "3,20", "3.2", "1 234,50 €". Digits are read one by
 * one, no float is made. Returns null when it is no amount or has more than two decimals.
 */
export function parseEuros(typed: string): Cents | null {
  const compact = typed.replace(/[\s\u00a0\u202f€]/g, '').replace(',', '.');
  const match = /^(-?)(\d{1,7})(?:\.(\d{1,2}))?$/.exec(compact);
  if (!match) return null;
  const [, sign, euros = '0', decimals = ''] = match;
  const amount = Number(euros) * 100 + Number(decimals.padEnd(2, '0'));
  return cents(sign === '-' ? -amount : amount);
}

const euros = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });

/** "6,40 €" with a narrow no-break space before the sign. Input in cents. */
export function formatEuros(amount: Cents): string {
  return euros.format(amount / 100).replace(/[\u00a0\u202f]/g, '\u202f');
}

/** Cents as typed in a form: 320 → "3,20". */
export function eurosForInput(amount: Cents): string {
  const absolute = Math.abs(amount);
  const text = `${Math.trunc(absolute / 100)},${String(absolute % 100).padStart(2, '0')}`;
  return amount < 0 ? `-${text}` : text;
}
