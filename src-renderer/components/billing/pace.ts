import { counted } from '../../../src-main/kernel/text';

interface Sample {
  readonly done: number;
  readonly atMs: number;
}

/** Samples looked back on: the pace of the last moments, not of the whole work. */
const LOOK_BACK_MS = 20_000;

/** Follows counts of a long work as they are read, and says how long the rest should take. */
export function createPace() {
  let samples: Sample[] = [];
  return {
    /** Notes what is done at an instant of `performance.now()`. Counts that go back start anew. */
    note(done: number, atMs: number): void {
      if (done < (samples.at(-1)?.done ?? 0)) samples = [];
      samples = [...samples.filter((sample) => atMs - sample.atMs <= LOOK_BACK_MS), { done, atMs }];
    },
    /** Seconds for what is left; null while nothing has moved. */
    secondsFor(left: number): number | null {
      const [first] = samples;
      const last = samples.at(-1);
      if (!first || !last || last.done === first.done || last.atMs === first.atMs) return null;
      return (left * (last.atMs - first.atMs)) / (last.done - first.done) / 1000;
    },
  };
}

/** "encore environ 2 minutes"; nothing while it is not known. */
export function timeLeftWords(seconds: number | null): string {
  if (seconds === null || !Number.isFinite(seconds)) return '';
  if (seconds < 10) return 'encore quelques secondes';
  if (seconds < 55) return `encore environ ${counted(Math.ceil(seconds / 10) * 10, 'seconde', 'secondes')}`;
  if (seconds < 3300) return `encore environ ${counted(Math.max(1, Math.round(seconds / 60)), 'minute', 'minutes')}`;
  return `encore environ ${counted(Math.max(1, Math.round(seconds / 3600)), 'heure', 'heures')}`;
}
