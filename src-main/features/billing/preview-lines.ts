import type { Context } from '../../platform/procedures/services';
import { rulebookOf } from '../town-rules/rulebook-of';
import { draftsOfRun } from './drafts-of-run';
import type { DraftSummary } from './drafts-of-run';
import { minimumOf } from './due-date';
import { monthsBefore } from './months';
import { outlierTest } from './outliers';
import { hasAddress, payersOfFamilies } from './payers';
import type { FamilyOfPayers } from './payers';
import type { RunRow } from './run-rows';
import type { PreviewFlag, PreviewLine, RunFamilyState } from './schema';
import { euros } from './words';

interface RowOfRun {
  readonly familyId: number;
  readonly state: RunFamilyState;
  readonly reason: string;
  readonly issuedCents: number | null;
}

/** Every family of a run as the preview tells it, by name. What was issued stands as issued. */
export async function previewLines(context: Pick<Context, 'db' | 'clock'>, run: RunRow): Promise<PreviewLine[]> {
  const { db } = context;
  const isOver = run.state === 'issued' || run.state === 'abandoned';
  const drafts: ReadonlyMap<number, DraftSummary> = isOver ? new Map() : await draftsOfRun(context, run);
  const rows = new Map((await db.select<RowOfRun>(
    `SELECT row.family_id AS familyId, row.state, row.reason, (SELECT sum(total_cents) FROM bills WHERE run_id = row.run_id AND family_id = row.family_id) AS issuedCents
     FROM run_families row WHERE row.run_id = $runId`, { runId: run.id })).map((row) => [row.familyId, row]));
  const ids = [...new Set([...rows.keys(), ...drafts.keys()])];
  const payers = await payersOfFamilies(db, ids);
  const last = await lastTotals(db, run);
  const minimum = minimumOf(await rulebookOf(db), run.period);
  const lines = ids.map((id) => lineOf({ row: rows.get(id), draft: drafts.get(id), family: payers.get(id)!, lastCents: last.get(id) ?? null, minimum }));
  const isOutlier = outlierTest(lines);
  return lines.map((line): PreviewLine => (isOutlier(line) && line.state !== 'nothing' ? { ...line, flags: [...line.flags, 'outlier'] } : line));
}

/** What each family was invoiced for the months just before; what was taken back counts as nothing. */
async function lastTotals(db: Context['db'], { period }: RunRow): Promise<Map<number, number>> {
  const before = monthsBefore(period);
  const rows = await db.select<{ familyId: number; cents: number }>(
    'SELECT family_id AS familyId, sum(total_cents) AS cents FROM bills WHERE from_on >= $from AND to_on <= $to GROUP BY family_id', { ...before });
  return new Map(rows.map(({ familyId, cents }) => [familyId, cents]));
}

interface Found {
  readonly row: RowOfRun | undefined;
  readonly draft: DraftSummary | undefined;
  readonly family: FamilyOfPayers;
  readonly lastCents: number | null;
  readonly minimum: number;
}

function lineOf({ row, draft, family, lastCents, minimum }: Found): PreviewLine {
  const state = row?.state ?? 'waiting';
  const isIssued = state === 'issued';
  const about = { familyId: family.familyId, name: family.name, state, lastCents, payers: family.payers.length };
  if (isIssued || !draft) return { ...about, reason: row?.reason ?? '', totalCents: row?.issuedCents ?? 0, lines: 0, correctionCents: 0, newRulesCents: 0, flags: [] };
  const { totalCents, lines, correctionCents, newRulesCents } = draft;
  const isSmall = totalCents > 0 && totalCents < minimum;
  const reason = row?.reason || (isSmall && state === 'waiting' ? `${euros(totalCents)}, moins que le minimum de ${euros(minimum)}\u00a0: sera reporté.` : '');
  return { ...about, reason, state: state === 'waiting' && draft.isWeightless ? 'nothing' : state, totalCents, lines, correctionCents, newRulesCents, flags: flagsOf(draft, family, isSmall) };
}

function flagsOf(draft: DraftSummary, { payers }: FamilyOfPayers, isSmall: boolean): PreviewFlag[] {
  const flags: [PreviewFlag, boolean][] = [
    ['correction', draft.correctionCents !== 0],
    ['newRules', draft.newRulesCents !== 0],
    ['unknownQuotient', draft.isQuotientUnknown && !draft.isWeightless],
    ['priceNotSet', draft.isPriceNotSet],
    ['noPayer', payers.length === 0 && !draft.isWeightless],
    ['noAddress', !draft.isWeightless && payers.some((payer) => !hasAddress(payer))],
    ['belowMinimum', isSmall],
    ['credit', draft.totalCents < 0],
  ];
  return flags.filter(([, holds]) => holds).map(([flag]) => flag);
}
