import type { z } from 'zod';

/** One value for a piece of an input; `foreign` when it names something of another family. */
export interface Choice {
  readonly value: unknown;
  readonly foreign: boolean;
}

/** What may stand in a field, by its name and what the shape says; null when the shape alone decides. */
export type FieldWords = (name: string) => readonly Choice[] | null;

/** Inputs of one shape at most: enough for two ids, one of them of any table. */
const MOST = 150;

interface Def {
  readonly type: string;
  readonly shape?: Record<string, z.ZodType>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly getter?: () => z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly entries?: Record<string, unknown>;
  readonly values?: readonly unknown[];
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
}

/** Values that an input's shape accepts, told by walking it: each id both of another family and one's own. */
export function fillInput(shape: z.ZodType, words: FieldWords, name = ''): readonly Choice[] {
  const def = shape._zod.def as unknown as Def;
  const inner = def.innerType ?? (def.type === 'pipe' ? def.in : undefined) ?? (def.type === 'lazy' ? def.getter?.() : undefined);
  if (inner) return accepted(shape, words(name)) ?? fillInput(inner, words, name);
  if (def.type === 'object') return product(Object.entries(def.shape ?? {}).map(([field, part]) => [field, fillInput(part, words, field)] as const));
  if (def.type === 'array') return fillInput(def.element!, words, singular(name)).map(({ value, foreign }) => ({ value: [value], foreign }));
  if (def.type === 'union') return (def.options ?? []).flatMap((option) => fillInput(option, words, name));
  if (def.type === 'literal') return [{ value: def.values?.[0], foreign: false }];
  if (def.type === 'enum') return accepted(shape, words(name)) ?? Object.values(def.entries ?? {}).slice(0, 1).map((value) => ({ value, foreign: false }));
  if (def.type === 'record') return fillInput(def.keyType!, words, name).flatMap(({ value: key }) => fillInput(def.valueType!, words, name).map(({ value, foreign }) => ({ value: { [String(key)]: value }, foreign })));
  return accepted(shape, words(name)) ?? usual(def.type);
}

const accepted = (shape: z.ZodType, choices: readonly Choice[] | null): readonly Choice[] | null => {
  const fitting = (choices ?? []).filter(({ value }) => shape.safeParse(value).success);
  return fitting.length > 0 ? fitting : null;
};

const USUAL: Readonly<Record<string, unknown>> = { string: 'bonjour', number: 1, int: 1, boolean: true, null: null, unknown: 'bonjour', any: 'bonjour' };
const usual = (type: string): readonly Choice[] => [{ value: USUAL[type], foreign: false }];

const singular = (name: string): string => name.replace(/s$/, '');

function product(fields: readonly (readonly [string, readonly Choice[]])[]): readonly Choice[] {
  let made: { value: Record<string, unknown>; foreign: boolean }[] = [{ value: {}, foreign: false }];
  for (const [field, choices] of fields) {
    made = made.flatMap((so) => choices.map(({ value, foreign }) => ({ value: { ...so.value, [field]: value }, foreign: so.foreign || foreign }))).slice(0, MOST);
  }
  return made;
}
