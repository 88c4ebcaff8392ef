/** A parsed cron expression with five fields: the values that each field allows. */
interface Cron {
  readonly minutes: ReadonlySet<number>
  readonly hours: ReadonlySet<number>
  readonly days: ReadonlySet<number>
  readonly months: ReadonlySet<number>
  readonly weekdays: ReadonlySet<number>
  /** Vixie's rule: if both are restricted, a day that matches either is enough. */
  readonly anyDay: boolean
}

const MINUTE = 60_000

/** Returns whether the expression runs in the UTC minute that begins at `time`; undefined for text that is not a cron expression. */
export function parseCron(expression: string): ((time: number) => boolean) | undefined {
  const cron = readFields(expression)
  return cron && ((time) => runsAt(cron, new Date(time)))
}

/** The shortest time between two runs within a day, in minutes. Midnight does not interrupt the sequence. */
export function shortestGap(expression: string): number {
  const cron = readFields(expression)
  if (cron === undefined) return 0
  const runs = [...cron.hours]
    .flatMap((hour) => [...cron.minutes].map((minute) => hour * 60 + minute))
    .toSorted((a, b) => a - b)
  const overnight = (runs[0] ?? 0) + 24 * 60
  return Math.min(...runs.map((run, index) => (runs[index + 1] ?? overnight) - run))
}

/**
 * When `runs` is true after `from` and up to `to`, newest first, at most `limit` times and within a week before `to`.
 */
export function runsBetween(runs: (time: number) => boolean, from: number, to: number, limit: number): number[] {
  const found: number[] = []
  const earliest = Math.max(from + 1, to - 7 * 24 * 60 * MINUTE)
  for (let time = Math.floor(to / MINUTE) * MINUTE; time >= earliest && found.length < limit; time -= MINUTE) {
    if (runs(time)) found.push(time)
  }
  return found
}

function readFields(expression: string): Cron | undefined {
  const fields = expression.trim().split(/\s+/)
  const [minute, hour, day, month, weekday] = fields
  if (fields.length !== 5 || !minute || !hour || !day || !month || !weekday) return undefined
  const minutes = readField(minute, 0, 59)
  const hours = readField(hour, 0, 23)
  const days = readField(day, 1, 31)
  const months = readField(month, 1, 12)
  const weekdays = readField(weekday, 0, 7)
  if (!minutes || !hours || !days || !months || !weekdays) return undefined
  // Sunday is 0 and 7.
  if (weekdays.has(7)) weekdays.add(0)
  return { minutes, hours, days, months, weekdays, anyDay: day !== '*' && weekday !== '*' }
}

function readField(field: string, lowest: number, highest: number): Set<number> | undefined {
  const values = new Set<number>()
  for (const part of field.split(',')) {
    const found = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part)
    if (found === null) return undefined
    const [, first, last, step = '1'] = found
    const from = first === undefined ? lowest : Number(first)
    // `5/10` runs from 5 to the end, `5` only at 5.
    const to = last !== undefined ? Number(last) : first === undefined || found[3] !== undefined ? highest : from
    if (from < lowest || to > highest || from > to || Number(step) < 1) return undefined
    for (let value = from; value <= to; value += Number(step)) values.add(value)
  }
  return values
}

function runsAt(cron: Cron, date: Date): boolean {
  if (!cron.minutes.has(date.getUTCMinutes()) || !cron.hours.has(date.getUTCHours())) return false
  if (!cron.months.has(date.getUTCMonth() + 1)) return false
  const day = cron.days.has(date.getUTCDate())
  const weekday = cron.weekdays.has(date.getUTCDay())
  return cron.anyDay ? day || weekday : day && weekday
}
