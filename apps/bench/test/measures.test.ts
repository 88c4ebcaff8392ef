import { expect, test } from 'vitest'
import type { Child } from '../src/child/ask.ts'
import type { WorkerOrder } from '../src/child/worker.ts'
import { takeTurns } from '../src/speed/in-turns.ts'
import { measureInTurns } from '../src/speed/measure-in-turns.ts'
import { firstKey, operatePage, orchestrationPage } from '../src/speed/pages.ts'
import { readDiagnostics } from '../src/weight/measure-types.ts'

/** A client with the given speeds of its slices, in order. */
function worker(id: string, speeds: readonly number[], order: string[]): Child<WorkerOrder> {
  let next = 0
  return {
    async ask() {
      order.push(id)
      const perSecond = speeds[next++ % speeds.length] as number
      return { perSecond, cpuUs: 1000 / perSecond } as never
    },
    kill() {},
  }
}

test('slices are taken in turns with the limit next to each, the order changes, and the first round is left out', async () => {
  const order: string[] = []
  const pairs = await takeTurns('L', ['a', 'b', 'c'], 2, async (member) => order.push(member))
  expect(order.join('')).toBe('LcbLaL' + 'LabLcL' + 'LcbLaL')
  // Each slice is numbered by its position in the order.
  expect(pairs.get('a')).toEqual([
    { own: 8, limit: 7 },
    { own: 17, limit: 16 },
  ])
  expect(pairs.get('b')).toEqual([
    { own: 9, limit: 10 },
    { own: 15, limit: 16 },
  ])
  expect(pairs.get('L')).toHaveLength(4)
})

test('a client is compared with the neighboring slices of the limit', async () => {
  const order: string[] = []
  const limit = worker('limit', [1, 1, 100, 100, 10, 10, 100, 100], order)
  const own = worker('own', [100, 50, 5, 50], order)
  const rates = await measureInTurns(
    new Map([
      ['own', own],
      ['limit', limit],
    ]),
    'limit',
    { do: 'rate', concurrency: 1, forMs: 1 },
    3,
  )
  expect(rates.own).toMatchObject({ ratio: 0.5, cpuRatio: 0.5, spread: 0, perSecond: 50 })
  expect(rates.limit).toMatchObject({ ratio: 1, spread: 0, perSecond: 100 })
})

test('pages have the keys of their API: numbers beyond 2^53, or text', () => {
  expect(operatePage(2)).toContain(`{"items":[{"key":${firstKey},`)
  expect(operatePage(2, false)).not.toMatch(/\d{16}/)
  const { items, page } = JSON.parse(orchestrationPage(3))
  expect(items).toHaveLength(3)
  expect(items[0].processInstanceKey).toBe(firstKey)
  expect(page.totalItems).toBe(3)
})

test("the compiler's figures are read from its output, and a missing one is an error", () => {
  const text =
    'Files:            68\nTypes:         28269\nInstantiations: 27138\nCheck time:   2.88s\nTotal time:   4.46s\n'
  expect(readDiagnostics(text)).toEqual({ types: 28_269, instantiations: 27_138, seconds: 4.46 })
  expect(() => readDiagnostics('Types: 1')).toThrow('Instantiations')
})
