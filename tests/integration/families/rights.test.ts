import { expect, it } from 'vitest';
import { familiesStaff } from '../../../src-main/features/families/staff';
import { schoolsStaff } from '../../../src-main/features/schools/staff';
import { staffWith } from '../../support/open-test-database';
import { doorsOf } from '../../support/staff-caller';
import { useFamilies } from './setup';

const test = useFamilies();
const reading = ['signedOut', 'forbidden', 'invalidInput'];
const writing = ['signedOut', 'forbidden', 'forbidden'];

it('opens families to those who may read them, changes to those who may write, health to its own right', async () => {
  const doors = await doorsOf(familiesStaff, test.house);
  expect(Object.keys(doors).filter((name) => doors[name]!.join() === reading.join()).sort()).toEqual(['custodyPreview', 'list', 'lookalikes', 'read', 'search']);
  const closed = Object.keys(doors).filter((name) => doors[name]!.join() === writing.join());
  expect(closed).toHaveLength(Object.keys(doors).length - 5);
});

it('opens health to its own right only: writing families is not enough', async () => {
  const secretary = test.families(staffWith('families.read', 'families.write'));
  expect(await test.refusal(secretary.openHealth({ childId: 1 }))).toMatchObject({ code: 'forbidden', status: 'FORBIDDEN' });
  const nurse = test.families(staffWith('families.read', 'health.read'));
  const saving = nurse.saveHealth({ childId: 1, updatedAt: null, hasPai: true, allergies: '', instructions: '' });
  expect(await test.refusal(saving)).toMatchObject({ code: 'forbidden' });
});

it('opens schools likewise', async () => {
  const { list, ...changes } = await doorsOf(schoolsStaff, test.house);
  expect(list).toEqual(['signedOut', 'forbidden', 'accepted']);
  for (const codes of Object.values(changes)) expect(codes).toEqual(writing);
});
