/** Part of a read over `enrolment`: children whose families are all archived come no more. */
export const LIVES_IN_A_FAMILY = `EXISTS (SELECT 1 FROM family_children link JOIN families family ON family.id = link.family_id
  WHERE link.child_id = enrolment.child_id AND family.archived_at IS NULL)`;
