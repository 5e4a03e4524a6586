import type { FilePart } from '../town/portal-settings-schema';
import type { Desk } from './desk';
import { fieldsOf, PART_TITLES } from './fields';
import type { FieldDef } from './fields';
import { isOf } from './request-rows';
import type { OpenRequest, RequestKey } from './request-rows';
import { ruleOf } from './rules';
import type { PendingChange, ProfileField, ProfileSection, RefusedChange } from './schema';
import { shownValue } from './values';
import type { Values } from './values';

type Key = Omit<RequestKey, 'familyId'>;

/** Whose field it is: a person's, a child's, or the family's. */
export function keyOf(part: FilePart, field: string, subjectId: number): Key {
  if (part === 'familyStatus') return { part, field, personId: null, childId: null };
  return part.startsWith('child') ? { part, field, personId: null, childId: subjectId } : { part, field, personId: subjectId, childId: null };
}

/** What became of the last request about a field. */
export function outcomeOf(desk: Desk, key: Key, show: (value: string) => string): { pending: PendingChange | null; refused: RefusedChange | null } {
  const last = desk.requests.find((request) => isOf(request, key));
  return { pending: last?.state === 'waiting' ? pendingOf(desk, last, show) : null, refused: last?.state === 'refused' ? refusedOf(desk, last, show) : null };
}

const pendingOf = ({ dayAt, viewer }: Desk, { id, after, askedAt, askedName, askedBy }: OpenRequest, show: (value: string) => string): PendingChange =>
  ({ requestId: id, value: after, shown: show(after), askedOn: dayAt(askedAt), askedBy: askedName, mine: askedBy === viewer.personId });

/** Of health data only the reason is kept. */
const refusedOf = ({ dayAt }: Desk, { part, after, reason, decidedAt }: OpenRequest, show: (value: string) => string): RefusedChange =>
  ({ shown: part === 'childHealth' ? '' : show(after), reason, decidedOn: dayAt(decidedAt!) });

function profileField(desk: Desk, field: FieldDef, subjectId: number, value: string): ProfileField | null {
  const rule = ruleOf(desk, field, subjectId);
  if (rule === 'hidden') return null;
  const { id, label, kind, required = false, help = '', choices = {} } = field;
  const isWish = kind === 'wish';
  if (isWish && rule === 'readOnly') return null;
  return {
    id, label, kind, value, required, help, rule: isWish ? 'approved' : rule,
    shown: isWish ? '' : shownValue(field, value),
    choices: Object.entries(choices).map(([code, words]) => ({ value: code, label: words })),
    ...outcomeOf(desk, keyOf(field.part, id, subjectId), (text) => shownValue(field, text)),
  };
}

/** A section with the fields that this parent may see; null when there are none. `values` null: health data not opened yet. */
export function profileSection(desk: Desk, part: FilePart, subjectId: number, values: Values | null): ProfileSection | null {
  const fields = fieldsOf(part).flatMap((field) => profileField(desk, field, subjectId, values?.[field.id] ?? '') ?? []);
  if (fields.length === 0) return null;
  return { part, subjectId, title: PART_TITLES[part], editable: fields.some(({ rule }) => rule !== 'readOnly'), closed: values === null, fields: values === null ? [] : fields };
}
