import { cents, formatEuros } from '../../../src-main/kernel/money';

/** What a family owed last month and owes this month, in cents. */
export interface FamilyPoint {
  readonly id: number;
  readonly name: string;
  readonly lastCents: number;
  readonly nowCents: number;
  /** The host marks it: it differs more than the others. */
  readonly isOutlier: boolean;
}

export interface DrawnDot {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly tone: 'usual' | 'more' | 'less';
  /** "ALAIN : 42,00 € le mois dernier, 64,00 € ce mois-ci". */
  readonly title: string;
}

export interface DrawnLabel {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  readonly tone: DrawnDot['tone'];
  readonly text: string;
}

export interface DrawnDifferences {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly ticksX: readonly { readonly at: number; readonly label: string }[];
  readonly ticksY: readonly { readonly at: number; readonly label: string }[];
  /** From "nothing changed" at the smallest amount to "nothing changed" at the largest. */
  readonly diagonal: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
  readonly dots: readonly DrawnDot[];
  readonly labels: readonly DrawnLabel[];
}

export const HEIGHT = 340;
const LEFT = 52;
/** Half of the last amount under the axis stands beyond it. */
const RIGHT = 22;
const TOP = 12;
const BOTTOM = HEIGHT - 42;
const MOST_LABELS = 12;
const LETTER = 6.6;
const LINE = 16;

const euros = (amount: number): string => formatEuros(cents(amount));
/** "+ 22,00 €", "− 8,40 €": how much more or less than last month. */
export const signedEuros = (amount: number): string => (amount === 0 ? euros(0) : `${amount > 0 ? '+' : '−'}\u202f${euros(Math.abs(amount))}`);

/**
 * Families as dots, last month across and this month up, on a drawing of that width in pixels. Dots
 * on the diagonal have not changed; those that the host marks carry their name.
 */
export function drawDifferences(points: readonly FamilyPoint[], width: number): DrawnDifferences {
  const right = width - RIGHT;
  const amounts = points.flatMap(({ lastCents, nowCents }) => [lastCents, nowCents]);
  const step = stepFor(Math.max(1000, ...amounts) - Math.min(0, ...amounts));
  const low = Math.floor(Math.min(0, ...amounts) / step) * step;
  const high = Math.max(low + step, Math.ceil(Math.max(1000, ...amounts) / step) * step);
  const x = (amount: number): number => Math.round(LEFT + ((amount - low) / (high - low)) * (right - LEFT));
  const y = (amount: number): number => Math.round(BOTTOM - ((amount - low) / (high - low)) * (BOTTOM - TOP));
  const ticks = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, index) => low + index * step);
  const dots = points.map((point): DrawnDot => ({
    id: point.id, x: x(point.lastCents), y: y(point.nowCents), tone: toneOf(point),
    title: `${point.name} : ${euros(point.lastCents)} le mois dernier, ${euros(point.nowCents)} ce mois-ci`,
  }));
  return {
    left: LEFT, right, top: TOP, bottom: BOTTOM,
    ticksX: ticks.map((amount) => ({ at: x(amount), label: wholeEuros(amount) })).filter((_, index) => (right - LEFT) / ticks.length >= 44 || index % 2 === 0),
    ticksY: ticks.map((amount) => ({ at: y(amount), label: wholeEuros(amount) })),
    diagonal: { x1: x(low), y1: y(low), x2: x(high), y2: y(high) },
    // The marked ones are drawn last, over the others.
    dots: dots.sort((one, other) => Number(one.tone !== 'usual') - Number(other.tone !== 'usual')),
    labels: placeLabels(points, dots, right),
  };
}

const toneOf = ({ isOutlier, lastCents, nowCents }: FamilyPoint): DrawnDot['tone'] => (!isOutlier ? 'usual' : nowCents >= lastCents ? 'more' : 'less');
const wholeEuros = (amount: number): string => `${Math.round(amount / 100).toLocaleString('fr-FR')}\u202f€`;

/** A round step, in cents, that cuts a span into four to eight parts. */
function stepFor(span: number): number {
  for (let unit = 500; ; unit *= 10) {
    for (const factor of [1, 2, 5]) if (span / (unit * factor) <= 8) return unit * factor;
  }
}

/** Where a name may stand about its dot, the best place first. */
const PLACES = [['start', 8, 4], ['end', -8, 4], ['start', 6, -10], ['end', -6, -10], ['start', 6, 17], ['end', -6, 17]] as const;

/** Names of the marked families, the largest differences first, where they cover the fewest dots; one that would cover another is left out. */
function placeLabels(points: readonly FamilyPoint[], dots: readonly DrawnDot[], right: number): DrawnLabel[] {
  const dotOf = new Map(dots.map((dot) => [dot.id, dot]));
  const marked = points.filter(({ isOutlier }) => isOutlier).sort((one, other) => Math.abs(other.nowCents - other.lastCents) - Math.abs(one.nowCents - one.lastCents));
  const placed: DrawnLabel[] = [];
  for (const point of marked) {
    const dot = dotOf.get(point.id);
    if (!dot || placed.length === MOST_LABELS) continue;
    const text = `${point.name} ${signedEuros(point.nowCents - point.lastCents)}`;
    const free = PLACES.map(([anchor, dx, dy]) => ({ id: point.id, x: dot.x + dx, y: dot.y + dy, anchor, tone: dot.tone, text }) satisfies DrawnLabel)
      .filter((label) => isInside(label, right) && !placed.some((other) => overlap(label, other)) && !dots.some((other) => other.tone !== 'usual' && other.id !== point.id && covers(label, other)));
    const covered = free.map((label) => dots.filter((other) => other.id !== point.id && covers(label, other)).length);
    const best = free[covered.indexOf(Math.min(...covered))];
    if (best) placed.push(best);
  }
  return placed;
}

function isInside(label: DrawnLabel, right: number): boolean {
  const [from, to] = spanOf(label);
  return from >= LEFT && to <= right + 12 && label.y >= TOP && label.y <= BOTTOM;
}

function covers(label: DrawnLabel, { x, y }: DrawnDot): boolean {
  const [from, to] = spanOf(label);
  return x >= from && x <= to && Math.abs(y - (label.y - 4)) < 10;
}

function overlap(one: DrawnLabel, other: DrawnLabel): boolean {
  if (Math.abs(one.y - other.y) >= LINE) return false;
  const [from, to] = spanOf(one);
  const [start, end] = spanOf(other);
  return from < end && start < to;
}

function spanOf({ x, anchor, text }: DrawnLabel): readonly [number, number] {
  const length = text.length * LETTER;
  return anchor === 'start' ? [x, x + length] : [x - length, x];
}
