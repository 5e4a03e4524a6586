/** A colour as `#rrggbb`. */
export type Hex = `#${string}`;

type Rgb = readonly [number, number, number];

const rgbOf = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
const hexOf = (rgb: Rgb): Hex => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** Mixes towards another colour; `share` of it, from 0 to 1. */
function mix(from: Rgb, to: Rgb, share: number): Rgb {
  return from.map((part, index) => part + (to[index]! - part) * share) as unknown as Rgb;
}

/** Relative luminance (WCAG 2.1). */
function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** Contrast of two colours, from 1 to 21 (WCAG 2.1). */
export function contrast(left: string, right: string): number {
  const [dark, light] = [luminance(rgbOf(left)), luminance(rgbOf(right))].sort((one, other) => one - other);
  return (light! + 0.05) / (dark! + 0.05);
}

const PAPER = '#fbfaf7';
const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
/** WCAG AA for texts. */
const ENOUGH = 4.5;
/** The deepest tint under texts of this colour. */
const GROUND_SHARE = 0.86;

/** The same colour, darkened step by step until it can be read on paper and on its own light ground. */
export function readableColour(wanted: string): Hex {
  for (let share = 0; share < 1; share += 0.02) {
    const rgb = mix(rgbOf(wanted), BLACK, share);
    const hex = hexOf(rgb);
    const ground = hexOf(mix(rgb, WHITE, GROUND_SHARE));
    if (contrast(hex, PAPER) >= ENOUGH && contrast(hex, ground) >= ENOUGH) return hex;
  }
  return hexOf(BLACK);
}

/** The tints of the theme made of one colour: 50 (nearly paper) to 950, 600 being the colour itself, readable. */
export function tintsOf(wanted: string): Readonly<Record<string, Hex>> {
  const base = rgbOf(readableColour(wanted));
  const light: Record<string, number> = { 50: 0.94, 100: GROUND_SHARE, 200: 0.72, 300: 0.54, 400: 0.36, 500: 0.16 };
  const dark: Record<string, number> = { 700: 0.18, 800: 0.34, 900: 0.46, 950: 0.68 };
  return {
    ...Object.fromEntries(Object.entries(light).map(([step, share]) => [step, hexOf(mix(base, WHITE, share))])),
    600: hexOf(base),
    ...Object.fromEntries(Object.entries(dark).map(([step, share]) => [step, hexOf(mix(base, BLACK, share))])),
  };
}
