import bold from '../../../resources/fonts/atkinson-hyperlegible-next-latin-bold.woff2?inline';
import regular from '../../../resources/fonts/atkinson-hyperlegible-next-latin-regular.woff2?inline';
import boldExtended from '../../../resources/fonts/atkinson-hyperlegible-next-latin-ext-bold.woff2?inline';
import regularExtended from '../../../resources/fonts/atkinson-hyperlegible-next-latin-ext-regular.woff2?inline';

const EXTENDED = 'U+0100-0130,U+0132-0151,U+0154-02BA,U+1E00-1EFF,U+20A0-20AB,U+20AD-20C0';
/** Letters of names from further away ("Łukasz", "Şahin") that the first files do not hold. */
const IS_EXTENDED = /[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u1e00-\u1eff\u20a0-\u20ab\u20ad-\u20c0]/;

const face = (weight: number, address: string, range: string): string =>
  `@font-face{font-family:"Préau";font-weight:${String(weight)};src:url("${address}") format("woff2")${range && `;unicode-range:${range}`}}`;

const LATIN_FACES = [face(400, regular, ''), face(700, bold, '')].join('\n');
const EXTENDED_FACES = [face(400, regularExtended, EXTENDED), face(700, boldExtended, EXTENDED)].join('\n');

/**
 * Atkinson Hyperlegible Next within the page itself: papers fetch nothing. Cut from the variable font
 * at two weights, for PDFs embed fixed ones whole and small, with a narrow no-break space added. The
 * second files come only where a letter wants them: choosing between files makes a print half as slow again.
 */
export const fontFaces = (text: string): string => (IS_EXTENDED.test(text) ? `${LATIN_FACES}\n${EXTENDED_FACES}` : LATIN_FACES);
