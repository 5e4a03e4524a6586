import type { Rounding } from './schema';

/** An exact fraction: prices are never floats. The divisor is positive. */
export interface Exact {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** Amounts under 50 € are met again and again. */
const small: readonly Exact[] = Array.from({ length: 5000 }, (_, integer) => ({ top: BigInt(integer), bottom: 1n }));

export const exact = (integer: number): Exact => small[integer] ?? { top: BigInt(integer), bottom: 1n };
export const NOTHING = exact(0);

const known = new Map<string, Exact>();

/** Reads "500.01", "-2", "0.0036". The shapes let nothing else in. */
export function decimal(text: string): Exact {
  let value = known.get(text);
  if (value === undefined) {
    const [whole = '0', decimals = ''] = text.split('.');
    value = { top: BigInt(whole + decimals), bottom: 10n ** BigInt(decimals.length) };
    if (known.size < 10_000) known.set(text, value);
  }
  return value;
}

export function plus(left: Exact, right: Exact): Exact {
  if (left.bottom === right.bottom) return { top: left.top + right.top, bottom: left.bottom };
  return { top: left.top * right.bottom + right.top * left.bottom, bottom: left.bottom * right.bottom };
}
export const negated = (value: Exact): Exact => ({ top: -value.top, bottom: value.bottom });
export const minus = (left: Exact, right: Exact): Exact => plus(left, negated(right));
export const times = (left: Exact, right: Exact): Exact => ({ top: left.top * right.top, bottom: left.bottom * right.bottom });
/** Throws RangeError on a zero divisor. */
export function over(left: Exact, right: Exact): Exact {
  if (right.top === 0n) throw new RangeError('division by zero');
  const sign = right.top < 0n ? -1n : 1n;
  return { top: sign * left.top * right.bottom, bottom: sign * left.bottom * right.top };
}
/** A share in percent: "50" of 3.10 is 1.55. */
export const percentOf = (value: Exact, percent: Exact): Exact => ({ top: value.top * percent.top, bottom: value.bottom * percent.bottom * 100n });

/** Negative, zero or positive, as `left − right`. */
export function compare(left: Exact, right: Exact): number {
  const difference = left.top * right.bottom - right.top * left.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const HALF_UP: Rounding = { at: 'unit', mode: 'halfUp' };

/** Integer cents. Half goes away from zero; `up` and `down` go away from and towards zero. */
export function rounded(value: Exact, rounding: Rounding): number {
  if (value.bottom === 1n && !rounding.stepCents) return Number(value.top);
  const step = BigInt(rounding.stepCents ?? 1);
  const bottom = value.bottom * step;
  const size = value.top < 0n ? -value.top : value.top;
  const whole = size / bottom;
  const rest = size % bottom;
  const more = rounding.mode === 'up' ? rest > 0n : rounding.mode === 'down' ? false : 2n * rest >= bottom;
  const cents = Number((whole + (more ? 1n : 0n)) * step);
  return value.top < 0n && cents !== 0 ? -cents : cents;
}

/** An amount as a formula leaves it: rounded at once, or kept exact until the line's total. */
export const settled = (value: Exact, rounding: Rounding): Exact => (rounding.at === 'line' || (value.bottom === 1n && !rounding.stepCents) ? value : exact(rounded(value, rounding)));

const said = new WeakMap<Exact, string>();

/** At most six decimals, French comma: for explanations only. */
export function spoken(value: Exact): string {
  let text = said.get(value);
  if (text === undefined) {
    text = speak(value);
    said.set(value, text);
  }
  return text;
}

function speak(value: Exact): string {
  const scale = 1_000_000n;
  const size = value.top < 0n ? -value.top : value.top;
  const shown = (size * scale * 2n + value.bottom) / (2n * value.bottom);
  const decimals = String(shown % scale).padStart(6, '0').replace(/0+$/, '');
  return `${value.top < 0n ? '−' : ''}${shown / scale}${decimals === '' ? '' : `,${decimals}`}`;
}
