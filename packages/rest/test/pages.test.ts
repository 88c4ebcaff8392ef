import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPageCounter, type FetchedPage, type IterateOptions, iteratePages } from '../src/index.ts'

/** Pages of three out of `count` numbers, with a note of what was asked for and given up. */
function source(count: number) {
  const asked: number[] = []
  const signals: AbortSignal[] = []
  const fetchPage = async (offset = 0, signal: AbortSignal): Promise<FetchedPage<number, number>> => {
    asked.push(offset)
    signals.push(signal)
    await Promise.resolve()
    signal.throwIfAborted()
    const items = Array.from({ length: Math.min(3, count - offset) }, (_, index) => offset + index)
    return { items, next: items.length < 3 ? undefined : offset + 3 }
  }
  return { asked, signals, all: (options?: IterateOptions) => iteratePages(fetchPage, options) }
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

describe('iteratePages', () => {
  it('returns all items in order, up to the limit, and requests no unnecessary page', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(20), fc.option(fc.nat(25), { nil: undefined }), async (count, limit) => {
        const { all, asked } = source(count)
        const wanted = Math.min(count, limit ?? count)
        expect(await collect(all({ limit }))).toEqual(Array.from({ length: wanted }, (_, index) => index))
        const pages =
          limit === undefined ? Math.floor(count / 3) + 1 : Math.min(Math.ceil(limit / 3), Math.floor(count / 3) + 1)
        expect(asked).toEqual(Array.from({ length: pages }, (_, index) => index * 3))
      }),
    )
  })

  it('requests nothing before the first item is read, then one page ahead', async () => {
    const { all, asked } = source(100)
    const items = all()
    expect(asked).toEqual([])
    for (let index = 0; index < 3; index++) {
      await items.next()
      expect(asked).toEqual([0, 3])
    }
    await items.next()
    expect(asked).toEqual([0, 3, 6])
    await items.return()
  })

  it('aborts the pending page when the loop is left', async () => {
    const { all, signals } = source(100)
    for await (const item of all()) if (item === 1) break
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true])
  })

  it('throws the error of a page in its turn, and never as an unhandled rejection', async () => {
    const unhandled: unknown[] = []
    const listen = (reason: unknown): void => void unhandled.push(reason)
    process.on('unhandledRejection', listen)
    const failure = new Error('second page')
    const items = iteratePages(async (cursor: number | undefined) => {
      if (cursor !== undefined) throw failure
      return { items: ['a', 'b'], next: 1 }
    })
    expect(await items.next()).toEqual({ done: false, value: 'a' })
    await new Promise((resolve) => setImmediate(resolve))
    expect(await items.next()).toEqual({ done: false, value: 'b' })
    await expect(items.next()).rejects.toBe(failure)
    expect(await items.next()).toEqual({ done: true, value: undefined })
    await new Promise((resolve) => setImmediate(resolve))
    process.off('unhandledRejection', listen)
    expect(unhandled).toEqual([])
  })

  it("ends with the signal's reason", async () => {
    const controller = new AbortController()
    const { all } = source(100)
    const items = all({ signal: controller.signal })
    await items.next()
    controller.abort('enough')
    await expect(items.next()).rejects.toBe('enough')
    await expect(collect(source(5).all({ signal: AbortSignal.abort('before') }))).rejects.toBe('before')
  })

  it('continues after an empty page in the middle', async () => {
    const pages = [[1], [], [2]]
    const items = iteratePages(async (at: number = 0) => ({
      items: pages[at] ?? [],
      next: at < 2 ? at + 1 : undefined,
    }))
    expect(await collect(items)).toEqual([1, 2])
  })
})

describe('createPageCounter', () => {
  /** Pages of so many items each, and which of them is told to be the last. */
  const lastOf = (lengths: readonly number[], total: unknown): number => {
    const isLast = createPageCounter(100)
    return lengths.findIndex((length) => isLast({ items: Array(length).fill(0), total: total as number }))
  }

  it.each<[what: string, lengths: number[], total: unknown, last: number]>([
    ['a short page', [100, 100, 20], 220, 2],
    ['an empty page', [100, 100, 0], 200, 2],
    ['an empty page, whatever is said to be there', [100, 0, 0], 250, 1],
    ['a short page of a total that was counted before something went', [100, 100, 20], 210, 2],
    ['a page after which all has come, where less than asked for is sent', [50, 50, 50, 50, 20], 220, 4],
    ['an empty page, where less than asked for is sent', [50, 50, 0], 110, 2],
    ['a short page, where nothing is counted', [100, 20, 20], undefined, 1],
  ])('the last is %s', (_, lengths, total, last) => {
    expect(lastOf(lengths, total)).toBe(last)
  })

  it('is not misled by a total that stops growing', () => {
    expect(lastOf([100, 100, 100, 20], 200)).toBe(3)
    expect(lastOf([50, 50, 50, 50, 50, 20], 200)).toBe(5)
  })
})
