import { onBeforeUnmount, onMounted, ref } from 'vue';
import type { Ref } from 'vue';
import type { WorkProgress } from '../../../src-main/features/backups/schema';
import { api } from '../../api/client';
import { refusalOfError } from '../../api/refusal';

export type Work = NonNullable<WorkProgress['running']>;
type Kind = Work['kind'];

const LOOK_EVERY_MS = 400;
/** A session that ends with a restore is met here, not by the dialog over the page. */
const QUIET = { context: { quiet: true } } as const;

export interface BackupWork {
  readonly running: Ref<Work | null>;
  /** What was just asked for: looks until it has ended. */
  readonly follow: (kind: Kind) => void;
}

/**
 * Follows the work on backups, found again when the page is opened in the middle. `ended` hears how
 * it went (`problem` null = well); `signedOut` hears that a restore has come about.
 */
export function useBackupWork(ended: (kind: Kind, problem: string | null) => void, signedOut: () => void): BackupWork {
  const running = ref<Work | null>(null);
  let awaited: Kind | null = null;
  let timer: number | undefined;
  let left = false;

  const later = (): void => {
    if (!left) timer = window.setTimeout(() => void look(), LOOK_EVERY_MS);
  };

  async function look(): Promise<void> {
    try {
      const now = await api.backups.progress.query(undefined, QUIET);
      awaited = now.running?.kind ?? awaited;
      running.value = now.running;
      if (now.running) return later();
      if (awaited && !left) ended(awaited, now.problem);
      awaited = null;
    } catch (error) {
      if (awaited !== 'restore') return;
      // The program starts anew: for a moment nobody answers, then the session is another's.
      if (refusalOfError(error).code === 'signedOut') signedOut();
      else later();
    }
  }

  onMounted(() => void look());
  onBeforeUnmount(() => {
    left = true;
    window.clearTimeout(timer);
  });

  return {
    running,
    follow: (kind) => {
      awaited = kind;
      window.clearTimeout(timer);
      void look();
    },
  };
}
