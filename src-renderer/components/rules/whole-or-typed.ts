/**
 * A whole number as typed; null when empty. What is no whole number is sent as it stands, so that
 * the host refuses it at its field and the text stays on the screen.
 */
export function wholeOrTyped(text: string | null): number | null {
  return text !== null && !/^-?\d{1,9}$/.test(text) ? (text as unknown as number) : text === null ? null : Number(text);
}
