/** A whole number from 0 to below `below`, each as likely, from the browser's cryptography. */
export function secureRandomBelow(below: number): number {
  const limit = Math.floor(0x1_0000_0000 / below) * below;
  const drawn = new Uint32Array(1);
  do crypto.getRandomValues(drawn); while (drawn[0]! >= limit); // what lies above would favour small numbers
  return drawn[0]! % below;
}
