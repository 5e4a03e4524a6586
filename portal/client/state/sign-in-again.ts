import { reactive } from 'vue';

/** The dialog that signs in again when a session is over; several calls may wait for it at once. */
export const signInAgain = reactive({
  open: false,
  /** Resolves true once signed in again, false when given up. */
  ask(): Promise<boolean> {
    this.open = true;
    return new Promise((resolve) => waiting.push(resolve));
  },
  settle(signedIn: boolean): void {
    this.open = false;
    for (const resolve of waiting.splice(0)) resolve(signedIn);
  },
});

const waiting: ((signedIn: boolean) => void)[] = [];
