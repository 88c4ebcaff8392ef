/**
 * A key is a 64-bit number: the upper 13 bits are the partition, the others count the keys that it has assigned. Inside
 * the engine, a record has a sequence number instead: an integer small enough to be fast, with the same two parts in
 * fewer bits. It becomes the text of the key when it leaves the engine.
 */
const COUNTER_BITS = 27
const KEY_COUNTER_BITS = 51n
const FIRST_KEY = 2 ** Number(KEY_COUNTER_BITS)

export const MOST_PARTITIONS = 8

/** The sequence number of a record on a partition. Partitions and counters begin at 1. */
export function sequenceIn(partition: number, counter: number): number {
  return ((partition - 1) << COUNTER_BITS) | counter
}

export function partitionOf(sequence: number): number {
  return (sequence >> COUNTER_BITS) + 1
}

export function counterOf(sequence: number): number {
  return sequence & ((1 << COUNTER_BITS) - 1)
}

export function keyOf(sequence: number): string {
  const place = sequence & (REMEMBERED - 1)
  if (sequences[place] !== sequence) {
    sequences[place] = sequence
    texts[place] = writeKey(sequence)
  }
  return texts[place] as string
}

/** Records repeat the keys of their scopes, so the same few are formatted again and again. A power of two. */
const REMEMBERED = 1024
const sequences = new Int32Array(REMEMBERED).fill(-1)
const texts: string[] = Array.from({ length: REMEMBERED }, () => '')

function writeKey(sequence: number): string {
  const partition = partitionOf(sequence)
  const counter = counterOf(sequence)
  // From partition 4 on, keys exceed what a double can represent exactly.
  if (partition < 4) return String(partition * FIRST_KEY + counter)
  return String((BigInt(partition) << KEY_COUNTER_BITS) + BigInt(counter))
}

/** The sequence number of a key; NaN for text that is not a possible key of this engine. */
export function sequenceOf(key: string): number {
  if (!/^\d{16,17}$/.test(key)) return Number.NaN
  const exact = BigInt(key)
  const partition = Number(exact >> KEY_COUNTER_BITS)
  const counter = Number(BigInt.asUintN(Number(KEY_COUNTER_BITS), exact))
  if (partition < 1 || partition > MOST_PARTITIONS || counter >= 2 ** COUNTER_BITS) return Number.NaN
  return sequenceIn(partition, counter)
}
