import { toLocal } from '../../kernel/local-date';
import type { Enrolment } from '../enrolments/schema';
import type { ChildFacts, FamilyFacts, Flag, MeasureFact } from '../families/schema';
import type { Child, Family, MeasureEntry, Version } from '../rulebook/schema';
import { ofChild } from './by-child';

/** The rulebook's name of a record: its ids are words. */
export const idOf = (id: number): string => String(id);

const defined = <T>(value: T | null): T | undefined => value ?? undefined;

/**
 * A family as the rulebook knows it. A family whose zone was never said, or is no longer one of the
 * rulebook's words, lives in the first zone listed (the town itself).
 */
export function familyForRulebook(family: FamilyFacts, enrolments: readonly Enrolment[], version: Version, timeZone: string): Family {
  const zone = version.zones.some(({ id }) => id === family.zone) ? family.zone : version.zones[0]?.id ?? 'commune';
  return {
    id: idOf(family.id),
    zone,
    fund: family.fund === '' ? 'autre' : family.fund,
    flags: family.flags.map(flagForRulebook),
    measures: measuresForRulebook(family.measures),
    children: family.children.map((child) => childForRulebook(child, enrolments, timeZone)),
  };
}

function childForRulebook(child: ChildFacts, enrolments: readonly Enrolment[], timeZone: string): Child {
  return {
    id: idOf(child.id),
    birthOn: defined(child.birthOn),
    level: child.level || undefined,
    school: defined(child.schoolCode),
    category: child.category || undefined,
    flags: child.flags.map(flagForRulebook),
    enrolments: ofChild(enrolments, child.id).map((one) => ({
      service: one.service,
      from: one.fromOn,
      to: defined(one.toOn),
      status: defined(one.status),
      week: [...one.week],
      requestedAt: toLocal(one.requestedAt, timeZone),
    })),
  };
}

const flagForRulebook = ({ id, from, to }: Flag) => ({ id, from, to });

function measuresForRulebook(measures: readonly MeasureFact[]): Record<string, MeasureEntry[]> {
  const entries: Record<string, MeasureEntry[]> = {};
  for (const { measure, value, fromOn } of measures) (entries[measure] ??= []).push({ value, from: fromOn });
  return entries;
}
