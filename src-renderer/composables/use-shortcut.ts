import { onActivated, onBeforeUnmount, onDeactivated, onMounted, shallowReactive } from 'vue';

export interface Shortcut {
  /** `ctrl+k`, `?`, `alt+n`, `escape`; ctrl stands for ⌘ on a Mac. */
  readonly keys: string;
  /** What it does, for the help; without it the shortcut is not listed. */
  readonly label?: string;
  /** When it does not hold, an older shortcut with the same keys answers. */
  readonly when?: () => boolean;
  readonly run: () => void;
}

/** Shortcuts at work; of two with the same keys, the one that came last answers. */
export const shortcuts = shallowReactive<Shortcut[]>([]);

/** Listens to a shortcut while the component is shown. */
export function useShortcut(shortcut: Shortcut): void {
  const add = (): void => {
    if (!shortcuts.includes(shortcut)) shortcuts.push(shortcut);
  };
  const remove = (): void => {
    const index = shortcuts.indexOf(shortcut);
    if (index >= 0) shortcuts.splice(index, 1);
  };
  onMounted(add);
  onActivated(add);
  onDeactivated(remove);
  onBeforeUnmount(remove);
}

/** Runs the shortcut that a key press means. Plain keys are left to the field that is being typed in. */
export function pressKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const keys = keysOf(event);
  if (!event.ctrlKey && !event.metaKey && !event.altKey && isTyping(event.target) && event.key !== 'Escape') return;
  const found = shortcuts.findLast((shortcut) => shortcut.keys === keys && shortcut.when?.() !== false);
  if (!found) return;
  event.preventDefault();
  found.run();
}

function keysOf(event: KeyboardEvent): string {
  const key = event.key.toLowerCase();
  return `${event.ctrlKey || event.metaKey ? 'ctrl+' : ''}${event.altKey ? 'alt+' : ''}${key}`;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
