import { parseOperateDate } from '@x/operate'
import { openOperate } from './clients.ts'
import type { Controls } from './controls.ts'
import { equal, ok, rejectsWith } from './expect.ts'
import type { Place } from './place.ts'
import type { Suite } from './suite.ts'

export function operateSuite({ test }: Suite, place: Place, { count }: Controls): void {
  test('operate', 'keys above 2^53 are exact in both directions', async () => {
    const { processInstances } = openOperate(place)
    const sort = [{ field: 'key', order: 'DESC' }] as const
    const { items } = await processInstances.search({ size: 20, sort })
    const key = items.map((item) => item.key).find((found) => String(Number(found)) !== found)
    ok(key, 'a key that a number cannot hold')
    equal((await processInstances.get(key)).key, key, 'the key of the instance by its path')
    equal((await processInstances.get(BigInt(key))).key, key, 'the key of the instance by a bigint')
    const found = await processInstances.search({ filter: { key } })
    equal(
      found.items.map((item) => item.key),
      [key],
      'the keys of the instances by a filter',
    )
  })

  test('operate', 'iterates over all pages, each item once', async () => {
    const { processInstances } = openOperate(place)
    const { total } = await processInstances.search({ size: 1 })
    const keys = new Set<string>()
    for await (const { key } of processInstances.searchAll({ size: 100 })) keys.add(key)
    ok(total > 200, 'three pages')
    equal(keys.size, total, 'instances')
  })

  test('operate', 'leaving the loop ends the search', async () => {
    const before = (await count()).all
    for await (const { key } of openOperate(place).processInstances.searchAll({ size: 10 })) {
      ok(key, 'a key')
      break
    }
    ok((await count()).all - before <= 3, 'no more than a token and two pages')
  })

  test('operate', 'reads XML, dates and statistics', async () => {
    const { processDefinitions, processInstances } = openOperate(place)
    const [definition] = (await processDefinitions.search({ size: 1 })).items
    ok((await processDefinitions.getXml(definition?.key ?? '')).includes('<bpmn:definitions'), 'BPMN')
    const [instance] = (await processInstances.search({ size: 1 })).items
    const startDate = parseOperateDate(instance?.startDate ?? '')
    ok(startDate.getTime() < Date.now(), 'a date in the past')
    ok((await processInstances.getStatistics(instance?.key ?? '')).length > 0, 'statistics')
  })

  test('operate', 'a missing item is an ApiError', async () => {
    const { processInstances } = openOperate(place)
    await rejectsWith(processInstances.get('9223372036854775807'), 'ApiError', { status: 404, code: 'http' })
  })

  test('operate', 'rejects a misspelled filter before anything is sent', async () => {
    const search = openOperate(place).processInstances.search({ filter: { stat: 'ACTIVE' } as never })
    await rejectsWith(search, 'ValidationError', { code: 'request_invalid', part: 'body' })
    equal((await count()).all, 0, 'requests')
  })
}
