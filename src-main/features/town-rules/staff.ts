import { z } from 'zod';
import { router, staffProcedure } from '../../platform/procedures/procedures';
import { activateDraft } from './activate-draft';
import { capacitiesOf, removeCapacity, saveCapacity } from './capacities';
import { checkDraft } from './check-draft';
import { discardDraft } from './discard-draft';
import { draftBody } from './draft-body';
import { exportRules } from './export-rules';
import { importDrafts } from './import-drafts';
import { previewDraft } from './preview';
import { previewImport } from './preview-import';
import { draftById, readingOf, rulesOverview, ruleWords } from './queries';
import { saveDraft } from './save-draft';
import { draftRef, importDraftsInput, previewImportInput, removeCapacityInput, saveCapacityInput, startDraftInput } from './schema';
import type { Version } from '../rulebook/schema';
import { startDraft } from './start-draft';

const reader = staffProcedure('families.read');
const writer = staffProcedure('rules.write');
const byId = z.strictObject({ id: z.int().positive() });

/** The rules of the town: read by all who read families, written by those who may. */
export const rulesStaff = router({
  overview: reader.query(({ ctx }) => rulesOverview(ctx)),
  version: reader.input(byId).query(({ ctx, input }) => readingOf(ctx, input.id)),
  words: reader.query(({ ctx }) => ruleWords(ctx)),
  draft: reader.input(byId).query(({ ctx, input }) => draftById(ctx.db, input.id)),
  checkDraft: reader.input(byId).query(({ ctx, input }) => checkDraft(ctx, input.id)),
  // A mutation although it saves nothing: a whole text is too long for an address.
  preview: reader.input(z.strictObject({ version: z.custom<Version>((body) => typeof body === 'object' && body !== null) }))
    .mutation(({ ctx, input }) => previewDraft(ctx, input.version)),
  startDraft: writer.input(startDraftInput).mutation(({ ctx, input }) => startDraft(ctx, input)),
  saveDraft: writer.input(draftRef.extend({ version: draftBody })).mutation(({ ctx, input }) => saveDraft(ctx, input)),
  discardDraft: writer.input(draftRef).mutation(({ ctx, input }) => discardDraft(ctx, input)),
  activateDraft: writer.input(draftRef).mutation(({ ctx, input }) => activateDraft(ctx, input)),
  export: reader.query(({ ctx }) => exportRules(ctx)),
  // A mutation for the same reason as `preview`.
  previewImport: writer.input(previewImportInput).mutation(({ ctx, input }) => previewImport(ctx, input.text)),
  importDrafts: writer.input(importDraftsInput).mutation(({ ctx, input }) => importDrafts(ctx, input)),
  capacities: reader.query(({ ctx }) => capacitiesOf(ctx.db)),
  saveCapacity: writer.input(saveCapacityInput).mutation(({ ctx, input }) => saveCapacity(ctx, input)),
  removeCapacity: writer.input(removeCapacityInput).mutation(({ ctx, input }) => removeCapacity(ctx, input)),
});
