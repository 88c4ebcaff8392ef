import fc from 'fast-check'
import { expect, test } from 'vitest'
import { niceTicks } from '../../src/ui/nice-ticks.ts'

test.each([
  [0, [0, 1]],
  [3, [0, 1, 2, 3]],
  [7, [0, 2, 4, 6, 8]],
  [500, [0, 200, 400, 600]],
  [1000, [0, 500, 1000]],
])('an axis up to %i has %j', (highest, ticks) => {
  expect(niceTicks(highest)).toEqual(ticks)
})

test('an axis begins at 0, reaches the highest value, and has few equal steps of whole numbers', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 10 }), (highest, most) => {
      const ticks = niceTicks(highest, most)
      const step = ticks[1] ?? 0
      expect(Number.isSafeInteger(step) && step > 0).toBe(true)
      expect(ticks).toEqual(ticks.map((_, index) => index * step))
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest)
      expect(ticks.at(-2)).toBeLessThan(Math.max(1, highest))
      expect(ticks.length - 1).toBeLessThanOrEqual(most)
    }),
  )
})
