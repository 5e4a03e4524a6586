/** One figure, with what it should reach and what a known rival does. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** `atMost` or `atLeast` this. */
  readonly goal?: { readonly kind: 'atMost' | 'atLeast'; readonly value: number };
  readonly rival?: number;
}

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

export function printTable(measures: readonly Measure[]): void {
  const rows = measures.map(({ name, value, unit, goal, rival }) => [
    name,
    `${number.format(value)} ${unit}`,
    goal ? `${goal.kind === 'atMost' ? '≤' : '≥'} ${number.format(goal.value)}` : '',
    rival === undefined ? '' : number.format(rival),
    goal ? (reached(value, goal) ? 'yes' : 'NO') : '',
  ]);
  const all = [['measure', 'value', 'goal', 'rival', 'reached'], ...rows];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  for (const row of all) process.stdout.write(`${row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}\n`);
}

const reached = (value: number, goal: NonNullable<Measure['goal']>): boolean => (goal.kind === 'atMost' ? value <= goal.value : value >= goal.value);

/** The value below which a share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Milliseconds that some work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
