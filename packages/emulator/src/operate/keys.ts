/** Camunda's keys are int64: the partition's number in the top 13 bits, a counter in the other 51. */
const COUNTER_BITS = 51n
const SMALLEST = -(2n ** 63n)
const LARGEST = 2n ** 63n - 1n

/** The next key of a partition. Partition 1 starts at 2^51; from partition 4 on keys are beyond 2^53. */
export type NextKey = (partition: number) => bigint

export function createKeys(): NextKey {
  const counters = new Map<number, bigint>()
  return (partition) => {
    const counter = (counters.get(partition) ?? 0n) + 1n
    counters.set(partition, counter)
    return (BigInt(partition) << COUNTER_BITS) + counter
  }
}

/** Reads an int64 from a JSON number or its digits in a string; undefined when it is neither or too big. */
export function readInt64(value: unknown): bigint | undefined {
  const integer = toBigInt(value)
  return integer !== undefined && integer >= SMALLEST && integer <= LARGEST ? integer : undefined
}

function toBigInt(value: unknown): bigint | undefined {
  if (typeof value === 'bigint') return value
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : undefined
  return typeof value === 'string' && /^[+-]?\d{1,19}$/.test(value) ? BigInt(value.replace('+', '')) : undefined
}
