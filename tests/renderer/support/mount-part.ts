import { addAPIProvider } from '@iconify/vue';
import ui from '@nuxt/ui/vue-plugin';
import { mount } from '@vue/test-utils';
import { createPinia } from 'pinia';
import type { Component } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';

// As in the pages: an icon that is not built in is asked of nobody.
addAPIProvider('', { resources: [] });

/** Mounts a part of the staff pages with what the frame lends it: router, store, component library. */
export function mountPart(part: Component, props: Record<string, unknown>, { stubs = {}, ...options }: { attachTo?: HTMLElement; stubs?: Record<string, Component> } = {}) {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: { template: '<div />' } }] });
  return mount(part, { ...options, props, global: { plugins: [createPinia(), router, ui], stubs } });
}
