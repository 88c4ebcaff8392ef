// Checks a page of 500 items against the response's shape, in a separate process.
import { operations as operate } from '@x/operate/operations'
import { operations as orchestration } from '@x/orchestration/operations'
import { parseJson } from '@x/rest/json'
import type { Operation } from '@x/rest/shapes'
import { serveOrders } from '../child/ask.ts'
import type { PageVersion } from '../client.ts'
import { median, medianRatio } from '../statistics.ts'
import { operatePage, orchestrationPage } from './pages.ts'

/** The cost of checking a page. */
export interface CheckCost {
  readonly ms: number
  /** Relative to `JSON.parse` of the same page in the same round. */
  readonly ratio: number
}

export interface CheckOrder {
  readonly version: PageVersion
  readonly items: number
  readonly rounds: number
}

serveOrders<CheckOrder>(({ version, items, rounds }): CheckCost => {
  const isV1 = version === 'v1'
  const text = (isV1 ? operatePage : orchestrationPage)(items)
  const validate = responseOf(isV1 ? operate : orchestration)
  const parsing: number[] = []
  const checking: number[] = []
  for (let round = -1; round < rounds; round++) {
    const begin = performance.now()
    const parsed = JSON.parse(text)
    const end = performance.now()
    // The check gets keys as returned by the client's parser, which is measured separately.
    const page = isV1 ? parseJson(text) : parsed
    const checkBegin = performance.now()
    const { issues } = validate(page)
    const checkEnd = performance.now()
    if (issues) throw new Error(`the page does not fit: ${issues[0]?.message}`)
    // The first round is a warm-up.
    if (round < 0) continue
    parsing.push(end - begin)
    checking.push(checkEnd - checkBegin)
  }
  return { ms: median(checking), ratio: medianRatio(checking, parsing) }
})

function responseOf(operations: readonly Operation[]) {
  const response = operations.find(({ id }) => id === 'processInstances.search')?.response
  if (!response) throw new Error('processInstances.search has no response')
  return response['~standard'].validate
}
