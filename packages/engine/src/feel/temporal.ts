import {
  dateAndTime,
  duration as durationOf,
  FeelDate,
  FeelDateTime,
  type FeelDuration,
  FeelTime,
  date as parseDateOf,
  time as parseTimeOf,
} from 'feelin'

const datePattern = /^\d{4,9}-[01]\d-[0-3]\d$/
const timePattern = /^T?(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:\d{2}|@.+)?$/
const dateTimePattern =
  /^(\d{4,9}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d(?::[0-5]\d)?(?:\.\d{1,9})?)(Z|[+-]\d{2}:\d{2}|@.+)?(?:\[(.+)\])?$/
const monthsPattern = /^(-?)P(?:(-?\d+)Y)?(?:(-?\d+)M)?$/
const secondsPattern = /^(-?)P(?:(-?\d+)D)?(?:T(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?\d+(?:\.\d*)?)S)?)?$/

const cacheSize = 1000

/** Caches results: expressions parse the same few texts again and again, and parsing is slow. */
function remembered<T>(parse: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    let value = known.get(text)
    if (value !== undefined) return value
    value = parse(text)
    if (known.size >= cacheSize) known.clear()
    known.set(text, value)
    return value
  }
}

/** Parses `2024-02-29`. Returns null for any other text, and for a day that does not exist. */
export const parseDate: (text: string) => FeelDate | null = remembered((text): FeelDate | null => {
  const date = datePattern.test(text) ? parseDateOf(text) : null
  return date instanceof FeelDate ? date : null
})

/** Parses `10:30:00`, optionally without seconds, with an offset (`+01:00`, `Z`) or a zone (`@Europe/Berlin`). */
export const parseTime: (text: string) => FeelTime | null = remembered((text): FeelTime | null => {
  const match = timePattern.exec(text)
  return match ? parseTimeOf(match[1] + zoneText(match[2])) : null
})

/**
 * Parses `2024-02-29T10:30:00`, optionally without seconds, with an offset, a zone or both (`+01:00[Europe/Berlin]`).
 */
export const parseDateTime: (text: string) => FeelDateTime | null = remembered((text): FeelDateTime | null => {
  if (datePattern.test(text)) return parseDate(text) && dateAndTime(`${text}T00:00:00`)
  const match = dateTimePattern.exec(text)
  if (!match) return null
  return dateAndTime(match[1] + (match[3] ? `@${match[3]}` : zoneText(match[2])))
})

/** Uses one name for UTC, so that `Z` and `+00:00` are the same zone. */
function zoneText(zone: string | undefined): string {
  return zone === '+00:00' || zone === '-00:00' ? 'Z' : (zone ?? '')
}

/**
 * Parses a duration of years and months (`P1Y6M`) or of days and time (`P2DT3H`). FEEL has no durations that mix both.
 */
export const parseDuration: (text: string) => FeelDuration | null = remembered((text): FeelDuration | null => {
  const months = monthsPattern.exec(text)
  if (months && (months[2] ?? months[3]) !== undefined) {
    const total = Number(months[2] ?? 0) * 12 + Number(months[3] ?? 0)
    return monthsDuration(months[1] ? -total : total)
  }
  const parts = secondsPattern.exec(text)
  if (!parts || text.endsWith('T') || parts.slice(2).every((part) => part === undefined)) return null
  const [days, hours, minutes, seconds] = parts.slice(2).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ]
  const total = ((days * 24 + hours) * 60 + minutes) * 60_000 + Math.round(seconds * 1000)
  return millisecondsDuration(parts[1] ? -total : total)
})

export function monthsDuration(months: number): FeelDuration {
  return durationOf(`${months < 0 ? '-' : ''}P${Math.abs(Math.trunc(months))}M`) as FeelDuration
}

export function millisecondsDuration(milliseconds: number): FeelDuration {
  return durationOf(Math.trunc(milliseconds)) as FeelDuration
}

/** The length of a duration of years and months in months. */
export function totalMonths(duration: FeelDuration): number {
  const { years, months } = duration.unwrap()
  return years * 12 + months
}

/** The length of a duration of days and time in milliseconds; its days have 24 hours. */
export function totalMilliseconds(duration: FeelDuration): number {
  return duration.unwrap().total({ unit: 'millisecond' })
}

/** Milliseconds since 1970; without a zone, as if the zone were UTC. */
export function epochMilliseconds(value: FeelDateTime): number {
  return value.unwrap().toZonedDateTime(value.timezone ?? 'UTC').epochMilliseconds
}

/** Milliseconds since midnight UTC. A named zone counts with its winter time. */
export function timeMilliseconds(value: FeelTime): number {
  const time = value.unwrap()
  const local = ((time.hour * 60 + time.minute) * 60 + time.second) * 1000 + time.millisecond
  return value.timezone === null ? local : local - totalMilliseconds(value['time offset'])
}

/** The offset as a zone: `+05:30`. */
export function offsetText(milliseconds: number): string {
  const minutes = Math.abs(Math.trunc(milliseconds / 60_000))
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'))
  return zoneText(`${milliseconds < 0 ? '-' : '+'}${hour}:${minute}`)
}

/** The offset from UTC in ISO 8601 (`Z`, `+01:00`), or an empty text if there is no zone. */
export function offsetOf(value: FeelDateTime): string {
  if (value.timezone === null) return ''
  const { offset } = value.unwrap().toZonedDateTime(value.timezone)
  return offset === '+00:00' ? 'Z' : offset
}

export function dateOf(value: FeelDate | FeelDateTime): FeelDate {
  return value instanceof FeelDate ? value : new FeelDate(value.unwrap().toPlainDate())
}

export function timeOf(value: FeelDateTime): FeelTime {
  return new FeelTime(value.unwrap().toPlainTime(), value.timezone)
}

/** The moment of the engine's clock, in UTC. Camunda uses the zone of its host. */
export function dateTimeAt(milliseconds: number): FeelDateTime {
  return dateAndTime(new Date(milliseconds).toISOString()) as FeelDateTime
}

/** The same moment in another zone. Returns null if the zone does not exist. */
export function inZone(value: FeelDateTime, zone: string): FeelDateTime | null {
  const local = dateAndTime(`${dateTimeAt(0).unwrap().toString()}${zoneText(zoneSuffix(zone))}`)
  if (!local || local.timezone === null) return null
  if (value.timezone === null) return new FeelDateTime(value.unwrap(), local.timezone)
  const moved = value.unwrap().toZonedDateTime(value.timezone).withTimeZone(local.timezone)
  return new FeelDateTime(moved.toPlainDateTime(), local.timezone)
}

function zoneSuffix(zone: string): string {
  if (zone === 'Z' || zone === 'UTC') return 'Z'
  return /^[+-]\d{2}:\d{2}$/.test(zone) ? zone : `@${zone}`
}

/** Adds a duration. A date stays a date: a remainder of less than a day is dropped. */
export function addDuration<T extends FeelDate | FeelTime | FeelDateTime>(
  value: T,
  duration: FeelDuration,
  sign: 1 | -1,
): T {
  const amount = sign < 0 ? duration.unwrap().negated() : duration.unwrap()
  return moved(value, amount, duration) as T
}

function moved(
  value: FeelDate | FeelTime | FeelDateTime,
  amount: ReturnType<FeelDuration['unwrap']>,
  duration: FeelDuration,
): FeelDate | FeelTime | FeelDateTime {
  if (value instanceof FeelDate) {
    if (duration.yearsMonths) return new FeelDate(value.unwrap().add(amount))
    return new FeelDate(value.unwrap().toPlainDateTime().add(amount).toPlainDate())
  }
  if (value instanceof FeelTime) return new FeelTime(value.unwrap().add(amount), value.timezone)
  if (value.timezone === null) return new FeelDateTime(value.unwrap().add(amount), null)
  // A day of a duration has 24 hours, even when the clocks change.
  const exact = duration.yearsMonths ? amount : { milliseconds: amount.total({ unit: 'millisecond' }) }
  const later = value.unwrap().toZonedDateTime(value.timezone).add(exact)
  return new FeelDateTime(later.toPlainDateTime(), value.timezone)
}

/**
 * Writes a duration like Camunda: `P1Y2M`, `P1DT2H`; `P0Y` and `P0D` if it is zero. Fractions of a second are dropped.
 */
export function formatDuration(duration: FeelDuration): string {
  const total = duration.yearsMonths ? totalMonths(duration) : Math.trunc(totalMilliseconds(duration) / 1000)
  const size = Math.abs(total)
  const sign = total < 0 ? '-' : ''
  if (duration.yearsMonths) {
    return total === 0 ? 'P0Y' : `${sign}P${part(Math.floor(size / 12), 'Y')}${part(size % 12, 'M')}`
  }
  if (total === 0) return 'P0D'
  const days = part(Math.floor(size / 86_400), 'D')
  const time = part(Math.floor(size / 3600) % 24, 'H') + part(Math.floor(size / 60) % 60, 'M') + part(size % 60, 'S')
  return `${sign}P${days}${time && `T${time}`}`
}

function part(amount: number, unit: string): string {
  return amount === 0 ? '' : `${amount}${unit}`
}
