import { mount } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import { pressKey, shortcuts, useShortcut } from '../../../src-renderer/composables/use-shortcut';

const unmounts: (() => void)[] = [];
afterEach(() => {
  unmounts.splice(0).forEach((unmount) => unmount());
});

function shown(keys: string, when?: () => boolean) {
  const run = vi.fn();
  const wrapper = mount(defineComponent({
    setup() {
      useShortcut({ keys, run, when });
      return () => h('div');
    },
  }));
  unmounts.push(() => wrapper.unmount());
  return { run, wrapper };
}

function press(key: string, init: KeyboardEventInit = {}, target: HTMLElement = document.body): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  document.body.append(target === document.body ? document.createElement('i') : target);
  target.addEventListener('keydown', pressKey, { once: true });
  target.dispatchEvent(event);
  return event;
}

describe('keyboard shortcuts', () => {
  it('answer while their page is shown, and keep the browser from its own', () => {
    const { run, wrapper } = shown('ctrl+k');
    expect(press('k', { ctrlKey: true }).defaultPrevented).toBe(true);
    expect(run).toHaveBeenCalledOnce();
    wrapper.unmount();
    expect(press('k', { ctrlKey: true }).defaultPrevented).toBe(false);
    expect(shortcuts).toEqual([]);
  });

  it('of two, the one that came last answers, unless it does not hold', () => {
    const page = shown('ctrl+s');
    let holds = true;
    const panel = shown('ctrl+s', () => holds);
    press('s', { ctrlKey: true });
    holds = false;
    press('S', { metaKey: true });
    expect([page.run.mock.calls.length, panel.run.mock.calls.length]).toEqual([1, 1]);
  });

  it('leave plain keys to the field that is typed in', () => {
    const { run } = shown('?');
    press('?', {}, document.createElement('input'));
    expect(run).not.toHaveBeenCalled();
    press('?');
    expect(run).toHaveBeenCalledOnce();
  });
});
