import { reactive } from 'vue';
import type { PreviewLine, PreviewRequest, RunPreview } from '../../../src-main/features/billing/schema';
import { api } from '../../api/client';
import { usePaged } from './use-paged';

type Asked = Required<Pick<PreviewRequest, 'text' | 'filter' | 'sort' | 'descending'>>;

/** The families of a month end, searched, filtered and sorted by the host. */
export function usePreview(runId: number) {
  const filter = reactive<Asked>({ text: '', filter: 'all', sort: 'name', descending: false });
  const list = usePaged<PreviewLine, RunPreview>(() => ({ ...filter }), (page) => api.billing.preview.query({ runId, ...filter, text: filter.text.trim().slice(0, 100), ...page }));
  return { filter, ...list };
}

export type PreviewHandle = ReturnType<typeof usePreview>;
