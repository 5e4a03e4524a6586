import type { Child, Custody, CustodyWeek, SaveCustodyInput } from '../../../src-main/features/families/schema';
import { formatDayMonth, weekdayShort } from '../../../src-main/kernel/french-dates';
import { addDays, WEEKDAYS } from '../../../src-main/kernel/local-date';

type Link = SaveCustodyInput['links'][number];

export interface PeriodValues {
  fromOn: string | null;
  toOn: string | null;
}

/** Who has the child when, seen from the family whose page it is. Sound pairs only can be chosen. */
export type CustodyMode = 'here' | 'evenHere' | 'oddHere' | 'chosenHere' | 'chosenThere' | 'there';

export interface CustodyValues {
  version: number;
  mode: CustodyMode;
  otherId: number | null;
  periods: PeriodValues[];
}

const PAIRS: Readonly<Record<Exclude<CustodyMode, 'here' | 'there'>, readonly [Custody, Custody]>> = {
  evenHere: ['evenWeeks', 'oddWeeks'], oddHere: ['oddWeeks', 'evenWeeks'], chosenHere: ['chosenDates', 'otherDates'], chosenThere: ['otherDates', 'chosenDates'],
};

/** What the form shows of a child as it is saved. */
export function custodyValues(child: Child, familyId: number): CustodyValues {
  const mine = child.custody.find((link) => link.familyId === familyId);
  const other = child.custody.find((link) => link.familyId !== familyId);
  const mode = (Object.keys(PAIRS) as (keyof typeof PAIRS)[]).find((key) => PAIRS[key][0] === mine?.custody);
  const periods = [...(mine?.periods ?? []), ...(other?.periods ?? [])].map(({ fromOn, toOn }) => ({ fromOn, toOn }));
  return { version: child.version, mode: other ? (mode ?? 'evenHere') : 'here', otherId: other?.familyId ?? null, periods };
}

/** The links that the form means. The family of the page comes first. */
export function linksOf({ mode, otherId, periods }: CustodyValues, familyId: number): Link[] {
  if (mode === 'here' || otherId === null) return [{ familyId, custody: 'always' }];
  if (mode === 'there') return [{ familyId: otherId, custody: 'always' }];
  const [mine, theirs] = PAIRS[mode];
  const link = (id: number, custody: Custody): Link => ({ familyId: id, custody, periods: custody === 'chosenDates' ? periods : [] });
  return [link(familyId, mine), link(otherId, theirs)];
}

/** Which of the links holds the chosen dates: it leads the names of their fields. */
export const chosenLink = (mode: CustodyMode): number => (mode === 'chosenThere' ? 1 : 0);
export const hasDates = (mode: CustodyMode): boolean => mode === 'chosenHere' || mode === 'chosenThere';

/** "9/11 au 15/11" */
export const weekDays = ({ monday }: CustodyWeek): string => `${formatDayMonth(monday)} au ${formatDayMonth(addDays(monday, 6))}`;

/** A week in words: one family's name, or "lun–mer ALAIN, jeu–dim BACONNAIS". */
export function weekWords({ days }: CustodyWeek, nameOf: (id: number) => string): string {
  const names = days.map((ids) => (ids.length === 0 ? 'personne' : ids.map(nameOf).join(' et ')));
  const runs: { name: string; from: number; to: number }[] = [];
  names.forEach((name, index) => {
    const last = runs.at(-1);
    if (last?.name === name) last.to = index;
    else runs.push({ name, from: index, to: index });
  });
  if (runs.length === 1) return runs[0]!.name;
  const short = (index: number): string => weekdayShort(WEEKDAYS[index]!);
  return runs.map(({ name, from, to }) => `${from === to ? short(from) : `${short(from)}–${short(to)}`} ${name}`).join(', ');
}
