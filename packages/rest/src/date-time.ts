/**
 * True for an ISO date and time without zone, to the millisecond at most, that calendar and clock have. `Date.parse` takes
 * 30 February and 24:00 too, and makes other days of them.
 */
export function isDateTime(text: string): boolean {
  const date = new Date(`${text}Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
