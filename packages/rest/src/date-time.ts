/**
 * True for a valid ISO date and time without zone, with at most milliseconds. `Date.parse` also accepts 30 February and
 * 24:00, and returns other days for them.
 */
export function isDateTime(text: string): boolean {
  const date = new Date(`${text}Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** The start of a date in a request: a day, then a time or, in Operate, a rounding. The rest depends on the API. */
export const datePattern: string = String.raw`^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])($|[Tt|])`
