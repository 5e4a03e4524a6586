import type { Cell, CellState } from '../../../../src-main/features/bookings/schema';
import { formatDay, formatMoment } from '../../../../src-main/kernel/french-dates';
import type { LocalDate } from '../../../../src-main/kernel/local-date';
import type { IconName } from '../../components/icon-paths';

export type Tone = 'free' | 'booked' | 'late' | 'closed' | 'refused' | 'attended' | 'absent' | 'cart' | 'queue';

/** A cell as it is drawn: what the host said of it, with what the parent wants on top. */
export interface CellView {
  readonly checked: boolean;
  /** It differs from what is saved. */
  readonly pending: boolean;
  /** It is being saved: nothing to press until the answer. */
  readonly saving: boolean;
  /** It stands on an invoice: a padlock with the state. */
  readonly invoiced: boolean;
  readonly mayToggle: boolean;
  readonly icon: IconName;
  readonly tone: Tone;
  /** "Cantine, jeudi 5 novembre, libre, 3,20 €" */
  readonly label: string;
  /** "libre, 3,20 €" */
  readonly words: string;
  /** Why it cannot change, what it costs, until when; null when there is nothing to tell. */
  readonly reason: string | null;
  /** The reason opens by itself when the cell takes the focus. */
  readonly tellsAtOnce: boolean;
}

const LOOKS: Readonly<Record<CellState, { icon: IconName; tone: Tone }>> = {
  attended: { icon: 'done', tone: 'attended' },
  absent: { icon: 'close', tone: 'absent' },
  excused: { icon: 'sheet', tone: 'closed' },
  free: { icon: 'circle', tone: 'free' },
  booked: { icon: 'check', tone: 'booked' },
  lateFree: { icon: 'clock', tone: 'late' },
  lateBooked: { icon: 'check', tone: 'late' },
  full: { icon: 'bar', tone: 'closed' },
  tooLate: { icon: 'dash', tone: 'closed' },
  closed: { icon: 'dash', tone: 'closed' },
  past: { icon: 'dash', tone: 'closed' },
  otherFamily: { icon: 'person', tone: 'closed' },
  notEnrolled: { icon: 'dash', tone: 'closed' },
  ask: { icon: 'mail', tone: 'closed' },
  inCart: { icon: 'basket', tone: 'cart' },
  waitingList: { icon: 'queue', tone: 'queue' },
  waitingTown: { icon: 'mail', tone: 'queue' },
};

const WORDS: Readonly<Partial<Record<CellState, string>>> = { free: 'libre', booked: 'réservé', lateFree: 'hors délai', lateBooked: 'réservé hors délai' };

/** What the town may still decide although the page cannot: a place, a deadline. */
const TOWN_DECIDES: readonly CellState[] = ['ask', 'full', 'tooLate', 'booked', 'lateBooked'];

/** True when writing to the town is a way out: the day is not past and only the rules stand against it. */
export const mayAskTown = ({ mayChange, state, day }: Pick<Cell, 'mayChange' | 'state' | 'day'>, today: LocalDate): boolean =>
  !mayChange && day >= today && TOWN_DECIDES.includes(state);

export const isLate = (state: CellState): boolean => state === 'lateFree' || state === 'lateBooked';

/** What is saved of a cell, whatever the unsaved ticks it was priced with. */
export const savedOf = (cell: Cell): boolean => cell.booked !== cell.pending;

/** Draws a cell. `wanted`: ticked or unticked, not saved; `refusal`: why the host did not save it; `saving`: it is on its way. */
export function cellView(cell: Cell, serviceLabel: string, wanted: boolean | undefined, refusal: string | null, saving = false): CellView {
  const saved = savedOf(cell);
  const checked = wanted ?? saved;
  const pending = checked !== saved;
  const refused = pending && !saving && (refusal !== null || !cell.mayChange);
  const state = cell.mayChange ? stateOf(checked, isLate(cell.state)) : cell.state;
  const words = state === cell.state ? cell.words : WORDS[state] ?? cell.words;
  const look = refused ? { icon: 'alert' as const, tone: 'refused' as const } : LOOKS[state];
  const mark = refused ? ', refusé' : saving ? ', enregistrement en cours' : pending ? ', à enregistrer' : '';
  return {
    checked, pending, saving, words, ...look,
    invoiced: cell.invoiced,
    mayToggle: !saving && (cell.mayChange || pending),
    label: `${serviceLabel}, ${formatDay(cell.day)}, ${words}${mark}`,
    reason: refusal ?? reasonOf(cell),
    tellsAtOnce: refused || refusal !== null || !cell.mayChange || isLate(state),
  };
}

/** A full day tells until when a place that is freed could be taken. */
const reasonOf = ({ state, reason, until }: Cell): string | null =>
  (state === 'full' && until ? `${reason ?? 'Complet.'} Si une place se libère avant le ${formatMoment(until)}, la case redevient libre.` : reason);

const stateOf = (checked: boolean, late: boolean): CellState => {
  if (checked) return late ? 'lateBooked' : 'booked';
  return late ? 'lateFree' : 'free';
};
