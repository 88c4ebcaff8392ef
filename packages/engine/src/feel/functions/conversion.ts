import { dateAndTime, FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin'
import { FunctionError, type Signature, signature } from '../function.ts'
import {
  dateOf,
  inZone,
  monthsDuration,
  offsetText,
  parseDate,
  parseDateTime,
  parseDuration,
  parseTime,
  timeOf,
  totalMilliseconds,
} from '../temporal.ts'
import { fullJsonText } from '../to-json.ts'
import { format, toText } from '../values.ts'

const from = ['from', 'any'] as const
const clock = [
  ['hour', 'number'],
  ['minute', 'number'],
  ['second', 'number'],
] as const

export const conversionFunctions: Readonly<Record<string, readonly Signature[]>> = {
  string: [signature([from], (value) => (value === null ? null : toText(value)))],
  number: [
    signature([['from', 'string']], (text) => parseNumber(text)),
    signature(
      [
        ['from', 'string'],
        ['grouping separator', 'string'],
      ],
      parseNumber,
    ),
    signature(
      [
        ['from', 'string'],
        ['grouping separator', 'string?'],
        ['decimal separator', 'string?'],
      ],
      parseNumber,
    ),
  ],
  date: [
    signature([from], toDate),
    signature(
      [
        ['year', 'number'],
        ['month', 'number'],
        ['day', 'number'],
      ],
      dateOfParts,
    ),
  ],
  time: [
    signature([from], toTime),
    signature(clock, (hour, minute, second) => timeOfParts(hour, minute, second, null)),
    signature([...clock, ['offset', 'any']], timeOfParts),
  ],
  'date and time': [
    signature([['from', 'string']], (text) => parseDateTime(text) ?? noParse('date-time', text)),
    signature(
      [
        ['date', 'any'],
        ['time', 'any'],
      ],
      combine,
    ),
    signature(
      [
        ['date', 'any'],
        ['timezone', 'any'],
      ],
      combine,
    ),
  ],
  duration: [signature([['from', 'string']], (text) => parseDuration(text) ?? noParse('duration', text))],
  'years and months duration': [signature([from, ['to', 'any']], monthsBetween)],
  'from json': [signature([['json', 'string?']], (text) => (text === null ? null : parseJson(text)))],
  'to json': [signature([['value', 'any']], fullJsonText)],
}

function noParse(type: string, text: string): FunctionError {
  return new FunctionError(`Failed to parse ${type} from '${text}'`)
}

function illegal(...values: readonly unknown[]): FunctionError {
  return new FunctionError(`Illegal arguments: ${values.map((value) => `'${format(value)}'`).join(', ')}`)
}

const separators = [' ', ',', '.']

function parseNumber(
  text: string,
  grouping: string | null = null,
  decimal: string | null = null,
): number | FunctionError {
  const known = separators.includes(grouping ?? ' ') && separators.includes(decimal ?? '.') && decimal !== ' '
  if (!known || (grouping !== null && grouping === decimal)) {
    return new FunctionError(
      "illegal arguments for grouping or decimal. Must be one of ' ' (grouping only), ',' or '.'",
    )
  }
  const ungrouped = grouping === null ? text : text.replaceAll(grouping, '')
  const plain = decimal === null ? ungrouped : ungrouped.replaceAll(decimal, '.')
  const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)
  return isNumber ? Number(plain) : new FunctionError(`Can't parse '${plain}' as a number`)
}

function toDate(value: unknown): FeelDate | FunctionError {
  if (typeof value === 'string') return parseDate(value) ?? noParse('date', value)
  return value instanceof FeelDate || value instanceof FeelDateTime ? dateOf(value) : illegal(value)
}

function dateOfParts(year: number, month: number, day: number): FeelDate | FunctionError {
  const [y, m, d] = [year, month, day].map(Math.trunc) as [number, number, number]
  const date = parseDate(`${String(y).padStart(4, '0')}-${two(m)}-${two(d)}`)
  return date ?? new FunctionError(`Failed to parse date from: year=${year}, month=${month}, day=${day}`)
}

function toTime(value: unknown): FeelTime | FunctionError {
  if (typeof value === 'string') return parseTime(value) ?? noParse('local-time', value)
  if (value instanceof FeelDateTime) return timeOf(value)
  // In Camunda, the midnight of a date is in UTC.
  return value instanceof FeelDate ? (parseTime('00:00:00Z') as FeelTime) : illegal(value)
}

function timeOfParts(hour: number, minute: number, second: number, offset: unknown): FeelTime | FunctionError {
  if (offset !== null && !(offset instanceof FeelDuration && !offset.yearsMonths))
    return illegal(hour, minute, second, offset)
  const [whole, fraction] = String(second).split('.')
  const clockText = `${two(Math.trunc(hour))}:${two(Math.trunc(minute))}:${two(Number(whole))}${fraction ? `.${fraction}` : ''}`
  const zone = offset === null ? '' : offsetText(totalMilliseconds(offset))
  const time = parseTime(clockText + zone)
  if (time) return time
  const given = `hour=${hour}, minute=${minute}, second=${second}`
  return new FunctionError(`Failed to parse time from: ${given}${offset === null ? '' : `, offset=${format(offset)}`}`)
}

function two(part: number): string {
  return String(part).padStart(2, '0')
}

function combine(date: unknown, second: unknown): FeelDateTime | FunctionError {
  if (date instanceof FeelDateTime && typeof second === 'string') {
    return inZone(date, second) ?? new FunctionError(`Unknown time-zone '${second}'`)
  }
  if (!(date instanceof FeelDate || date instanceof FeelDateTime) || !(second instanceof FeelTime)) {
    return illegal(date, second)
  }
  return dateAndTime(`${dateOf(date)}T${second}`) ?? illegal(date, second)
}

function monthsBetween(start: unknown, end: unknown): FeelDuration | FunctionError {
  if (!isDay(start) || !isDay(end)) return illegal(start, end)
  const { years, months } = dateOf(start).unwrap().until(dateOf(end).unwrap(), { largestUnit: 'year' })
  return monthsDuration(years * 12 + months)
}

function isDay(value: unknown): value is FeelDate | FeelDateTime {
  return value instanceof FeelDate || value instanceof FeelDateTime
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return new FunctionError(`Failed to parse JSON from '${text}'`)
  }
}
