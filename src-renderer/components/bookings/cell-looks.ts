import type { Cell, CellState } from '../../../src-main/features/bookings/schema';
import { formatEuros } from '../../../src-main/kernel/money';
import type { Cents } from '../../../src-main/kernel/money';

/** A drawing of `CellMarks`. */
export type Mark = 'ring' | 'tick' | 'tickRing' | 'clock' | 'bar' | 'dash' | 'house' | 'disc' | 'cross' | 'sheet' | 'none';

export interface CellLook {
  readonly mark: Mark;
  /** Ground and text, Tailwind classes. */
  readonly colours: string;
  /** For the legend. */
  readonly word: string;
}

const CLOSED = 'bg-closed text-closed-ink';
const QUEUE = 'bg-queue text-queue-ink';

/** look.md, "States of a booking cell". */
export const CELL_LOOKS: Readonly<Record<CellState, CellLook>> = {
  attended: { mark: 'disc', colours: 'bg-booked text-booked-ink', word: 'présent' },
  absent: { mark: 'cross', colours: 'bg-late text-late-ink', word: 'absent' },
  excused: { mark: 'sheet', colours: CLOSED, word: 'absence excusée' },
  free: { mark: 'ring', colours: 'text-control', word: 'libre' },
  booked: { mark: 'tick', colours: 'bg-booked text-booked-ink', word: 'réservé' },
  lateFree: { mark: 'clock', colours: 'bg-late text-late-ink', word: 'libre, hors délai' },
  lateBooked: { mark: 'tickRing', colours: 'bg-late text-late-ink', word: 'réservé hors délai' },
  full: { mark: 'bar', colours: CLOSED, word: 'complet' },
  tooLate: { mark: 'clock', colours: CLOSED, word: 'trop tard' },
  closed: { mark: 'dash', colours: CLOSED, word: 'fermé' },
  past: { mark: 'dash', colours: CLOSED, word: 'passé' },
  otherFamily: { mark: 'house', colours: CLOSED, word: 'autre foyer' },
  notEnrolled: { mark: 'none', colours: CLOSED, word: 'non inscrit' },
  ask: { mark: 'sheet', colours: QUEUE, word: 'sur demande' },
  inCart: { mark: 'ring', colours: 'bg-cart text-cart-ink', word: 'à payer' },
  waitingList: { mark: 'clock', colours: QUEUE, word: 'liste d’attente' },
  waitingTown: { mark: 'sheet', colours: QUEUE, word: 'demande envoyée' },
};

/** A cell as it stands on the screen, with what was ticked and not saved. */
export interface ShownCell {
  readonly state: CellState;
  readonly booked: boolean;
  /** True when it differs from what is saved. */
  readonly pending: boolean;
  readonly words: string;
}

/** What is saved; the host's answer may hold unsaved ticks already. */
export const isSaved = (cell: Pick<Cell, 'booked' | 'pending'>): boolean => cell.booked !== cell.pending;

/** The cell with the tick that waits to be saved (undefined = none), whatever the host's answer held. */
export function shownCell(cell: Cell, wanted: boolean | undefined): ShownCell {
  const saved = isSaved(cell);
  const booked = wanted ?? saved;
  const pending = booked !== saved;
  const same = booked === cell.booked;
  const state = same ? cell.state : turned(cell.state, booked);
  const words = same ? cell.words : wordsOf(cell, booked);
  return { state, booked, pending, words: pending ? `${words}, pas encore enregistré` : words };
}

/** The state of a cell that has just been ticked or unticked. */
function turned(state: CellState, booked: boolean): CellState {
  if (booked) return state === 'lateFree' ? 'lateBooked' : 'booked';
  return state === 'lateBooked' ? 'lateFree' : 'free';
}

function wordsOf({ state, mayChange, priceCents }: Cell, booked: boolean): string {
  const price = priceCents === null ? 'prix non fixé' : formatEuros(priceCents as Cents);
  if (!mayChange) return booked ? 'réservé hors règle' : 'annulé hors règle';
  if (booked) return state === 'lateFree' ? `réservé hors délai, ${price}` : 'réservé';
  return state === 'lateBooked' ? `hors délai, ${price}` : `libre, ${price}`;
}
