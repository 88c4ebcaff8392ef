/** The moment that a response names; undefined for what is no date. */
export function readDate(text: string): Date | undefined {
  const time = Date.parse(text)
  return Number.isNaN(time) ? undefined : new Date(time)
}
