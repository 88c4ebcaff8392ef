/**
 * A 64-bit key as you may write it: its decimal digits as text (as every answer gives it) or a `bigint`.
 *
 * Numbers are left out on purpose. On a cluster with four or more partitions keys pass 2^53, and a JavaScript number has
 * then lost digits before anybody can check it.
 */
export type KeyInput = string | bigint

const SMALLEST = -(2n ** 63n)
const LARGEST = 2n ** 63n - 1n

/** What a key must be, for the errors of those who find it is not. */
export const KEY_EXPECTED = 'a 64-bit key: its digits as a string, or a bigint'

/** The key as a `bigint`, which goes out as raw digits; `undefined` when it is none or has lost digits as a number. */
export function readKey(value: unknown): bigint | undefined {
  let key: bigint
  if (typeof value === 'bigint') key = value
  else if (typeof value === 'string' && /^-?\d{1,19}$/.test(value)) key = BigInt(value)
  else if (Number.isSafeInteger(value)) key = BigInt(value as number)
  else return undefined
  return key >= SMALLEST && key <= LARGEST ? key : undefined
}
