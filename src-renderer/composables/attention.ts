/** How long after a key or a click someone is taken to be there. */
const LINGER_MS = 120_000;
let lastSign = performance.now();

const note = (): void => {
  lastSign = performance.now();
};
for (const sign of ['pointerdown', 'keydown', 'wheel'] as const) window.addEventListener(sign, note, { passive: true, capture: true });

/** True while someone looks at the page: what refreshes by itself stops otherwise, and lets the session end. */
export const isAttended = (): boolean => !document.hidden && performance.now() - lastSign < LINGER_MS;
