import { AppError } from '../../kernel/errors';
import type { Database } from '../../platform/database/database';
import { classIn, schoolOf } from '../schools/queries';
import { openFamily } from '../families/checks';
import type { Audience } from './schema';

/** An audience as it is kept. */
export interface KeptAudience {
  readonly audience: Audience['kind'];
  readonly schoolId: number | null;
  readonly classId: number | null;
  readonly service: string | null;
  readonly familyId: number | null;
  readonly label: string;
}

const NOBODY = { schoolId: null, classId: null, service: null, familyId: null } as const;

/** Checks that an audience exists and words it. Throws AppError of `schools` or `families` for what is not there, `documents.unknownService`. */
export async function keepAudience(db: Database, wanted: Audience): Promise<KeptAudience> {
  const kept = { ...NOBODY, audience: wanted.kind };
  switch (wanted.kind) {
    case 'all': return { ...kept, label: 'Toutes les familles' };
    case 'school': return { ...kept, schoolId: wanted.id, label: (await schoolOf(db, wanted.id)).name };
    case 'class': {
      const { school, found } = await classIn(db, wanted.id);
      return { ...kept, classId: wanted.id, label: `${found.name}, ${school.name}` };
    }
    // The services belong to a later feature: somebody is enrolled in what exists.
    case 'service': {
      if (!(await db.selectOne('SELECT 1 FROM enrolments WHERE service = $code LIMIT 1', { code: wanted.code }))) throw new AppError('documents.unknownService', {}, 'invalid', 'audience.code');
      return { ...kept, service: wanted.code, label: wanted.label };
    }
    case 'family': return { ...kept, familyId: wanted.id, label: `Famille ${(await openFamily(db, wanted.id)).name}` };
  }
}

/**
 * SQL: true when document `doc` is for `family`, on `$today`. Enrolled: now or later on, so that a
 * camp's papers come before its first day.
 */
export const IS_FOR_FAMILY = `family.archived_at IS NULL AND CASE doc.audience
  WHEN 'all' THEN TRUE
  WHEN 'family' THEN family.id = doc.family_id
  ELSE EXISTS (SELECT 1 FROM family_children link JOIN children child ON child.id = link.child_id WHERE link.family_id = family.id AND CASE doc.audience
    WHEN 'school' THEN child.school_id = doc.school_id
    WHEN 'class' THEN child.class_id = doc.class_id
    ELSE EXISTS (SELECT 1 FROM enrolments place WHERE place.child_id = child.id AND place.service = doc.service AND (place.to_on IS NULL OR place.to_on >= $today)) END) END`;

/** SQL: document `doc` is for one of the families in which person `$personId` is a guardian. */
export const IS_FOR_PERSON = `EXISTS (SELECT 1 FROM family_adults own JOIN families family ON family.id = own.family_id
  WHERE own.person_id = $personId AND own.kind = 'guardian' AND ${IS_FOR_FAMILY})`;

/** SQL: document `doc` is on show on `$today`. */
export const IS_SHOWN = 'doc.withdrawn_at IS NULL AND doc.from_on <= $today AND (doc.until_on IS NULL OR doc.until_on >= $today)';
