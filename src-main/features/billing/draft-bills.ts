import type { Database } from '../../platform/database/database';
import type { Rulebook } from '../rulebook/schema';
import { billedOf } from './billed-months';
import type { Billed } from './billed-months';
import { differencesOf } from './differences';
import type { BillLine } from './differences';
import type { Month } from './months';
import { priceMonth } from './price-month';
import type { PricedMonth } from './price-month';
import { rulesOfMonths } from './rules-of-months';
import type { RulesOfMonths, Stamp } from './rules-of-months';

/** A bill to be: what a family owes that no bill says yet. Amounts in cents. */
export interface BillDraft {
  readonly familyId: number;
  readonly lines: readonly BillLine[];
  readonly totalCents: number;
  readonly correctionCents: number;
  /** What rules that replaced those of earlier bills would add, taken or not. */
  readonly newRulesCents: number;
  readonly isQuotientUnknown: boolean;
  readonly isPriceNotSet: boolean;
  /** The months of its lines, and of the period. */
  readonly stamp: Stamp;
}

export interface DraftScope {
  /** Months of the period, priced for each family. */
  readonly months: readonly Month[];
  /** Earlier months to look at again, by family. */
  readonly earlier: ReadonlyMap<number, readonly Month[]>;
  readonly takesNewRules: boolean;
}

/** A month of a family and the rules that it is priced by. */
interface Job {
  readonly familyId: number;
  readonly month: Month;
  readonly taken: Rulebook;
  /** When the rules of its bill were replaced: those not taken, to tell what they would change. */
  readonly other: Rulebook | null;
  readonly stamp: string;
}

/** Prices some families and takes off what was billed: a number of reads that does not depend on how many they are. */
export async function draftBills(db: Database, familyIds: readonly number[], scope: DraftScope): Promise<Map<number, BillDraft>> {
  const rules = await rulesOfMonths(db);
  const all = [...new Set([...scope.months, ...familyIds.flatMap((id) => scope.earlier.get(id) ?? [])])];
  const billed = await billedOf(db, familyIds, all);
  const jobs = await jobsOf(familyIds, scope, billed, rules);
  const priced = await priceJobs(db, jobs);
  const parts = new Map<number, BillDraft>(familyIds.map((familyId) => [familyId, emptyDraft(familyId)]));
  for (const job of jobs) parts.set(job.familyId, withMonth(parts.get(job.familyId)!, job, billed, priced, scope));
  return parts;
}

const emptyDraft = (familyId: number): BillDraft =>
  ({ familyId, lines: [], totalCents: 0, correctionCents: 0, newRulesCents: 0, isQuotientUnknown: false, isPriceNotSet: false, stamp: {} });

async function jobsOf(familyIds: readonly number[], scope: DraftScope, billed: Billed, rules: RulesOfMonths): Promise<Job[]> {
  const jobs: Job[] = [];
  for (const familyId of familyIds) {
    for (const month of [...(scope.earlier.get(familyId) ?? []), ...scope.months]) {
      const before = billed.months.get(familyId)?.get(month);
      const stamp = rules.stampOf(month);
      const old = before && before.stamp !== stamp ? await rules.at(before.billedAt) : null;
      if (old === null || before === undefined) jobs.push({ familyId, month, taken: rules.now, other: null, stamp });
      else if (scope.takesNewRules) jobs.push({ familyId, month, taken: rules.now, other: old, stamp });
      else jobs.push({ familyId, month, taken: old, other: rules.now, stamp: before.stamp });
    }
  }
  return jobs;
}

type Priced = ReadonlyMap<Rulebook, ReadonlyMap<Month, ReadonlyMap<number, PricedMonth>>>;

async function priceJobs(db: Database, jobs: readonly Job[]): Promise<Priced> {
  const wanted = new Map<Rulebook, Map<Month, number[]>>();
  for (const { taken, other, month, familyId } of jobs) {
    for (const rulebook of other ? [taken, other] : [taken]) {
      const months = wanted.get(rulebook) ?? new Map<Month, number[]>();
      wanted.set(rulebook, months);
      months.set(month, [...(months.get(month) ?? []), familyId]);
    }
  }
  const priced = new Map<Rulebook, Map<Month, Map<number, PricedMonth>>>();
  for (const [rulebook, months] of wanted) {
    const found = new Map<Month, Map<number, PricedMonth>>();
    priced.set(rulebook, found);
    for (const [month, ids] of months) found.set(month, await priceMonth(db, rulebook, ids, month));
  }
  return priced;
}

const sum = (lines: readonly { readonly totalCents: number }[]): number => lines.reduce((total, line) => total + line.totalCents, 0);

function withMonth(draft: BillDraft, job: Job, billed: Billed, priced: Priced, scope: DraftScope): BillDraft {
  const { familyId, month } = job;
  const monthBy = (rulebook: Rulebook) => priced.get(rulebook)?.get(month)?.get(familyId);
  const now = monthBy(job.taken);
  const isBilled = billed.months.get(familyId)?.has(month) === true;
  const lines = differencesOf(now?.lines ?? [], billed.linesOf(familyId, month), isBilled);
  const total = sum(lines);
  const other = job.other && sum(monthBy(job.other)?.lines ?? []) - sum(now?.lines ?? []);
  return {
    familyId,
    lines: draft.lines.concat(lines),
    totalCents: draft.totalCents + total,
    correctionCents: draft.correctionCents + (isBilled ? total : 0),
    newRulesCents: draft.newRulesCents + (other === null ? 0 : scope.takesNewRules ? -other : other),
    isQuotientUnknown: draft.isQuotientUnknown || now?.isQuotientUnknown === true,
    isPriceNotSet: draft.isPriceNotSet || lines.some(({ unitPriceCents, quantity }) => unitPriceCents === null && quantity > 0),
    stamp: lines.length > 0 || scope.months.includes(month) ? { ...draft.stamp, [month]: job.stamp } : draft.stamp,
  };
}
