import { z } from 'zod';
import { isLocalDate } from '../../kernel/local-date';
import type { Instant, LocalDate } from '../../kernel/local-date';
import { slugOf } from '../../kernel/slug';
import type { Version } from '../rulebook/schema';

const day = z.string().refine(isLocalDate, 'Cette date n’existe pas.') as unknown as z.ZodType<LocalDate, string>;
const rowId = z.int().positive();

/** Starts a draft: a copy of a version, or of the starter rulebook (`null`). */
export const startDraftInput = z.strictObject({ copyOf: rowId.nullable(), fromOn: day });
export type StartDraftInput = z.input<typeof startDraftInput>;

export const draftRef = z.strictObject({ id: rowId, revision: z.int().positive() });
export type DraftRef = z.input<typeof draftRef>;

export const saveCapacityInput = z.strictObject({
  service: z.string().min(1).max(40),
  fromOn: day,
  /** Null: no limit from that day on. */
  places: z.int().min(0, 'Un nombre de places ne peut pas être négatif.').max(9999, 'Indiquez 9 999 places au plus, ou laissez vide s’il n’y a pas de limite.').nullable(),
});
export type SaveCapacityInput = z.input<typeof saveCapacityInput>;

export const removeCapacityInput = saveCapacityInput.pick({ service: true, fromOn: true });

/** Bytes of a rulebook file: a town's text of ten years weighs a tenth of it. */
export const LARGEST_RULES_FILE = 1_000_000;

export const previewImportInput = z.strictObject({ text: z.string() });
/** `versions`: places of the chosen versions in the file. */
export const importDraftsInput = previewImportInput.extend({
  versions: z.array(z.int().nonnegative()).min(1, 'Choisissez au moins une version à importer.')
    .refine((chosen) => new Set(chosen).size === chosen.length, 'Une version est choisie deux fois.'),
});
export type ImportDraftsInput = z.input<typeof importDraftsInput>;

/** A free code for a label: "Cantine, 2e service" → "cantine-2e-service". Given once; renaming keeps it. */
export function freeCode(label: string, taken: readonly string[]): string {
  const wanted = slugOf(label);
  if (!taken.includes(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    const suffix = `-${number}`;
    const code = `${wanted.slice(0, 40 - suffix.length)}${suffix}`;
    if (!taken.includes(code)) return code;
  }
}

export interface VersionSummary {
  readonly id: number;
  readonly fromOn: LocalDate;
  /** Last day in force; null when no later version follows. */
  readonly untilOn: LocalDate | null;
  readonly state: 'past' | 'inForce' | 'future';
  readonly label: string | null;
  readonly services: readonly string[];
  readonly activatedAt: Instant;
  readonly activatedBy: string;
}

export interface DraftSummary {
  readonly id: number;
  readonly fromOn: LocalDate;
  readonly updatedAt: Instant;
  readonly updatedBy: string;
}

export interface RulesOverview {
  readonly today: LocalDate;
  readonly versions: readonly VersionSummary[];
  readonly drafts: readonly DraftSummary[];
  /** Services of every version, by their latest name. */
  readonly services: readonly { readonly id: string; readonly label: string }[];
  /** Last day of the shipped school calendar; null when the town's zone has none. */
  readonly schoolCalendarUntil: LocalDate | null;
}

/** One block of a version as a French sentence; `at` is its path in the version ("prices.2"). */
export interface ReadLine {
  readonly at: string;
  readonly text: string;
}

export interface ReadSection {
  readonly key: string;
  readonly title: string;
  readonly lines: readonly ReadLine[];
}

/** A version as staff read it. */
export interface VersionReading {
  readonly summary: VersionSummary;
  readonly version: Version;
  readonly sections: readonly ReadSection[];
  readonly curves: readonly PriceCurve[];
}

export interface Draft extends DraftSummary {
  readonly revision: number;
  readonly version: Version;
}

/** A step of a price by the value of a measure; `from` is included, `upTo` too, null = open. */
export interface CurveStep {
  readonly from: number;
  readonly upTo: number | null;
  readonly label: string;
  readonly cents: number | null;
}

/** What a price row asks by the quotient: one curve a case (resident, outside…). */
export interface PriceCurve {
  readonly at: string;
  readonly label: string;
  readonly measure: string;
  readonly cases: readonly { readonly label: string; readonly steps: readonly CurveStep[] }[];
}

/** A question that the text leaves open. `at` is a path in the version. */
export interface OpenQuestion {
  readonly level: 'error' | 'warning' | 'info';
  readonly code: string;
  readonly at: string;
  readonly question: string;
  /** The answer kept in the notes, if there is one. */
  readonly answer: string | null;
  /** True when an answer in the notes settles it, without changing a figure. */
  readonly mayAnswer: boolean;
}

/** What the host makes of a draft as it stands on the screen, saved or not. */
export interface DraftPreview {
  /** Path in the version → French sentence: what the shape itself refuses. */
  readonly fields: Readonly<Record<string, string>>;
  readonly questions: readonly OpenQuestion[];
  /** Deadline code → "Pour le jeudi 12 novembre : jusqu’au mardi 10 novembre à 10 h". */
  readonly deadlines: Readonly<Record<string, readonly string[]>>;
  readonly curves: readonly PriceCurve[];
  /** Path of a formula → what it gives for one child, with its steps: "QF 722 × 0,36 % = 2,60 €". */
  readonly examples: Readonly<Record<string, string>>;
  readonly sections: readonly ReadSection[];
}

/** A section of the text with what goes and what comes. */
export interface SectionDifference {
  readonly title: string;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** What staff read before they put a draft in force. */
export interface DraftCheck {
  readonly questions: readonly OpenQuestion[];
  readonly mayActivate: boolean;
  /** French sentences. `warning`: something that families would notice. */
  readonly consequences: readonly { readonly level: 'warning' | 'info'; readonly text: string }[];
  /** False for the first text of a town: there is nothing to compare it with. */
  readonly hasPrevious: boolean;
  readonly differences: readonly SectionDifference[];
}

/** A rulebook as a file to keep. */
export interface RulesFile {
  readonly name: string;
  readonly text: string;
}

/** Something that the shape of a rulebook file refuses; `path` is empty for the whole file. */
export interface FileError {
  readonly path: string;
  readonly message: string;
}

/** A version of a file, beside the text that serves on its day. */
export interface ImportedVersion {
  readonly index: number;
  readonly fromOn: LocalDate;
  readonly label: string | null;
  readonly services: readonly string[];
  /** A draft of that day exists already: this one would overwrite it, and is not taken. */
  readonly hasDraft: boolean;
  /** The file holds another version of that day. */
  readonly isTwice: boolean;
  readonly questions: readonly OpenQuestion[];
  /** First day of the present version it is compared to; null when there is none. */
  readonly comparedTo: LocalDate | null;
  readonly differences: readonly SectionDifference[];
}

/** What staff read before they import: the errors of a file that does not read, else its versions. */
export interface ImportPreview {
  readonly town: string | null;
  /** The file was written in an older format, and was brought to this one. */
  readonly isOlder: boolean;
  readonly errors: readonly FileError[];
  /** Errors beyond those told. */
  readonly moreErrors: number;
  readonly versions: readonly ImportedVersion[];
}

export interface Capacity {
  readonly service: string;
  readonly fromOn: LocalDate;
  readonly places: number | null;
}

/** The words that the other pages offer: those of the version in force today, else of the next one. */
export interface RuleWords {
  readonly zones: readonly { readonly id: string; readonly label: string }[];
  readonly flags: readonly { readonly id: string; readonly label: string }[];
  readonly categories: readonly { readonly id: string; readonly label: string }[];
  readonly measures: readonly { readonly id: string; readonly label: string }[];
  readonly services: readonly { readonly id: string; readonly label: string; readonly unit: string; readonly weekdays: readonly string[] }[];
}
