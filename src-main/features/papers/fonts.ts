import bold from '../../../resources/fonts/atkinson-hyperlegible-next-latin-bold.woff2?inline';
import regular from '../../../resources/fonts/atkinson-hyperlegible-next-latin-regular.woff2?inline';
import boldExtended from '../../../resources/fonts/atkinson-hyperlegible-next-latin-ext-bold.woff2?inline';
import regularExtended from '../../../resources/fonts/atkinson-hyperlegible-next-latin-ext-regular.woff2?inline';

const LATIN = 'U+0000-00FF, U+0131, U+0152-0153, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2212';
const EXTENDED = 'U+0100-0130, U+0132-0151, U+0154-02BA, U+1E00-1EFF, U+20A0-20AB, U+20AD-20C0';

const face = (weight: number, address: string, range: string): string =>
  `@font-face{font-family:"Préau";font-weight:${String(weight)};src:url("${address}") format("woff2");unicode-range:${range}}`;

/**
 * Atkinson Hyperlegible Next within the page itself: papers fetch nothing. Cut from the variable font
 * at two weights, for PDFs embed fixed ones whole and small, with a narrow no-break space added.
 */
export const FONT_FACES = [face(400, regular, LATIN), face(700, bold, LATIN), face(400, regularExtended, EXTENDED), face(700, boldExtended, EXTENDED)].join('\n');
