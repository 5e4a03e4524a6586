import { shallowRef } from 'vue';

export interface Question {
  readonly title: string;
  /** What happens then, one sentence each, told before. */
  readonly consequences: readonly string[];
  /** The verb on the button: "Archiver la famille". */
  readonly action: string;
  readonly refuse?: string;
  /** Something is lost or hard to undo. */
  readonly danger?: boolean;
}

interface OpenQuestion extends Question {
  readonly answer: (agreed: boolean) => void;
}

/** The question that stands on the screen; `ConfirmHost` shows it. */
export const openQuestion = shallowRef<OpenQuestion | null>(null);

/** Asks before something that matters; resolves true when the person agrees. */
export function confirmDialog(question: Question): Promise<boolean> {
  openQuestion.value?.answer(false);
  return new Promise((resolve) => {
    openQuestion.value = {
      ...question,
      answer: (agreed) => {
        openQuestion.value = null;
        resolve(agreed);
      },
    };
  });
}
