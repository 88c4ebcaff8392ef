/** Reads a date of a response; undefined if it is not a date. */
export function readDate(text: string): Date | undefined {
  const time = Date.parse(text)
  return Number.isNaN(time) ? undefined : new Date(time)
}
