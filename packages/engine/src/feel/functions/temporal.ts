import { FeelDate, FeelDateTime } from 'feelin'
import type { FeelEnvironment } from '../environment.ts'
import { FunctionError, type Signature, signature } from '../function.ts'
import { dateOf, dateTimeAt } from '../temporal.ts'
import { format } from '../values.ts'

type Functions = Readonly<Record<string, readonly Signature[]>>

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const months = 'January February March April May June July August September October November December'.split(' ')

export const temporalFunctions: Functions = {
  'day of year': ofDate((date) => date.unwrap().dayOfYear),
  'day of week': ofDate((date) => weekdays[date.weekday - 1]),
  'month of year': ofDate((date) => months[date.month - 1]),
  'week of year': ofDate((date) => date.unwrap().weekOfYear),
  'last day of month': ofDate((date) => new FeelDate(date.unwrap().with({ day: date.unwrap().daysInMonth }))),
}

/** The time is that of the engine: it does not change until the clock advances. */
export function clockFunctions({ now }: FeelEnvironment): Functions {
  let last = dateTimeAt(0)
  let lastMilliseconds = 0
  const current = () => {
    const milliseconds = now()
    if (milliseconds !== lastMilliseconds) last = dateTimeAt(milliseconds)
    lastMilliseconds = milliseconds
    return last
  }
  return {
    now: [signature([], current)],
    today: [signature([], () => dateOf(current()))],
  }
}

function ofDate(read: (date: FeelDate) => unknown): readonly Signature[] {
  return [
    signature([['date', 'any']], (value) => {
      if (value instanceof FeelDate || value instanceof FeelDateTime) return read(dateOf(value))
      return new FunctionError(`Illegal arguments: '${format(value)}'`)
    }),
  ]
}
