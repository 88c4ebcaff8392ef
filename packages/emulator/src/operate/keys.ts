/** The range of a 64-bit integer. */
const SMALLEST = -(2n ** 63n)
const LARGEST = 2n ** 63n - 1n

/** Reads an int64 from a JSON number or a string of digits; undefined if it is neither, or out of range. */
export function readInt64(value: unknown): bigint | undefined {
  const integer = toBigInt(value)
  return integer !== undefined && integer >= SMALLEST && integer <= LARGEST ? integer : undefined
}

function toBigInt(value: unknown): bigint | undefined {
  if (typeof value === 'bigint') return value
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : undefined
  return typeof value === 'string' && /^[+-]?\d{1,19}$/.test(value) ? BigInt(value.replace('+', '')) : undefined
}
