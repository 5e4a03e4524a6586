import { fileURLToPath } from 'node:url';
import type { NuxtUIOptions } from '@nuxt/ui/vite';

/**
 * How Nuxt UI is built into the staff pages: icons are taken in at build time (no icon server is
 * ever asked), components are found by name, everything else is imported by hand.
 */
export const nuxtUiOptions: NuxtUIOptions = {
  root: fileURLToPath(new URL('.', import.meta.url)),
  autoImport: false,
  components: { dts: false, dirs: [] },
  icon: { clientBundle: { scan: { globInclude: ['src-renderer/**/*.{vue,ts}'] } } },
  ui: {
    colors: { primary: 'preau', neutral: 'stone' },
    // Labels, fields and buttons are read at the size of the text around them.
    formField: { slots: { label: 'text-base', help: 'mt-1', error: 'mt-1' } },
    input: { defaultVariants: { fixed: true } },
    textarea: { defaultVariants: { fixed: true } },
    button: {
      variants: { size: { sm: { base: 'text-sm' }, md: { base: 'text-base' }, lg: { base: 'text-base' } } },
      // Under the pointer the library lightens a button until its words are no longer read (3.7); these keep 4.9.
      compoundVariants: [
        { color: 'primary', variant: 'solid', class: 'hover:bg-primary/90 active:bg-primary/90' },
        { color: 'error', variant: 'solid', class: 'hover:bg-error/90 active:bg-error/90' },
      ],
    },
    modal: { variants: { overlay: { true: { overlay: 'bg-stone-950/35' } } } },
    slideover: { slots: { header: 'pe-14', overlay: 'bg-stone-950/35' } },
    checkbox: { slots: { label: 'text-base' } },
    toast: { slots: { title: 'text-base', description: 'text-sm' } },
    tooltip: { slots: { content: 'h-auto py-1 text-sm' } },
  },
};
