import { useToast } from '@nuxt/ui/composables';
import { refusalOfError } from '../api/refusal';

export interface Notice {
  /** Something was done: "C’est enregistré." */
  readonly said: (title: string, description?: string) => void;
  /** A call outside a form failed: the host's sentence. */
  readonly refused: (error: unknown) => void;
}

/** Short messages in a corner, read out by screen readers. Errors of a form go to the form instead. */
export function useNotice(): Notice {
  const toast = useToast();
  return {
    said: (title, description) => {
      toast.add({ title, description, icon: 'i-lucide-check', color: 'success', duration: 5000 });
    },
    refused: (error) => {
      toast.add({ title: refusalOfError(error).message, icon: 'i-lucide-triangle-alert', color: 'error', duration: 0 });
    },
  };
}
