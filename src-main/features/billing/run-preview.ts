import type { z } from 'zod';
import type { Context } from '../../platform/procedures/services';
import { compareFrench, counted, searchable } from '../../kernel/text';
import { monthsBefore, periodLabel } from './months';
import { previewLines } from './preview-lines';
import { runById } from './run-rows';
import type { RunRow } from './run-rows';
import type { OutlierChart, PreviewLine, previewRequest, RunPreview } from './schema';
import { euros } from './words';

type Request = z.output<typeof previewRequest>;

const changeOf = ({ totalCents, lastCents }: PreviewLine): number => totalCents - (lastCents ?? 0);
const sum = (lines: readonly PreviewLine[], of: (line: PreviewLine) => number): number => lines.reduce((total, line) => total + of(line), 0);

function isShown({ filter, text }: Request, line: PreviewLine): boolean {
  if (text !== '' && !searchable(line.name).includes(searchable(text)) && String(line.familyId) !== text.trim()) return false;
  switch (filter) {
    case 'all': return true;
    case 'flagged': return line.flags.length > 0;
    case 'held': return line.state === 'held';
    case 'corrected': return line.correctionCents !== 0;
    case 'nothing': return line.state === 'nothing';
    case 'outliers': return line.flags.includes('outlier');
  }
}

function inOrder({ sort, descending }: Request, lines: PreviewLine[]): PreviewLine[] {
  const byName = (left: PreviewLine, right: PreviewLine): number => compareFrench(left.name, right.name) || left.familyId - right.familyId;
  const by = sort === 'total' ? (line: PreviewLine) => line.totalCents : changeOf;
  lines.sort(sort === 'name' ? byName : (left, right) => by(left) - by(right) || byName(left, right));
  return descending ? lines.reverse() : lines;
}

/** What a run would invoice, by family. Throws AppError `notFound`. */
export async function runPreview(context: Pick<Context, 'db' | 'clock'>, request: Request): Promise<RunPreview> {
  const run = await runById(context.db, request.runId);
  const all = await previewLines(context, run);
  const billed = all.filter(({ state, flags }) => (state === 'waiting' && !flags.includes('belowMinimum')) || state === 'issued');
  const found = inOrder(request, all.filter((line) => isShown(request, line)));
  return {
    total: found.length,
    lines: found.slice(request.offset, request.offset + request.limit),
    totals: {
      families: all.length, toInvoice: billed.length, totalCents: sum(billed, (line) => line.totalCents), lastCents: sum(all, (line) => line.lastCents ?? 0),
      correctionCents: sum(billed, (line) => line.correctionCents), held: all.filter(({ state }) => state === 'held').length,
    },
    newRules: newRulesOf(run, all),
  };
}

function newRulesOf({ takesNewRules }: RunRow, all: readonly PreviewLine[]): RunPreview['newRules'] {
  const changed = all.filter(({ newRulesCents }) => newRulesCents !== 0);
  if (changed.length === 0) return null;
  const cents = sum(changed, ({ newRulesCents }) => newRulesCents);
  const families = counted(changed.length, 'famille', 'familles');
  return {
    families: changed.length, cents, taken: takesNewRules,
    sentence: `Le règlement a changé pour des mois déjà facturés\u00a0: ${families}, ${cents < 0 ? '' : '+'}${euros(cents)}. ${takesNewRules ? 'Ces différences sont reprises.' : 'Ces différences ne sont pas reprises.'}`,
  };
}

/** Every family of a run that was invoiced the months before, one point each. */
export async function outlierChart(context: Pick<Context, 'db' | 'clock'>, runId: number): Promise<OutlierChart> {
  const run = await runById(context.db, runId);
  const lines = await previewLines(context, run);
  return {
    label: periodLabel(run.period),
    lastLabel: periodLabel(monthsBefore(run.period)),
    points: lines.flatMap(({ familyId, name, totalCents, lastCents, flags }) =>
      (lastCents === null ? [] : [{ familyId, name, totalCents, lastCents, isOutlier: flags.includes('outlier') }])),
  };
}
