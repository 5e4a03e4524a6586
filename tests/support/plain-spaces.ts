/** French typography out of the way of the eye: no-break and narrow spaces become plain ones, in texts and in what holds them. */
export function plainSpaces<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replace(/[\u00a0\u202f]/g, ' ')) as T;
}
