import type { AnyRouter } from '@trpc/server';
import type { Actor } from '../../src-main/kernel/actor';
import { createCallerFactory } from '../../src-main/platform/procedures/procedures';
import { refusalOf } from './refusal-of';
import { staffWith } from './open-test-database';
import type { TestDatabase } from './open-test-database';

type Call = (input: unknown) => Promise<unknown>;

/** Calls a procedure by its name with whatever input: for tests that go through all of them. */
export function callByName(routes: AnyRouter, house: TestDatabase, actor: Actor | null, name: string, input: unknown = {}): Promise<unknown> {
  const caller = createCallerFactory(routes)(house.doorOf(actor)) as unknown as Record<string, Call>;
  return caller[name]!(input);
}

/** Names of all procedures of a router. */
export const procedureNames = (routes: AnyRouter): string[] => Object.keys(routes._def.procedures as Record<string, unknown>);

/** How each procedure answers a visitor, a member of staff without right, and one who may only read families. */
export async function doorsOf(routes: AnyRouter, house: TestDatabase): Promise<Record<string, string[]>> {
  const answers: Record<string, string[]> = {};
  for (const name of procedureNames(routes)) {
    const codes: string[] = [];
    for (const actor of [null, staffWith(), staffWith('families.read')]) {
      const call = callByName(routes, house, actor, name, { unknown: true });
      codes.push(await call.then(() => 'accepted', async () => (await refusalOf(call, house.services)).code));
    }
    answers[name] = codes;
  }
  return answers;
}
