import { FeelDuration } from 'feelin'
import { FunctionError, type Signature, signature } from '../function.ts'
import { format } from '../values.ts'

const value = ['value', 'any'] as const
const description = ['description', 'any'] as const
const type = ['type', 'any'] as const
const schema = ['schema', 'any'] as const
const options = ['options', 'any'] as const

/** Functions that Camunda adds to FEEL for processes. */
export const processFunctions: Readonly<Record<string, readonly Signature[]>> = {
  // An AI agent reads the description from the model. When evaluated, the call returns its value.
  fromAi: [
    signature([value], (given) => given),
    signature([value, description], (given) => given),
    signature([value, description, type], (given) => given),
    signature([value, description, type, schema], (given) => given),
    signature([value, description, type, schema, options], (given) => given),
  ],
  cycle: [
    signature([['interval', 'any']], (interval) => cycle(null, interval)),
    signature(
      [
        ['repetitions', 'any'],
        ['interval', 'any'],
      ],
      cycle,
    ),
  ],
}

/** Returns the text of a timer cycle: `R3/PT10S`, or `R/PT10S` without a number of repetitions. */
function cycle(repetitions: unknown, interval: unknown): string | FunctionError {
  const counted = typeof repetitions === 'number' ? String(Math.trunc(repetitions)) : ''
  if (interval instanceof FeelDuration && (repetitions === null || counted)) return `R${counted}/${format(interval)}`
  const expected = 'a repetitions (number) and an interval (duration) parameter'
  return new FunctionError(`cycle function expected ${expected}, but found '${format([repetitions, interval])}'`)
}
