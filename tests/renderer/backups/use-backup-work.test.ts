import { flushPromises, mount } from '@vue/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { TRPCClientError } from '@trpc/client';
import { defineComponent, h } from 'vue';
import type { WorkProgress } from '../../../src-main/features/backups/schema';
import { useBackupWork } from '../../../src-renderer/components/backups/use-backup-work';
import type { BackupWork } from '../../../src-renderer/components/backups/use-backup-work';

const { progress } = vi.hoisted(() => ({ progress: vi.fn<() => Promise<WorkProgress>>() }));
vi.mock('../../../src-renderer/api/client', () => ({ api: { backups: { progress: { query: progress } } } }));

const IDLE: WorkProgress = { running: null, problem: null };
const running = (kind: 'asked' | 'restore'): WorkProgress => ({ running: { kind, words: 'Vérification', done: 0, total: 1, since: '' }, problem: null });
const refused = (code: string): Error => Object.assign(new TRPCClientError(code), { data: { refusal: { code, message: '', fields: {}, reference: null } } });

const ended = vi.fn<(kind: string, problem: string | null) => void>();
const signedOut = vi.fn<() => void>();
function follow(): { work: BackupWork; leave: () => void } {
  let work: BackupWork | undefined;
  const page = mount(defineComponent({ setup: () => {
    work = useBackupWork(ended, signedOut);
    return () => h('p');
  } }));
  return { work: work!, leave: () => page.unmount() };
}
const turn = async (): Promise<void> => {
  await vi.advanceTimersByTimeAsync(500);
  await flushPromises();
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
});

it('finds work that began before the page, follows it to its end, and tells it once', async () => {
  progress.mockResolvedValueOnce(running('asked')).mockResolvedValueOnce(running('asked')).mockResolvedValue({ ...IDLE, problem: 'Le disque est plein.' });
  const { work, leave } = follow();
  await flushPromises();
  expect(work.running.value?.kind).toBe('asked');
  await turn();
  await turn();
  expect(work.running.value).toBeNull();
  await turn();
  expect(ended.mock.calls).toEqual([['asked', 'Le disque est plein.']]);
  leave();
});

it('tells work that was over before it could be seen', async () => {
  progress.mockResolvedValue(IDLE);
  const { work, leave } = follow();
  await flushPromises();
  expect(ended).not.toHaveBeenCalled();
  work.follow('asked');
  await flushPromises();
  expect(ended.mock.calls).toEqual([['asked', null]]);
  leave();
});

it('waits through the restart of a restore until the session is another’s', async () => {
  progress.mockResolvedValueOnce(IDLE).mockResolvedValueOnce(running('restore')).mockRejectedValueOnce(new TRPCClientError('fetch failed')).mockRejectedValue(refused('signedOut'));
  const { work, leave } = follow();
  await flushPromises();
  work.follow('restore');
  await flushPromises();
  await turn();
  expect(signedOut).not.toHaveBeenCalled();
  await turn();
  expect(signedOut).toHaveBeenCalledTimes(1);
  leave();
});

it('looks no more once the page is left', async () => {
  progress.mockResolvedValue(running('asked'));
  const { leave } = follow();
  await flushPromises();
  leave();
  const calls = progress.mock.calls.length;
  await turn();
  expect(progress.mock.calls.length).toBe(calls);
});
