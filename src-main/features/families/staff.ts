import { forbidden } from '../../kernel/errors';
import { router, staffProcedure } from '../../platform/procedures/procedures';
import { localToday } from '../town/queries';
import { addAdult, attachAdult } from './add-adult';
import { addChild } from './add-child';
import { archiveFamily, restoreFamily } from './archive-family';
import { openHealth, saveHealth } from './child-health';
import { createFamily } from './create-family';
import { findLookalikes } from './find-lookalikes';
import { listFamilies, searchFamilies } from './list-families';
import { moveAdult } from './move-adult';
import { previewArchive } from './preview-archive';
import { previewCustody } from './preview-custody';
import { readFamily } from './read-family';
import { recordQuotient } from './record-quotient';
import { removeAdult } from './remove-adult';
import { removeChild } from './remove-child';
import { saveAdult } from './save-adult';
import { saveChild } from './save-child';
import { saveCustody } from './save-custody';
import { savePickups } from './save-pickups';
import { saveResidence } from './save-residence';
import {
  addAdultInput, addChildInput, adultChoice, attachAdultInput, childChoice, createFamilyInput, custodyPreviewInput, familyChoice, listInput,
  lookalikesInput, moveAdultInput, quotientChoice, recordQuotientInput, saveAdultInput, saveChildInput, saveCustodyInput, saveHealthInput,
  savePickupsInput, saveResidenceInput, searchInput,
} from './schema';
import { withdrawQuotient } from './withdraw-quotient';

const reads = staffProcedure('families.read');
const writes = staffProcedure('families.write');
const readsHealth = staffProcedure('health.read');

export const familiesStaff = router({
  search: reads.input(searchInput).query(({ ctx, input }) => searchFamilies(ctx.db, input)),
  list: reads.input(listInput).query(({ ctx, input }) => listFamilies(ctx.db, input)),
  read: reads.input(familyChoice).query(async ({ ctx, input }) =>
    readFamily(ctx.db, input.familyId, await localToday(ctx), ctx.actor.rights.includes('health.read'))),
  lookalikes: reads.input(lookalikesInput).query(({ ctx, input }) => findLookalikes(ctx.db, input)),

  create: writes.input(createFamilyInput).mutation(({ ctx, input }) => createFamily(ctx, input)),
  saveResidence: writes.input(saveResidenceInput).mutation(({ ctx, input }) => saveResidence(ctx, input)),
  archivePreview: writes.input(familyChoice).query(({ ctx, input }) => previewArchive(ctx, input.familyId)),
  archive: writes.input(familyChoice).mutation(({ ctx, input }) => archiveFamily(ctx, input.familyId)),
  restore: writes.input(familyChoice).mutation(({ ctx, input }) => restoreFamily(ctx, input.familyId)),

  addAdult: writes.input(addAdultInput).mutation(({ ctx, input }) => addAdult(ctx, input)),
  attachAdult: writes.input(attachAdultInput).mutation(({ ctx, input }) => attachAdult(ctx, input)),
  saveAdult: writes.input(saveAdultInput).mutation(({ ctx, input }) => saveAdult(ctx, input)),
  moveAdult: writes.input(moveAdultInput).mutation(({ ctx, input }) => moveAdult(ctx, input)),
  removeAdult: writes.input(adultChoice).mutation(({ ctx, input }) => removeAdult(ctx, input)),
  savePickups: writes.input(savePickupsInput).mutation(({ ctx, input }) => savePickups(ctx, input)),

  addChild: writes.input(addChildInput).mutation(({ ctx, input }) => addChild(ctx, input)),
  saveChild: writes.input(saveChildInput).mutation(({ ctx, input }) => saveChild(ctx, input)),
  removeChild: writes.input(childChoice).mutation(({ ctx, input }) => removeChild(ctx, input.childId)),
  custodyPreview: reads.input(custodyPreviewInput).query(({ ctx, input }) => previewCustody(ctx, input)),
  saveCustody: writes.input(saveCustodyInput).mutation(({ ctx, input }) => saveCustody(ctx, input)),

  recordQuotient: writes.input(recordQuotientInput).mutation(({ ctx, input }) => recordQuotient(ctx, input)),
  withdrawQuotient: writes.input(quotientChoice).mutation(({ ctx, input }) => withdrawQuotient(ctx, input.quotientId)),

  // A reading is a deed: it writes the journal, so it is a mutation.
  openHealth: readsHealth.input(childChoice).mutation(({ ctx, input }) => openHealth(ctx, input.childId)),
  saveHealth: readsHealth.input(saveHealthInput).mutation(({ ctx, input }) => {
    if (!ctx.actor.rights.includes('families.write')) throw forbidden();
    return saveHealth(ctx, input);
  }),
});
