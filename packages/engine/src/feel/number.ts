/**
 * Arithmetic on FEEL numbers. Camunda calculates with decimals of 34 digits. Here a number is a double, and each result
 * is rounded to the decimal places that it can have: `0.1 + 0.2` is `0.3`. Decimals of up to 15 digits are exact.
 *
 * A 64-bit integer that a number cannot represent exactly is a bigint. It passes through expressions unchanged, is
 * compared with numbers by value, and adds, subtracts and multiplies exactly with integers; any other calculation
 * converts it to a number.
 */
export type FeelNumber = number | bigint

export function isNumber(value: unknown): value is FeelNumber {
  return typeof value === 'number' || typeof value === 'bigint'
}

export function add(a: FeelNumber, b: FeelNumber): FeelNumber {
  return exactly(a, b, (x, y) => x + y) ?? toPlacesOf(Number(a) + Number(b), Number(a), Number(b))
}

export function subtract(a: FeelNumber, b: FeelNumber): FeelNumber {
  return exactly(a, b, (x, y) => x - y) ?? toPlacesOf(Number(a) - Number(b), Number(a), Number(b))
}

export function multiply(a: FeelNumber, b: FeelNumber): FeelNumber {
  return exactly(a, b, (x, y) => x * y) ?? rounded(Number(a) * Number(b))
}

/** Divides. A quotient with more than 15 digits keeps all of them, so that a third times three is one. */
export function divide(a: FeelNumber, b: FeelNumber): number {
  const quotient = Number(a) / Number(b)
  const short = rounded(quotient)
  return rounded(short * Number(b)) === Number(a) ? short : quotient
}

export function power(a: FeelNumber, b: FeelNumber): number {
  const result = Number(a) ** Number(b)
  return isInteger(b) ? rounded(result) : result
}

export function negate(a: FeelNumber): FeelNumber {
  return typeof a === 'bigint' ? narrow(-a) : 0 - a
}

export function sorted(numbers: readonly FeelNumber[]): FeelNumber[] {
  return [...numbers].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}

/** Rounds to 15 significant digits. */
export function rounded(value: number): number {
  // Adding zero turns minus zero into zero.
  return Number.isInteger(value) ? value + 0 : Number(value.toPrecision(15))
}

/** Rounds a sum or a difference to the decimal places of its operands. */
function toPlacesOf(value: number, a: number, b: number): number {
  if (Number.isInteger(a) && Number.isInteger(b)) return value + 0
  return Number(value.toFixed(Math.min(100, Math.max(decimalPlaces(a), decimalPlaces(b))))) + 0
}

function decimalPlaces(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e')
  const fraction = digits.split('.')[1] ?? ''
  return Math.max(0, fraction.length - Number(exponent))
}

/** Calculates with bigint if both are integers and at least one is a bigint. */
function exactly(a: FeelNumber, b: FeelNumber, calculate: (x: bigint, y: bigint) => bigint): FeelNumber | undefined {
  if (typeof a === 'number' && typeof b === 'number') return undefined
  if (!isInteger(a) || !isInteger(b)) return undefined
  return narrow(calculate(BigInt(a), BigInt(b)))
}

function isInteger(value: FeelNumber): boolean {
  return typeof value === 'bigint' || Number.isInteger(value)
}

/** A bigint that a number can represent becomes a number again. */
function narrow(value: bigint): FeelNumber {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}

export type RoundingMode = 'UP' | 'DOWN' | 'CEILING' | 'FLOOR' | 'HALF_UP' | 'HALF_DOWN' | 'HALF_EVEN' | 'UNNECESSARY'

/** Rounds to `scale` decimal places; a negative scale rounds tens, hundreds and so on. Returns undefined if it cannot. */
export function round(value: number, scale: number, mode: RoundingMode): number | undefined {
  // Shifting the point in the text avoids the error of multiplying: 1.005 has the digits 1005, not 1004.99...
  const shifted = shift(value, Math.trunc(scale))
  const whole = roundToInteger(shifted, mode)
  return whole === undefined ? undefined : shift(whole, -Math.trunc(scale)) + 0
}

function shift(value: number, places: number): number {
  const [digits, exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}

function roundToInteger(value: number, mode: RoundingMode): number | undefined {
  const down = Math.trunc(value)
  const away = down + Math.sign(value)
  const rest = Math.abs(value - down)
  if (rest === 0) return value
  switch (mode) {
    case 'UP':
      return away
    case 'DOWN':
      return down
    case 'CEILING':
      return Math.ceil(value)
    case 'FLOOR':
      return Math.floor(value)
    case 'HALF_UP':
      return rest >= 0.5 ? away : down
    case 'HALF_DOWN':
      return rest > 0.5 ? away : down
    case 'HALF_EVEN':
      return rest > 0.5 || (rest === 0.5 && down % 2 !== 0) ? away : down
    case 'UNNECESSARY':
      return undefined
  }
}
