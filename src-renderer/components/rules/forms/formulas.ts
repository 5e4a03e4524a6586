import type { Formula, Version } from '../../../../src-main/features/rulebook/schema';
import type { Field, Option } from './field';
import { isRow } from './field';
import { wordsOf } from './words';

export type FormulaKind = 'amount' | 'table' | 'brackets' | 'scaled' | 'rate' | 'choose' | 'slices' | 'ladder' | 'multiple' | 'sum' | 'priceOf' | 'cost';

interface FormulaSpec {
  readonly label: string;
  readonly fields: readonly Field[];
  /** A formula of this kind; `inner` is what it is made around. */
  readonly make: (version: Version, inner: Formula) => Formula | 'cost';
}

const OVER: readonly Option[] = [{ value: 'minutes', label: 'les minutes' }, { value: 'count', label: 'les présences ou les jours' }];
const price = (label: string): Field => ({ key: 'price', label, type: 'formula' });
const amountOf = (formula: Formula): Formula => (typeof formula === 'number' ? formula : null);

/** The bounds of a bracket, as the council printed them. */
export const BOUNDS: readonly Field[] = [
  { key: 'from', strictKey: 'above', label: 'De', type: 'bound', optional: true, held: 'à partir de', strict: 'plus de' },
  { key: 'upTo', strictKey: 'below', label: 'À', type: 'bound', optional: true, held: 'jusqu’à', strict: 'moins de' },
  { key: 'label', label: 'Nom (facultatif)', type: 'text', optional: true },
];

/** Every kind of formula of the format (§7), and the table that stands for the two commonest. */
export const FORMULAS: Readonly<Record<FormulaKind, FormulaSpec>> = {
  amount: { label: 'Un montant', fields: [], make: (_, inner) => amountOf(inner) },
  table: {
    label: 'Un tableau, par quotient ou par lieu', fields: [],
    make: (version, inner) => {
      const measure = version.measures[0]?.id;
      if (measure !== undefined) return { kind: 'brackets', measure, rows: [{ from: '0', upTo: null, price: amountOf(inner) }, { price: amountOf(inner) }] };
      return { kind: 'choose', cases: version.zones.map((zone, index) => ({ label: zone.label, ...(index < version.zones.length - 1 && { when: { zone: [zone.id] } }), price: amountOf(inner) })) };
    },
  },
  brackets: {
    label: 'Par tranches, un calcul dans chacune',
    fields: [
      { key: 'measure', label: 'Selon', type: 'ref', list: 'measures' },
      { key: 'rows', label: 'Tranches', type: 'rows', one: 'la tranche', add: 'Ajouter une tranche', fields: [...BOUNDS, price('Prix de la tranche')], make: () => ({ price: null }) },
    ],
    make: (version, inner) => ({ kind: 'brackets', measure: version.measures[0]?.id ?? '', rows: [{ from: '0', upTo: null, price: inner }, { price: null }] }),
  },
  scaled: {
    label: 'Par tranches d’un barème commun',
    fields: [{ key: 'scale', label: 'Barème', type: 'ref', list: 'scales' }, { key: 'prices', label: 'Prix, dans l’ordre des tranches', type: 'formulas' }],
    make: (version) => ({ kind: 'brackets', scale: version.scales?.[0]?.id ?? '', prices: (version.scales?.[0]?.rows ?? [null]).map(() => null) }),
  },
  rate: {
    label: 'Un taux : quotient × coefficient',
    fields: [
      { key: 'measure', label: 'Quotient ou revenu', type: 'ref', list: 'measures' },
      { key: 'factor', label: 'Coefficient, en euros', type: 'figure', help: '0,36 % s’écrit 0,0036.' },
      { key: 'priceMin', label: 'Prix plancher', type: 'amount', optional: true }, { key: 'priceMax', label: 'Prix plafond', type: 'amount', optional: true },
      { key: 'measureMin', label: 'Quotient compté au moins', type: 'figure', optional: true }, { key: 'measureMax', label: 'Quotient compté au plus', type: 'figure', optional: true },
    ],
    make: (version) => ({ kind: 'rate', measure: version.measures[0]?.id ?? '', factor: null }),
  },
  choose: {
    label: 'Selon le cas',
    fields: [{
      key: 'cases', label: 'Cas, le premier qui convient sert', type: 'rows', one: 'le cas', add: 'Ajouter un cas', make: () => ({ price: null }),
      fields: [{ key: 'label', label: 'Nom du cas (facultatif)', type: 'text', optional: true }, { key: 'when', label: 'Dans quel cas', type: 'condition', place: 'unit', optional: true }, price('Prix dans ce cas')],
    }],
    make: (version, inner) => ({ kind: 'choose', cases: [{ when: { zone: [version.zones[0]?.id ?? ''] }, price: inner }, { price: null }] }),
  },
  slices: {
    label: 'Par tranche de temps ou de nombre',
    fields: [
      { key: 'over', label: 'Compter', type: 'choice', options: [{ value: undefined, label: 'les minutes de présence' }, ...OVER] },
      { key: 'size', label: 'Taille d’une tranche', type: 'count' },
      { key: 'started', label: 'Une tranche est due', type: 'choice', options: [{ value: true, label: 'dès qu’elle est commencée' }, { value: false, label: 'seulement complète' }, { value: null, label: 'à fixer' }, { value: undefined, label: 'à préciser' }] },
      { key: 'grace', label: 'Tolérance', type: 'count', optional: true, help: 'Minutes ou nombre pardonnés.' },
      price('Prix d’une tranche'),
      { key: 'first', label: 'Première tranche à part', type: 'group', optional: true, add: 'Ajouter une première tranche à part', make: () => ({ size: 60, price: null }), fields: [{ key: 'size', label: 'Sa taille', type: 'count' }, price('Son prix')] },
    ],
    make: (_, inner) => ({ kind: 'slices', size: 30, started: true, price: inner }),
  },
  ladder: {
    label: 'Par paliers',
    fields: [
      { key: 'over', label: 'Compter', type: 'choice', options: OVER },
      {
        key: 'steps', label: 'Paliers', type: 'rows', one: 'le palier', add: 'Ajouter un palier', make: () => ({ price: null }),
        fields: [{ key: 'upTo', label: 'Jusqu’à (vide : au-delà)', type: 'count', optional: true }, { key: 'label', label: 'Nom (facultatif)', type: 'text', optional: true }, price('Prix du palier')],
      },
    ],
    make: (_, inner) => ({ kind: 'ladder', over: 'minutes', steps: [{ upTo: 60, price: inner }, { price: null }] }),
  },
  multiple: {
    label: 'Un multiple d’un autre prix',
    fields: [{ key: 'times', label: 'Multiplié par', type: 'figure', help: '150 % s’écrit 1,5.' }, { key: 'of', label: 'De quoi', type: 'formula', cost: true }],
    make: (_, inner) => ({ kind: 'multiple', times: null, of: inner }),
  },
  sum: {
    label: 'Une somme',
    fields: [{ key: 'of', label: 'Parts qui s’ajoutent', type: 'formulas', add: 'Ajouter une part' }],
    make: (_, inner) => ({ kind: 'sum', of: [inner, null] }),
  },
  priceOf: {
    label: 'Le prix d’un autre tarif',
    fields: [{ key: 'price', label: 'Tarif', type: 'ref', list: 'prices' }],
    make: (version) => ({ price: version.prices[0]?.id ?? '' }),
  },
  cost: { label: 'Le coût réel (de la sortie)', fields: [], make: () => 'cost' },
};

/** The kind of a formula as it stands in the text; a table is one of them seen otherwise. */
export function kindOf(formula: unknown): FormulaKind {
  if (formula === 'cost') return 'cost';
  if (!isRow(formula)) return 'amount';
  if (typeof formula.kind !== 'string') return 'priceOf';
  return formula.kind === 'brackets' && 'scale' in formula ? 'scaled' : (formula.kind as FormulaKind);
}

/** The kinds that may be chosen here: a quotient, a scale or another price must exist first. */
export function kindsFor(version: Version, withCost: boolean): { value: FormulaKind; label: string; disabled: boolean }[] {
  const has = { rate: wordsOf(version, 'measures').length > 0, brackets: wordsOf(version, 'measures').length > 0, scaled: wordsOf(version, 'scales').length > 0, table: version.measures.length > 0 || version.zones.length > 1 };
  return (Object.keys(FORMULAS) as FormulaKind[])
    .filter((kind) => kind !== 'cost' || withCost)
    .map((kind) => ({ value: kind, label: FORMULAS[kind].label, disabled: kind in has && !has[kind as keyof typeof has] }));
}
