import { inject, provide } from 'vue';
import type { InjectionKey } from 'vue';
import type { Version } from '../../../src-main/features/rulebook/schema';
import type { DraftPreview, OpenQuestion, PriceCurve } from '../../../src-main/features/town-rules/schema';

/** What every part of the editor shares: the text being typed, and what the host makes of it. */
export interface DraftEditor {
  readonly version: Version;
  /** Null until the host has read the text once. */
  readonly preview: DraftPreview | null;
  readonly mayWrite: boolean;
  /** Id of the field of a path, as `FormBox` knows it. */
  readonly idOf: (path: string) => string;
}

const key: InjectionKey<DraftEditor> = Symbol('draft-editor');

export const provideDraftEditor = (editor: DraftEditor): void => provide(key, editor);

export function useDraftEditor(): DraftEditor {
  const editor = inject(key);
  if (!editor) throw new Error('outside of a draft');
  return editor;
}

/** `prices.0.price.cases.1.price.rows.2` → `prices.0.price.rows.2`: all columns of a table share its rows. */
export const placeOf = (at: string): string => at.replace(/\.cases\.\d+(\.price)?/, '');

const isInside = (at: string, place: string): boolean => at === place || at.startsWith(`${place}.`);

/** Questions about a place of the text or what it holds, those answered left out; `except` names parts that show their own. */
export function questionsAt(preview: DraftPreview | null, place: string, except: readonly string[] = []): readonly OpenQuestion[] {
  return (preview?.questions ?? []).filter((question) => {
    const at = placeOf(question.at);
    return question.answer === null && isInside(at, place) && !except.some((part) => isInside(at, `${place}.${part}`));
  });
}

/** What cannot be read at a place of the text or in what it holds. */
export function fieldsAt(preview: DraftPreview | null, place: string, except: readonly string[] = []): readonly string[] {
  const found = Object.entries(preview?.fields ?? {}).filter(([path]) => {
    const at = placeOf(path);
    return isInside(at, place) && !except.some((part) => isInside(at, `${place}.${part}`));
  });
  return [...new Set(found.map(([, sentence]) => sentence))];
}

/** The host's sentence about a block. */
export function sentenceAt(preview: DraftPreview | null, at: string): string | null {
  return preview?.sections.flatMap((section) => section.lines).find((line) => line.at === at)?.text ?? null;
}

export const curveAt = (preview: DraftPreview | null, at: string): PriceCurve | undefined => preview?.curves.find((curve) => curve.at === at);

/** Goes to the part of the page that a question is about: the deepest one that exists. */
export function goToPlace(at: string): void {
  for (let place = placeOf(at); place !== ''; place = place.slice(0, Math.max(0, place.lastIndexOf('.')))) {
    const part = document.querySelector<HTMLElement>(`[data-at="${place}"]`);
    if (!part) continue;
    part.scrollIntoView({ block: 'center' });
    const field = part.matches('input, select, button') ? part : part.querySelector<HTMLElement>('input, select, button');
    (field ?? part).focus();
    return;
  }
}
