import type { RollCallState } from '../../../src-main/features/attendance/schema';

export interface StateLook {
  readonly state: RollCallState;
  readonly word: string;
  readonly icon: string;
  /** Ground and text once chosen. */
  readonly colours: string;
  /** The key that notes it. */
  readonly key: string;
}

/** look.md: always an icon, a word and a colour. */
export const STATE_LOOKS: readonly StateLook[] = [
  { state: 'present', word: 'Présent', icon: 'i-lucide-circle-check-big', colours: 'bg-booked text-booked-ink ring-booked-ink', key: 'p' },
  { state: 'absent', word: 'Absent', icon: 'i-lucide-x', colours: 'bg-late text-late-ink ring-late-ink', key: 'a' },
  { state: 'excused', word: 'Excusé', icon: 'i-lucide-file-check', colours: 'bg-queue text-queue-ink ring-queue-ink', key: 'e' },
];
