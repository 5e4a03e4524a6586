import { tintsOf } from '../../../src-main/kernel/colour';

/** Préau's own green, of which the theme is made: nothing to change. */
const OWN = '#1f6f5c';

/** Gives the pages the town's colour, darkened where it could not be read. */
export function wearColour(colour: string | undefined): void {
  const root = document.documentElement.style;
  for (const [step, tint] of Object.entries(tintsOf(colour ?? OWN))) {
    if (!colour || colour.toLowerCase() === OWN) root.removeProperty(`--color-preau-${step}`);
    else root.setProperty(`--color-preau-${step}`, tint);
  }
}
