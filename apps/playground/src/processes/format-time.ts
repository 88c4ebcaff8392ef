const MOMENT: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' }
const short = new Intl.DateTimeFormat(undefined, MOMENT)
const long = new Intl.DateTimeFormat(undefined, { ...MOMENT, year: 'numeric' })

/** Formats a time in the reader's time zone, without the current year. */
export function formatTime(date: Date): string {
  return formatOf(date).format(date)
}

/** Formats a time span. What start and end have in common is written once. */
export function formatTimes(start: Date, end: Date): string {
  return formatOf(start).formatRange(start, end)
}

function formatOf(date: Date): Intl.DateTimeFormat {
  return date.getFullYear() === new Date().getFullYear() ? short : long
}
