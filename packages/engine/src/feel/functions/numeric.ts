import { FeelDuration } from 'feelin'
import type { FeelEnvironment } from '../environment.ts'
import { FunctionError, type Signature, signature } from '../function.ts'
import { isNumber, type RoundingMode, round, rounded } from '../number.ts'
import { millisecondsDuration, monthsDuration, totalMilliseconds, totalMonths } from '../temporal.ts'
import { format } from '../values.ts'

type Functions = Readonly<Record<string, readonly Signature[]>>

const n = ['n', 'number'] as const
const number = ['number', 'number'] as const
const scale = ['scale', 'number'] as const
const modes = ['UP', 'DOWN', 'CEILING', 'FLOOR', 'HALF_UP', 'HALF_DOWN', 'HALF_EVEN', 'UNNECESSARY'] as const

export const numericFunctions: Functions = {
  decimal: [
    signature([n, scale], (value, places) => toScale(value, places, 'HALF_EVEN')),
    signature([n, scale, ['mode', 'string']], decimal),
  ],
  floor: rounding('FLOOR', true),
  ceiling: rounding('CEILING', true),
  'round up': rounding('UP'),
  'round down': rounding('DOWN'),
  'round half up': rounding('HALF_UP'),
  'round half down': rounding('HALF_DOWN'),
  abs: [signature([['n', 'any']], absolute), signature([['number', 'any']], absolute)],
  modulo: [
    signature(
      [
        ['dividend', 'number'],
        ['divisor', 'number'],
      ],
      (dividend, divisor) =>
        divisor === 0 ? new FunctionError('division by zero') : rounded(((dividend % divisor) + divisor) % divisor),
    ),
  ],
  sqrt: [signature([number], (value) => (value < 0 ? null : Math.sqrt(value)))],
  log: [signature([number], (value) => (value > 0 ? Math.log(value) : new FunctionError(`no logarithm of ${value}`)))],
  exp: [signature([number], (value) => Math.exp(value))],
  odd: [signature([number], (value) => Math.abs(value) % 2 === 1)],
  even: [signature([number], (value) => value % 2 === 0)],
}

export function randomNumericFunctions({ random }: FeelEnvironment): Functions {
  return { 'random number': [signature([], () => random())] }
}

function rounding(mode: RoundingMode, scaleIsOptional = false): readonly Signature[] {
  const scaled = signature([n, scale], (value, places) => toScale(value, places, mode))
  return scaleIsOptional ? [signature([n], (value) => toScale(value, 0, mode)), scaled] : [scaled]
}

function decimal(value: number, places: number, name: string): number | FunctionError {
  const mode = modes.find((known) => known === name.toUpperCase())
  if (mode) return toScale(value, places, mode)
  return new FunctionError(`Illegal argument '${name}' for rounding mode. Must be one of: ${modes.join(', ')}`)
}

function toScale(value: number, places: number, mode: RoundingMode): number | FunctionError {
  return round(value, places, mode) ?? new FunctionError(`Failed to apply rounding mode '${mode}': Rounding necessary`)
}

function absolute(value: unknown): unknown {
  if (isNumber(value)) return value < 0 ? -value : value
  if (!(value instanceof FeelDuration)) return new FunctionError(`Illegal arguments: '${format(value)}'`)
  if (value.yearsMonths) return monthsDuration(Math.abs(totalMonths(value)))
  return millisecondsDuration(Math.abs(totalMilliseconds(value)))
}
