// Reads one page with every parser in turn, in a separate process.
import { serveOrders } from '../child/ask.ts'
import { median, medianRatio } from '../statistics.ts'
import { parsers } from './json-parsers.ts'
import { operatePage } from './pages.ts'

/** Reading speed of one parser. */
export interface ParseSpeed {
  readonly title: string
  readonly megabytesPerSecond: number
  /** How many times longer it takes than `JSON.parse` in the same round. */
  readonly ratio: number
  /** Whether 9007199254740993 came out as written. */
  readonly exact: boolean
}

export interface JsonOrder {
  readonly items: number
  readonly withKeys: boolean
  readonly rounds: number
}

serveOrders<JsonOrder>(({ items, withKeys, rounds }): ParseSpeed[] => {
  const text = operatePage(items, withKeys)
  const all = parsers()
  const times = all.map((): number[] => [])
  for (let round = 0; round <= rounds; round++) {
    all.forEach(({ id, parse }, i) => {
      // Forty times slower than the rest, so a few rounds are enough.
      if (id === 'camunda-sdk' && round > 2) return
      const begin = performance.now()
      parse(text)
      // The first round is a warm-up.
      if (round > 0) times[i]?.push(performance.now() - begin)
    })
  }
  return all.map(({ title, parse }, i) => {
    const own = times[i] ?? []
    const { key } =
      (parse('{"items":[{"key":9007199254740993}],"total":1}') as { items: { key: unknown }[] }).items[0] ?? {}
    return {
      title,
      megabytesPerSecond: text.length / 1e6 / (median(own) / 1000),
      ratio: medianRatio(own, times[0] ?? []),
      exact: String(key) === '9007199254740993',
    }
  })
})
