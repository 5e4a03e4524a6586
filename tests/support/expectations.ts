import type { Expectation, Result } from '../../src-main/features/rulebook/schema';

/** `sentence` must be contained; every other value must be equal. */
function differs(wanted: Record<string, unknown>, found: Record<string, unknown>): string[] {
  return Object.entries(wanted).flatMap(([key, value]) => {
    const ok = key === 'sentence' ? String(found[key]).includes(String(value)) : JSON.stringify(found[key]) === JSON.stringify(value);
    return ok ? [] : [`${key}: wanted ${JSON.stringify(value)}, found ${JSON.stringify(found[key])}`];
  });
}

function sums<Item>(items: readonly Item[], keyOf: (item: Item) => string, amountOf: (item: Item) => number): Record<string, number> {
  const found: Record<string, number> = {};
  for (const item of items) found[keyOf(item)] = (found[keyOf(item)] ?? 0) + amountOf(item);
  return found;
}

function compareAmounts(name: string, wanted: Record<string, number> | undefined, found: Record<string, number>): string[] {
  return Object.entries(wanted ?? {}).flatMap(([key, value]) => ((found[key] ?? 0) === value ? [] : [`${name}.${key}: wanted ${value}, found ${found[key] ?? 0}`]));
}

/** What a result lacks of what a scenario expects (spec §8, `expect`). */
export function mismatches(expected: Expectation, result: Result): string[] {
  const found: string[] = [];
  if (expected.totalCents !== undefined && expected.totalCents !== result.totals.totalCents) {
    found.push(`totalCents: wanted ${expected.totalCents}, found ${result.totals.totalCents}`);
  }
  const units = result.lines.filter((line) => line.kind === 'unit');
  found.push(...compareAmounts('billed', expected.billed, sums(units, (line) => line.service ?? '', (line) => line.quantity)));
  found.push(...compareAmounts('kinds', expected.kinds, sums(result.lines, (line) => line.kind, (line) => line.totalCents)));
  found.push(...compareAmounts('aids', expected.aids, result.totals.aids));
  for (const wanted of expected.lines ?? []) {
    if (!result.lines.some((line) => differs(wanted, { ...line }).length === 0)) found.push(`no line like ${JSON.stringify(wanted)}`);
  }
  for (const [index, wanted] of (expected.decisions ?? []).entries()) {
    const decision = result.decisions[index];
    found.push(...(decision ? differs(wanted, { ...decision }).map((text) => `decision ${index}: ${text}`) : [`no decision ${index}`]));
  }
  if (expected.carts && JSON.stringify(expected.carts) !== JSON.stringify(result.carts.map((cart) => cart.state))) found.push(`carts: ${JSON.stringify(result.carts)}`);
  for (const flag of expected.flags ?? []) if (!result.flags.includes(flag)) found.push(`no flag ${flag}`);
  return found;
}
