import { forbidden } from '../../kernel/errors';
import { router, staffProcedure } from '../../platform/procedures/procedures';
import { localToday } from '../town/queries';
import { acceptPaper, openPage, refusePaper } from './decide-paper';
import { lackingFamilies, remindFamilies } from './lacking-families';
import { archivePaperKind, paperKinds, savePaperKind } from './paper-kinds';
import { changeDocument, publishDocument, withdrawDocument } from './publish-document';
import { documentFile, listPublished, readersOf } from './published-queries';
import { receiveUpload } from './receive-upload';
import {
  acceptPaperInput, addPaperInput, changeDocumentInput, documentChoice, familyPapersChoice, kindChoice, lackingRequest, paperChoice, paperKindInput, publishedRequest, publishInput,
  refusePaperInput, remindInput, staffUploadInput,
} from './schema';
import { addPaper } from './send-paper';
import { papersOfFamilies, waitingPaperCount, waitingPapers } from './sent-papers';
import { subjectsOf } from './standings';

const read = staffProcedure('families.read');
const write = staffProcedure('families.write');
const publish = staffProcedure('portal.manage');

/** Documents at the town hall: what is published, and the papers of families. */
export const documentsStaff = router({
  published: read.input(publishedRequest).query(async ({ ctx, input }) => listPublished(ctx.db, await localToday(ctx), input)),
  readers: read.input(documentChoice).query(async ({ ctx, input }) => readersOf(ctx.db, await localToday(ctx), input.id)),
  publishedFile: read.input(documentChoice).query(async ({ ctx, input }) => {
    const { name, type, sha256 } = await documentFile(ctx.db, input.id);
    return { name, type, bytes: await ctx.files.read(sha256) };
  }),
  upload: read.input(staffUploadInput).mutation(({ ctx, input }) => {
    if (!ctx.actor.rights.includes('portal.manage') && !ctx.actor.rights.includes('families.write')) throw forbidden();
    return receiveUpload(ctx, input.name, input.bytes);
  }),
  publish: publish.input(publishInput).mutation(({ ctx, input }) => publishDocument(ctx, input)),
  change: publish.input(changeDocumentInput).mutation(({ ctx, input }) => changeDocument(ctx, input)),
  withdraw: publish.input(documentChoice).mutation(({ ctx, input }) => withdrawDocument(ctx, input.id)),

  /** The day it is in the town, from which a document is shown unless told otherwise. */
  today: read.query(({ ctx }) => localToday(ctx)),
  kinds: read.query(({ ctx }) => paperKinds(ctx.db)),
  saveKind: publish.input(paperKindInput).mutation(({ ctx, input }) => savePaperKind(ctx, input)),
  archiveKind: publish.input(kindChoice).mutation(({ ctx, input }) => archivePaperKind(ctx, input.id, input.version)),

  waiting: read.query(async ({ ctx }) => waitingPapers(ctx.db, await localToday(ctx))),
  waitingCount: read.query(({ ctx }) => waitingPaperCount(ctx.db)),
  ofFamily: read.input(familyPapersChoice).query(async ({ ctx, input }) => {
    const today = await localToday(ctx);
    const [subjects, sent] = await Promise.all([subjectsOf(ctx.db, today, [input.familyId]), papersOfFamilies(ctx.db, today, [input.familyId])]);
    return { subjects, sent };
  }),
  /** A page of a paper; opening health data writes the journal, so it is a mutation. */
  page: read.input(paperChoice).mutation(({ ctx, input }) => openPage(ctx, input.id)),
  accept: write.input(acceptPaperInput).mutation(({ ctx, input }) => acceptPaper(ctx, input)),
  refuse: write.input(refusePaperInput).mutation(({ ctx, input }) => refusePaper(ctx, input)),
  add: write.input(addPaperInput).mutation(({ ctx, input }) => addPaper(ctx, input)),
  lacking: read.input(lackingRequest).query(({ ctx, input }) => lackingFamilies(ctx, input)),
  remind: publish.input(remindInput).mutation(({ ctx, input }) => remindFamilies(ctx, input.familyIds)),
});
