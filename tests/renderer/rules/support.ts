import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineComponent, h, reactive, shallowReactive, toRaw } from 'vue';
import type { Rulebook, Version } from '../../../src-main/features/rulebook/schema';
import type { DraftPreview } from '../../../src-main/features/town-rules/schema';
import EditorSection from '../../../src-renderer/components/rules/EditorSection.vue';
import { provideDraftEditor } from '../../../src-renderer/components/rules/draft-editor';
import type { DraftEditor } from '../../../src-renderer/components/rules/draft-editor';
import { rowsAt, SECTIONS } from '../../../src-renderer/components/rules/forms/sections';
import { mountPart } from '../support/mount-part';

const slot = (tag: string) => defineComponent({ inheritAttrs: false, setup: (_, { slots }) => () => h(tag, slots.default?.({ id: 'one' })) });
/** The library's parts as bare tags: hundreds of rows are mounted to see that none writes. */
const BARE = {
  Button: slot('button'), Icon: slot('i'), FormField: slot('div'),
  Input: defineComponent({ inheritAttrs: false, props: ['modelValue', 'id'], emits: ['update:modelValue', 'blur'], setup: (props) => () => h('input', { id: props.id as string, value: props.modelValue as string }) }),
};

export const EMPTY: DraftPreview = { fields: {}, questions: [], deadlines: {}, curves: [], examples: {}, sections: [] };

export const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

const versionsOf = (path: string): Version[] => (JSON.parse(readFileSync(path, 'utf8')) as Rulebook).versions;

/** Every version of the 24 towns and of the three examples, by name. */
export const TEXTS: readonly (readonly [string, Version])[] = [
  ...readdirSync('tests/support/towns').map((town) => [town, join('tests/support/towns', town, 'rulebook.json')] as const),
  ...readdirSync('resources/rulebooks').map((name) => [name, join('resources/rulebooks', name)] as const),
].flatMap(([name, path]) => versionsOf(path).map((version, index) => [`${name} ${index + 1}`, version] as const));

/** The forms of a text, on the page as the editor shows them; sections named in `open` stand unfolded, with all their rows. */
export function mountForms(text: Version, open: readonly string[] = SECTIONS.map(({ id }) => id), preview: Partial<DraftPreview> = {}, bare = false) {
  const version = reactive(copy(text)) as Version;
  const opened = shallowReactive(new Set<unknown>(open));
  for (const { id, parts } of SECTIONS) {
    if (open.includes(id)) for (const part of parts) if (part.kind === 'list') for (const row of rowsAt(version, part.path)) opened.add(toRaw(row));
  }
  const editor: DraftEditor = { version, preview: { ...EMPTY, ...preview }, mayWrite: true, idOf: (path) => `id-${path}`, opened };
  const Page = defineComponent({
    setup() {
      provideDraftEditor(editor);
      return () => h('div', SECTIONS.map((section) => h(EditorSection, { section, key: section.id })));
    },
  });
  const page = mountPart(Page, {}, { attachTo: document.body, ...(bare && { stubs: BARE }) });
  return { page, version, editor, body: () => copy(version) };
}
