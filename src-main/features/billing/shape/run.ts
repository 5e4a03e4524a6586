import { z } from 'zod';
import type { Instant, LocalDate } from '../../../kernel/local-date';
import type { InvoicePaper } from '../paper-schema';
import { day, id, page, reason } from './words';

/** Month ends: what they are asked, and how they stand. Amounts are integer cents. */

export const RUN_STATES = ['preparing', 'issuing', 'stopped', 'issued', 'abandoned'] as const;
export type RunState = (typeof RUN_STATES)[number];
export const RUN_FAMILY_STATES = ['waiting', 'held', 'issued', 'nothing'] as const;
export type RunFamilyState = (typeof RUN_FAMILY_STATES)[number];

/** Whole months: the first day of the first one, the last day of the last one. */
export const startRunInput = z.strictObject({ from: day, to: day });
export type StartRunInput = z.input<typeof startRunInput>;
export const runChoice = z.strictObject({ runId: id });
/** With the version that the page saw: a run changed meanwhile is told. */
export const runAction = z.strictObject({ runId: id, version: z.int() });
export const runFamily = z.strictObject({ runId: id, familyId: id });
export const holdInput = z.strictObject({ runId: id, familyId: id, reason });
export const newRulesInput = z.strictObject({ runId: id, version: z.int(), take: z.boolean() });
export const PREVIEW_FILTERS = ['all', 'flagged', 'held', 'corrected', 'nothing', 'outliers'] as const;
export const previewRequest = z.strictObject({
  runId: id,
  text: z.string().max(100).default(''),
  filter: z.enum(PREVIEW_FILTERS).default('all'),
  sort: z.enum(['name', 'total', 'change']).default('name'),
  descending: z.boolean().default(false),
  ...page,
});
export type PreviewRequest = z.input<typeof previewRequest>;

/** A period that may be invoiced, the newest first. */
export interface PeriodChoice {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** "octobre 2026" */
  readonly label: string;
  /** Why staff should wait ("Le mois n’est pas terminé…"); null when nothing speaks against it. */
  readonly warning: string | null;
  /** True when a run of these months was issued before: a new one takes what is not invoiced yet. */
  readonly wasInvoiced: boolean;
  /** True for the one that staff most likely want. */
  readonly isNext: boolean;
}

export interface StartedRun {
  readonly runId: number;
  /** French sentences: the month is not over, etc. */
  readonly warnings: readonly string[];
}

/** How far the papers of a run are (written by the print worker). */
export interface RunPapers {
  readonly invoices: number;
  readonly printed: number;
  /** Invoices of families that want mail and have an address. */
  readonly toMail: number;
  readonly mailed: number;
  readonly mailFailed: number;
  /** False: no mail leaves before the server is set. */
  readonly hasMailServer: boolean;
  /** Invoices for the post. */
  readonly toPost: number;
  readonly postBundleReady: boolean;
}

export interface RunOverview {
  readonly id: number;
  readonly version: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** "octobre 2026" */
  readonly label: string;
  readonly state: RunState;
  /** True while this host is issuing it now; false with state `issuing`: it was cut off and can be resumed. */
  readonly isAtWork: boolean;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly finishedAt: Instant | null;
  readonly warnings: readonly string[];
  readonly takesNewRules: boolean;
  readonly families: { readonly total: number; readonly waiting: number; readonly held: number; readonly issued: number; readonly nothing: number };
  /** What was issued so far. */
  readonly invoices: number;
  readonly creditNotes: number;
  readonly totalCents: number;
  readonly firstLabel: string | null;
  readonly lastLabel: string | null;
  /** While at work: seconds since it began, and seconds left by the pace so far (null: not known yet). */
  readonly elapsedSeconds: number | null;
  readonly secondsLeft: number | null;
  /** Why it stopped by itself, as a French sentence. */
  readonly fault: string | null;
  readonly papers: RunPapers;
}

/** A line of the list of runs. */
export interface RunLine {
  readonly id: number;
  readonly label: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly state: RunState;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly finishedAt: Instant | null;
  readonly invoices: number;
  readonly creditNotes: number;
  readonly totalCents: number;
}

export const ANOMALY_KINDS = ['noRollCall', 'notEnrolled', 'unknownQuotient', 'priceNotSet', 'noAddress', 'noPayer'] as const;
export type AnomalyKind = (typeof ANOMALY_KINDS)[number];

/** Where an anomaly is mended. */
export type AnomalyPlace =
  | { readonly page: 'rollCall'; readonly day: LocalDate; readonly service: string }
  | { readonly page: 'family'; readonly familyId: number }
  | { readonly page: 'rules' };

export interface AnomalyCase {
  /** "ALAIN Anna : 3 repas en octobre sans inscription à la cantine" */
  readonly sentence: string;
  readonly familyId: number | null;
  readonly childId: number | null;
  /** When it was; of an unknown quotient, from when on one is needed. */
  readonly day: LocalDate | null;
  readonly place: AnomalyPlace;
}

export interface Anomaly {
  readonly kind: AnomalyKind;
  /** "12 pointages manquent" */
  readonly title: string;
  /** What becomes of it if nothing is done. */
  readonly consequence: string;
  /** All cases, of which `cases` are the first 200. */
  readonly count: number;
  readonly cases: readonly AnomalyCase[];
}

export interface RunAnomalies {
  /** Kinds that were met, in order of weight; empty: nothing to mend. */
  readonly anomalies: readonly Anomaly[];
}

export const PREVIEW_FLAGS = ['correction', 'newRules', 'unknownQuotient', 'priceNotSet', 'noPayer', 'noAddress', 'belowMinimum', 'credit', 'outlier'] as const;
export type PreviewFlag = (typeof PREVIEW_FLAGS)[number];

export interface PreviewLine {
  readonly familyId: number;
  readonly name: string;
  readonly state: RunFamilyState;
  /** Why it is held, or why there is nothing to invoice. */
  readonly reason: string;
  readonly totalCents: number;
  /** Of the months just before (as many as the run has), as invoiced; null when the family had no invoice then. */
  readonly lastCents: number | null;
  readonly lines: number;
  /** Part of the total that changes earlier invoices. */
  readonly correctionCents: number;
  /** What the new rules would change in earlier months, taken or not. */
  readonly newRulesCents: number;
  readonly flags: readonly PreviewFlag[];
  readonly payers: number;
}

export interface RunPreview {
  readonly total: number;
  readonly lines: readonly PreviewLine[];
  readonly totals: {
    readonly families: number; readonly toInvoice: number; readonly totalCents: number; readonly lastCents: number; readonly correctionCents: number; readonly held: number;
  };
  /** Earlier invoices whose rules were replaced since; null when there is none. */
  readonly newRules: { readonly families: number; readonly cents: number; readonly taken: boolean; readonly sentence: string } | null;
}

/** All families of a run against the months before: one point each. */
export interface OutlierPoint {
  readonly familyId: number;
  readonly name: string;
  readonly totalCents: number;
  readonly lastCents: number;
  readonly isOutlier: boolean;
}
export interface OutlierChart {
  /** "octobre 2026", "septembre 2026" */
  readonly label: string;
  readonly lastLabel: string;
  readonly points: readonly OutlierPoint[];
}

export interface FamilyPreview {
  readonly familyId: number;
  readonly name: string;
  readonly state: RunFamilyState;
  readonly reason: string;
  /** The very papers that would be issued, one a payer, numbers aside ("À l’émission"); empty when there is nothing. */
  readonly papers: readonly InvoicePaper[];
  readonly flags: readonly PreviewFlag[];
}
