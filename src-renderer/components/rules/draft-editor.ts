import { inject, nextTick, provide, toRaw } from 'vue';
import type { InjectionKey } from 'vue';
import type { Version } from '../../../src-main/features/rulebook/schema';
import type { DraftPreview, OpenQuestion, PriceCurve } from '../../../src-main/features/town-rules/schema';
import { rowsAt, sectionOf } from './forms/sections';

/** What every part of the editor shares: the text being typed, and what the host makes of it. */
export interface DraftEditor {
  readonly version: Version;
  /** Null until the host has read the text once. */
  readonly preview: DraftPreview | null;
  readonly mayWrite: boolean;
  /** Id of the field of a path, as `FormBox` knows it. */
  readonly idOf: (path: string) => string;
  /** What is unfolded: sections by their id, rows by themselves. The rest is not on the page. */
  readonly opened: Set<unknown>;
}

const key: InjectionKey<DraftEditor> = Symbol('draft-editor');

export const provideDraftEditor = (editor: DraftEditor): void => provide(key, editor);

export function useDraftEditor(): DraftEditor {
  const editor = inject(key);
  if (!editor) throw new Error('outside of a draft');
  return editor;
}

/** Folds or unfolds a section (its id) or a row (itself). */
export function setOpen(editor: DraftEditor, what: unknown, open: boolean): void {
  if (open) editor.opened.add(toRaw(what));
  else editor.opened.delete(toRaw(what));
}
export const isOpen = (editor: DraftEditor, what: unknown): boolean => editor.opened.has(toRaw(what));

/** `prices.0.price.cases.1.price.rows.2` → `prices.0.price.rows.2`: all columns of a table share its rows. */
export const placeOf = (at: string): string => at.replace(/\.cases\.\d+(\.price)?/, '');

const isInside = (at: string, place: string): boolean => at === place || at.startsWith(`${place}.`);
const isAt = (at: string, place: string, except: readonly string[]): boolean =>
  (isInside(at, place) || isInside(placeOf(at), place)) && !except.some((part) => isInside(placeOf(at), `${place}.${part}`));

/** Questions about a place of the text or what it holds, those answered left out; `except` names parts that show their own. */
export function questionsAt(preview: DraftPreview | null, place: string, except: readonly string[] = []): readonly OpenQuestion[] {
  return (preview?.questions ?? []).filter((question) => question.answer === null && isAt(question.at, place, except));
}

/** What cannot be read at a place of the text or in what it holds. */
export function fieldsAt(preview: DraftPreview | null, place: string, except: readonly string[] = []): readonly string[] {
  const found = Object.entries(preview?.fields ?? {}).filter(([path]) => isAt(path, place, except));
  return [...new Set(found.map(([, sentence]) => sentence))];
}

/** The host's sentence about a block. */
export function sentenceAt(preview: DraftPreview | null, at: string): string | null {
  return preview?.sections.flatMap((section) => section.lines).find((line) => line.at === at)?.text ?? null;
}

export const curveAt = (preview: DraftPreview | null, at: string): PriceCurve | undefined => preview?.curves.find((curve) => curve.at === at);

/** Unfolds the section and the row that hold a path. */
export function reveal(editor: DraftEditor, at: string): void {
  const section = sectionOf(at);
  if (!section) return;
  setOpen(editor, section.id, true);
  for (const part of section.parts) {
    if (part.kind !== 'list' || !at.startsWith(`${part.path}.`)) continue;
    const row = rowsAt(editor.version, part.path)[Number(at.slice(part.path.length + 1).split('.')[0])];
    if (row) setOpen(editor, row, true);
  }
}

/** Goes to the part of the page that a question is about: the deepest one that exists, unfolded. */
export async function goToPlace(editor: DraftEditor, at: string): Promise<void> {
  reveal(editor, at);
  await nextTick();
  for (let place = at; place !== ''; place = place.slice(0, Math.max(0, place.lastIndexOf('.')))) {
    const part = document.querySelector<HTMLElement>(`[data-at="${place}"]`) ?? document.querySelector<HTMLElement>(`[data-at="${placeOf(place)}"]`);
    if (!part) continue;
    part.scrollIntoView({ block: 'center' });
    const field = part.matches('input, select, button') ? part : part.querySelector<HTMLElement>('input:not([type=date]), select, textarea') ?? part.querySelector<HTMLElement>('button');
    (field ?? part).focus();
    return;
  }
}
