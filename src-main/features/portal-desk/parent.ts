import { parentProcedure, router } from '../../platform/procedures/procedures';
import { withdrawRequest } from './ask';
import { certify } from './certify';
import { childMeals } from './meals';
import { openOwnHealth } from './open-health';
import { readProfile } from './read-profile';
import { addContact, removeContact } from './save-contacts';
import { saveSection } from './save-section';
import { saveTicks } from './save-ticks';
import { addContactInput, profileChildChoice, profileFamilyChoice, removeContactInput, requestChoice, saveSectionInput, saveTicksInput } from './schema';

/** The family's file, kept by its parents. */
export const profileParent = router({
  read: parentProcedure.query(({ ctx }) => readProfile(ctx)),
  meals: parentProcedure.input(profileChildChoice).query(({ ctx, input }) => childMeals(ctx, input)),
  /** A reading of health data writes the journal, so it is a mutation. */
  openHealth: parentProcedure.input(profileChildChoice).mutation(({ ctx, input }) => openOwnHealth(ctx, input)),
  saveSection: parentProcedure.input(saveSectionInput).mutation(({ ctx, input }) => saveSection(ctx, input)),
  saveTicks: parentProcedure.input(saveTicksInput).mutation(({ ctx, input }) => saveTicks(ctx, input)),
  addContact: parentProcedure.input(addContactInput).mutation(({ ctx, input }) => addContact(ctx, input)),
  removeContact: parentProcedure.input(removeContactInput).mutation(({ ctx, input }) => removeContact(ctx, input)),
  withdraw: parentProcedure.input(requestChoice).mutation(({ ctx, input }) => withdrawRequest(ctx, input.requestId)),
  certify: parentProcedure.input(profileFamilyChoice).mutation(({ ctx, input }) => certify(ctx, input.familyId)),
});
