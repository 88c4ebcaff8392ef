/**
 * Returns a generator of numbers from 0 up to but not including 1, the same for the same seed. Not for secrets: anyone
 * who knows the seed can predict all of them.
 */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  // mulberry32: 32 bits of state are plenty to make runs repeatable.
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
