import { localDate } from '../../../src-main/kernel/local-date';
import type { Version } from '../../../src-main/features/rulebook/schema';
import { activateDraft } from '../../../src-main/features/town-rules/activate-draft';
import { saveDraft } from '../../../src-main/features/town-rules/save-draft';
import { startDraft } from '../../../src-main/features/town-rules/start-draft';
import type { Context } from '../../../src-main/platform/procedures/services';

/** The starter text with a price, and whatever a test changes of it. */
export async function activate(context: Context, from: string, change: (version: Version) => Partial<Version> = () => ({})): Promise<number> {
  const draft = await startDraft(context, { copyOf: null, fromOn: localDate(from) });
  const priced: Version = { ...draft.version, prices: [{ ...draft.version.prices[0]!, price: 320 }] };
  const saved = await saveDraft(context, { id: draft.id, revision: draft.revision, version: { ...priced, ...change(priced) } });
  return (await activateDraft(context, { id: saved.id, revision: saved.revision })).versionId;
}
