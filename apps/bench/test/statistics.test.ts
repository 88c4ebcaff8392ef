import { expect, test } from 'vitest'
import { median, medianRatio, spread } from '../src/statistics.ts'

test('the median is the middle value, or the mean of the middle two, in any order', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([4, 1, 10, 2])).toBe(3)
  expect(() => median([])).toThrow(RangeError)
})

test('ratios are calculated for each round, so that a slow round slows both sides', () => {
  expect(medianRatio([10, 200, 30], [5, 100, 15])).toBe(2)
})

test('the spread is half the distance between the quartiles, as a share of the median', () => {
  expect(spread([8, 9, 10, 11, 12])).toBeCloseTo(0.1)
  expect(spread([7, 7, 7])).toBe(0)
})
