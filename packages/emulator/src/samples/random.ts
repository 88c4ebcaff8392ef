import { createRandom as createSeeded } from '../random.ts'

/** Random numbers that are the same for the same seed, so that seeded data is reproducible. */
export interface Random {
  /** From 0 up to but not including 1. */
  next(): number
  /** An integer, inclusive on both sides. */
  integer(least: number, most: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly [T, ...T[]]): T
  /** Usually near `least`, sometimes near `most`, like durations of work. */
  skewed(least: number, most: number): number
}

export function createRandom(seed: number): Random {
  const seeded = createSeeded(seed)
  const next = (): number => seeded.integer(2 ** 32) / 2 ** 32
  const integer = (least: number, most: number): number => least + seeded.integer(most - least + 1)
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: (items) => items[integer(0, items.length - 1)] ?? items[0],
    skewed: (least, most) => Math.round(least + (most - least) * next() ** 2),
  }
}
