import { parseField, parseValue, weekdayNames } from './cron-field.ts'

/** A calendar day. The weekday of Sunday is 0. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly weekday: number
}

export type DayTest = (day: Day) => boolean

const daysOfMonth = { from: 1, to: 31 }
const daysOfWeek = { from: 0, to: 7, names: weekdayNames, cycle: 7 }

/** Numbers, and `L` (the last day), `L-3`, `LW` (the last workday) and `15W` (the workday nearest the 15th). */
export function parseDayOfMonth(text: string): DayTest | undefined {
  if (text === '?') return () => true
  return anyOf(text, (item) => {
    const fromEnd = /^L(?:-(\d{1,2}))?$/i.exec(item)
    if (fromEnd) return (day) => day.day === lastDay(day) - Number(fromEnd[1] ?? 0)
    if (/^LW$/i.test(item)) return (day) => day.day === workdayNear(day, lastDay(day))
    const near = /^(\d{1,2})W$/i.exec(item)?.[1]
    if (near === undefined) return oneOf(item)
    const target = parseValue(near, daysOfMonth)
    return target === undefined ? undefined : (day) => target <= lastDay(day) && day.day === workdayNear(day, target)
  })

  function oneOf(item: string): DayTest | undefined {
    const days = parseField(item, daysOfMonth)
    return days && (({ day }) => days.includes(day))
  }
}

/** Numbers (Sunday is 0 and 7) and names, `FRIL` (the last Friday) and `MON#2` (the second Monday). */
export function parseDayOfWeek(text: string): DayTest | undefined {
  if (text === '?') return () => true
  return anyOf(text, (item) => {
    const [, name = '', kind, ordinal] = /^(\w+?)(L|#([1-5]))$/i.exec(item) ?? []
    const weekday = parseValue(name, daysOfWeek)
    if (kind === undefined || weekday === undefined) return oneOf(item)
    if (ordinal === undefined) return (day) => day.weekday === weekday % 7 && day.day > lastDay(day) - 7
    return (day) => day.weekday === weekday % 7 && Math.ceil(day.day / 7) === Number(ordinal)
  })

  function oneOf(item: string): DayTest | undefined {
    const days = parseField(item, daysOfWeek)?.map((day) => day % 7)
    return days && (({ weekday }) => days.includes(weekday))
  }
}

function anyOf(text: string, parse: (item: string) => DayTest | undefined): DayTest | undefined {
  const tests = text.split(',').map(parse)
  if (tests.includes(undefined)) return undefined
  return (day) => tests.some((test) => test?.(day))
}

function lastDay({ year, month }: Day): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The day from Monday to Friday that is nearest this day of the month, within the same month. */
function workdayNear(at: Day, day: number): number {
  const weekday = (((at.weekday + day - at.day) % 7) + 7) % 7
  if (weekday === 6) return day === 1 ? 3 : day - 1
  if (weekday === 0) return day === lastDay(at) ? day - 2 : day + 1
  return day
}
