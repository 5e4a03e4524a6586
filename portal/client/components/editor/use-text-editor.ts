import { nextTick, onMounted, ref, shallowRef, watch } from 'vue';
import type { Ref } from 'vue';
import { escapeHtml, linkOf, wordsOf } from '../../../../src-main/kernel/rich-text';
import type { TextCommand } from '../../../../src-main/kernel/rich-text';
import { tidyHtml } from './tidy-html';

/**
 * What lies under the editors of parents and staff: an editable area, the browser's own commands
 * (they keep its undo), and a link asked for in place. `html` is empty when nothing is said.
 */
export function useTextEditor(html: Ref<string>) {
  const area = shallowRef<HTMLElement | null>(null);
  /** Commands that hold where the caret stands. */
  const active = ref<readonly TextCommand[]>([]);
  /** The address being typed; null when no link is asked for. */
  const link = ref<string | null>(null);
  const linkRefused = ref(false);
  let place: Range | null = null;

  const told = (): string => {
    const tidy = area.value ? tidyHtml(area.value) : '';
    return wordsOf(tidy) === '' ? '' : tidy;
  };
  const read = (): void => {
    html.value = told();
  };
  function show(): void {
    // Our own text, or one that the server made safe.
    if (area.value && told() !== html.value) area.value.innerHTML = html.value;
  }
  onMounted(() => {
    document.execCommand('defaultParagraphSeparator', false, 'p');
    show();
  });
  watch(html, show);

  function feel(): void {
    active.value = (['bold', 'insertUnorderedList'] as const).filter((command) => document.queryCommandState(command));
  }

  function run(command: TextCommand): void {
    if (command === 'createLink') return askLink();
    area.value?.focus();
    document.execCommand(command);
    feel();
    read();
  }

  function askLink(): void {
    const selection = getSelection();
    const inside = selection && selection.rangeCount > 0 && area.value?.contains(selection.anchorNode);
    place = inside ? selection.getRangeAt(0).cloneRange() : null;
    linkRefused.value = false;
    link.value = '';
  }

  /** Puts the link on the chosen words, or its address where the caret was. False when it is no address. */
  function addLink(): boolean {
    const href = linkOf(link.value ?? '');
    linkRefused.value = href === null;
    if (href === null) return false;
    const words = link.value!.trim();
    stopLink();
    if (place && !place.collapsed) document.execCommand('createLink', false, href);
    else document.execCommand('insertHTML', false, `<a href="${escapeHtml(href)}">${escapeHtml(words)}</a>&nbsp;`);
    read();
    return true;
  }

  /** Back to the text, where one was. */
  function stopLink(): void {
    link.value = null;
    area.value?.focus();
    if (place) {
      const selection = getSelection();
      selection?.removeAllRanges();
      selection?.addRange(place);
    }
  }

  function onKey(event: KeyboardEvent): void {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'b') {
      event.preventDefault();
      run('bold');
    }
  }

  /** What comes from elsewhere comes as words: no styles, pictures or scripts. */
  function take(event: Event, data: DataTransfer | null): void {
    event.preventDefault();
    const words = data?.getData('text/plain') ?? '';
    if (words === '') return;
    area.value?.focus();
    document.execCommand('insertText', false, words);
    read();
  }
  const onPaste = (event: ClipboardEvent): void => take(event, event.clipboardData);
  const onDrop = (event: DragEvent): void => take(event, event.dataTransfer);

  /** Adds a safe text at the end and goes there. */
  async function append(more: string): Promise<void> {
    html.value += more;
    await nextTick();
    area.value?.focus();
    getSelection()?.selectAllChildren(area.value!);
    getSelection()?.collapseToEnd();
  }

  return { area, active, link, linkRefused, read, feel, run, addLink, stopLink, onKey, onPaste, onDrop, append };
}
